package org.tenon.records.imports.file;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.tenon.records.sheets.SheetWriter;
import org.tenon.records.sheets.XlsxSheet;

/** Writes a table row by row, with flat memory. For one thread. */
public interface TableWriter extends AutoCloseable {

    void row(List<String> cells) throws IOException;

    @Override
    void close() throws IOException;

    /** In the format, encoding and delimiter of a file that was read. Leaves {@code out} open. */
    static TableWriter like(Look look, OutputStream out) throws IOException {
        return look.format() == Format.XLSX ? new Xlsx(out, String.valueOf(look.sheet()))
                : new Csv(out, Objects.requireNonNull(look.encoding()), Objects.requireNonNull(look.delimiter()));
    }

    /** Cells are as they were in the file they came from; what a program would take for a formula stays what it was. */
    final class Csv implements TableWriter {

        private final Writer text;
        private final String delimiter;
        private final Pattern quoted;

        Csv(OutputStream out, String encoding, String delimiter) throws IOException {
            this.text = new BufferedWriter(new OutputStreamWriter(out, Encodings.charset(encoding)));
            this.delimiter = delimiter;
            this.quoted = Pattern.compile("[\"\\r\\n" + Pattern.quote(delimiter) + "]|^\\s|\\s$");
            if (encoding.startsWith("UTF")) {
                text.write('\uFEFF');
            }
        }

        @Override
        public void row(List<String> cells) throws IOException {
            String between = "";
            for (String cell : cells) {
                text.write(between);
                text.write(quoted.matcher(cell).find() ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
                between = delimiter;
            }
            text.write("\r\n");
        }

        @Override
        public void close() throws IOException {
            text.flush();
        }
    }

    /** Every cell is text. */
    final class Xlsx implements TableWriter {

        private final SheetWriter sheet;
        private boolean headed;

        Xlsx(OutputStream out, String name) throws IOException {
            this.sheet = new XlsxSheet(out, name);
        }

        @Override
        public void row(List<String> cells) throws IOException {
            if (headed) {
                sheet.row(cells.stream().map(cell -> cell.isEmpty() ? null : (Object) cell).toList());
            } else {
                sheet.header(cells);
                headed = true;
            }
        }

        @Override
        public void close() throws IOException {
            sheet.close();
        }
    }
}
