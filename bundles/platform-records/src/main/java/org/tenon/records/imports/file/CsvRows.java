package org.tenon.records.imports.file;

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
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.Kind;

/** The rows of a CSV file. */
final class CsvRows implements TableRows {

    private static final long MAX_BYTES = 100L * 1024 * 1024;
    private static final int HEAD = 64 * 1024;
    private static final int CELL_CHARS = 1024 * 1024;

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final String encoding;
    private final List<String> headers;
    private @Nullable SheetRow next;
    private long line = 1;

    /** @param delimiter null to find it out */
    CsvRows(Content content, String encoding, @Nullable String delimiter, int headerRow) throws IOException {
        InputStream bytes = new LimitedStream(content.open(), MAX_BYTES, "large");
        try {
            BufferedReader text = text(bytes, encoding);
            this.encoding = encoding;
            this.reader = CsvReader.builder().fieldSeparator((delimiter == null ? ',' : delimiter.charAt(0))).skipEmptyLines(true)
                    .ignoreDifferentFieldCount(true).maxBufferSize(CELL_CHARS).ofCsvRecord((Reader) text);
            this.records = reader.iterator();
            this.next = advance();
            for (int row = 1; row < headerRow && next != null; row++) {
                next = advance();
            }
            this.headers = headerRow > 0 && next != null ? next.cells() : List.of();
            this.next = headerRow > 0 && next != null ? advance() : next;
        } catch (RuntimeException | IOException e) {
            bytes.close();
            throw e;
        }
    }

    /** The beginning of the text. */
    static String head(Content content, String encoding) throws IOException {
        try (BufferedReader text = text(new LimitedStream(content.open(), MAX_BYTES, "large"), encoding)) {
            char[] head = new char[HEAD];
            int length = 0;
            for (int n; length < head.length && (n = text.read(head, length, head.length - length)) > 0; ) {
                length += n;
            }
            return new String(head, 0, length);
        } catch (CharacterCodingException e) {
            throw new FileRefused(Kind.UNREADABLE, "encoding", e, encoding, 1L);
        }
    }

    private static BufferedReader text(InputStream bytes, String encoding) throws IOException {
        BufferedReader text = new BufferedReader(new InputStreamReader(bytes, Encodings.strict(encoding)), HEAD);
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
        return text;
    }

    @Override
    public List<String> headers() {
        return headers;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public SheetRow next() {
        SheetRow row = next;
        if (row == null) {
            throw new NoSuchElementException();
        }
        next = advance();
        return row;
    }

    private @Nullable SheetRow advance() {
        try {
            while (records.hasNext()) {
                CsvRecord record = records.next();
                line = record.getStartingLineNumber();
                SheetRow row = new SheetRow(line, List.copyOf(record.getFields()), Set.of(), Set.of());
                if (!row.blank()) {
                    return row;
                }
            }
            return null;
        } catch (CsvParseException | UncheckedIOException e) {
            throw refusal(e);
        }
    }

    private RuntimeException refusal(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof FileRefused refusal) {
                return refusal;
            }
            if (cause instanceof CharacterCodingException) {
                return new FileRefused(Kind.UNREADABLE, "encoding", e, encoding, line);
            }
        }
        return new FileRefused(Kind.UNREADABLE, "csv", e, line);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
