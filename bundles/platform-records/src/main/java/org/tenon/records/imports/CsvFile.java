package org.tenon.records.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;

/**
 * A CSV file in UTF-8, with or without a byte order mark, its separator found from the header: comma, semicolon or tab. Read once, front to
 * back. Refusals are TenonExceptions: UNREADABLE with the line, TOO_LARGE.
 */
final class CsvFile implements Iterator<CsvFile.Row> {

    /** @param line the line of the file the row begins on, from 1 */
    record Row(long line, List<String> cells) {
    }

    private static final int HEADER_CHARS = 64 * 1024;
    private static final int CELL_CHARS = 1024 * 1024;

    private final List<String> headers;
    private final Iterator<CsvRecord> records;
    private long line = 1;

    private CsvFile(Iterator<CsvRecord> records) {
        this.records = records;
        Row first = advance();
        this.headers = first.cells().stream().map(String::strip).toList();
    }

    /** Reads the header. @param maxBytes TOO_LARGE beyond */
    static CsvFile open(InputStream file, long maxBytes) {
        InputStream limited = new LimitedStream(file, maxBytes);
        BufferedReader reader = new BufferedReader(new InputStreamReader(limited, StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)), HEADER_CHARS);
        try {
            skipMark(reader);
            Iterator<CsvRecord> records = CsvReader.builder().fieldSeparator(separator(reader)).skipEmptyLines(true)
                    .ignoreDifferentFieldCount(true).maxBufferSize(CELL_CHARS).ofCsvRecord((Reader) reader).iterator();
            return new CsvFile(records);
        } catch (IOException e) {
            throw unreadable(e, 1);
        }
    }

    List<String> headers() {
        return headers;
    }

    @Override
    public boolean hasNext() {
        try {
            return records.hasNext();
        } catch (CsvParseException | UncheckedIOException e) {
            throw unreadable(e, line);
        }
    }

    @Override
    public Row next() {
        return advance();
    }

    private Row advance() {
        try {
            CsvRecord record = records.next();
            line = record.getStartingLineNumber();
            return new Row(line, record.getFields());
        } catch (NoSuchElementException e) {
            throw TenonException.unreadable("the file is empty");
        } catch (CsvParseException | UncheckedIOException e) {
            throw unreadable(e, line);
        }
    }

    private static void skipMark(Reader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
    }

    /** Which of the three stands most often in the first line, outside quotes. */
    private static char separator(Reader reader) throws IOException {
        char[] head = new char[HEADER_CHARS - 1];
        reader.mark(HEADER_CHARS);
        int length = 0;
        for (int n; length < head.length && (n = reader.read(head, length, Math.min(4096, head.length - length))) > 0; ) {
            length += n;
        }
        reader.reset();
        int[] counts = new int[3];
        boolean quoted = false;
        for (int i = 0; i < length && (quoted || head[i] != '\n' && head[i] != '\r'); i++) {
            quoted ^= head[i] == '"';
            int which = quoted ? -1 : ",;\t".indexOf(head[i]);
            if (which >= 0) {
                counts[which]++;
            }
        }
        return counts[1] > counts[0] && counts[1] >= counts[2] ? ';' : counts[2] > counts[0] ? '\t' : ',';
    }

    private static TenonException unreadable(Exception e, long line) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof TenonException refusal) {
                return refusal;
            }
            if (cause instanceof CharacterCodingException) {
                return new TenonException(Kind.UNREADABLE, "the file is not in UTF-8 (after line %d); save it as CSV UTF-8".formatted(line), List.of(),
                        java.util.Map.of(), e);
            }
        }
        return new TenonException(Kind.UNREADABLE, "the file cannot be read after line %d".formatted(line), List.of(), java.util.Map.of(), e);
    }
}
