package org.tenon.records.imports.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens files of tables. What is wrong with them is thrown as {@link FileRefused}. */
public final class Tables {

    private static final int SHOWN = 20;
    private static final int HEADER_AMONG = 10;
    private static final long MOST_ROWS = 1_048_576;

    private Tables() {
    }

    /** Finds out what {@code how} leaves open, and reads the file to its end once: a file that cannot be read is refused here. */
    public static Look look(Content content, ReadAs how) {
        try {
            if (format(content) == Format.XLSX) {
                return sheet(content, how);
            }
            String encoding = how.encoding() == null ? Encodings.detect(content) : how.encoding();
            String head = CsvRows.head(content, encoding);
            if (head.indexOf('\0') >= 0 && head.chars().filter(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t').count() > head.length() / 100) {
                throw FileRefused.unreadable("binary");
            }
            String delimiter = how.delimiter() == null ? Delimiters.detect(head) : how.delimiter();
            int headerRow = how.headerRow() == null ? headerRow(new CsvRows(content, encoding, delimiter, 0), false) : how.headerRow();
            try (CsvRows rows = new CsvRows(content, encoding, delimiter, headerRow)) {
                return look(rows, Format.CSV, encoding, delimiter, List.of(), null, headerRow);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Look sheet(Content content, ReadAs how) throws IOException {
        int headerRow = how.headerRow() == null ? headerRow(new XlsxRows(content, how.sheet(), 0), true) : how.headerRow();
        try (XlsxRows rows = new XlsxRows(content, how.sheet(), headerRow)) {
            return look(rows, Format.XLSX, null, null, rows.sheets(), rows.sheet(), headerRow);
        }
    }

    /** The rows again, read as a {@link Look} says. */
    public static TableRows open(Content content, Look look) {
        try {
            return look.format() == Format.XLSX ? new XlsxRows(content, look.sheet(), look.headerRow())
                    : new CsvRows(content, String.valueOf(look.encoding()), look.delimiter(), look.headerRow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Format format(Content content) throws IOException {
        try (InputStream in = content.open()) {
            byte[] head = in.readNBytes(8);
            if (head.length == 0) {
                throw FileRefused.unreadable("empty");
            }
            return Format.of(head);
        }
    }

    /** The first of the first rows with more than one cell: a title may stand above the headers. Of sheets by number, of CSV by count. */
    private static int headerRow(TableRows rows, boolean numbered) {
        try (rows) {
            for (int row = 1; row <= HEADER_AMONG && rows.hasNext(); row++) {
                SheetRow next = rows.next();
                if (next.cells().stream().filter(cell -> !cell.isBlank()).count() > 1) {
                    return numbered ? (int) next.line() : row;
                }
            }
            return 1;
        }
    }

    private static Look look(TableRows rows, Format format, @Nullable String encoding, @Nullable String delimiter, List<Look.Sheet> sheets,
                             @Nullable String sheet, int headerRow) {
        List<SheetRow> first = new ArrayList<>();
        long count = 0;
        int width = rows.headers().size();
        while (rows.hasNext()) {
            SheetRow row = rows.next();
            if (++count > MOST_ROWS) {
                throw FileRefused.tooLarge("rows", MOST_ROWS);
            }
            width = headerRow == 0 && count <= SHOWN ? Math.max(width, row.cells().size()) : width;
            if (first.size() < SHOWN) {
                first.add(row);
            }
        }
        if (width == 0) {
            throw FileRefused.unreadable("empty");
        }
        return new Look(format, encoding, delimiter, sheets, sheet, headerRow, named(rows.headers(), width), List.copyOf(first), count);
    }

    private static List<String> named(List<String> headers, int width) {
        List<String> named = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            String header = column < headers.size() ? headers.get(column).strip() : "";
            named.add(header.isEmpty() ? letters(column) : header);
        }
        return List.copyOf(named);
    }

    /** {@code A … Z AA …}, as spreadsheets call columns. */
    static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }
}
