package org.tenon.records.sheets;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.record.Money;

/** CSV as spreadsheets open it by a double click: UTF-8 with BOM, CRLF, texts that would be taken for formulas made plain. */
public final class CsvSheet implements SheetWriter {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final BufferedWriter text;
    private final CsvWriter csv;

    public CsvSheet(OutputStream out) throws IOException {
        text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text.write('\ufeff');
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
    }

    @Override
    public void header(List<String> names) {
        csv.writeRecord(names.stream().map(CsvSheet::plain).toList());
    }

    @Override
    public void row(List<@Nullable Object> cells) {
        csv.writeRecord(cells.stream().map(CsvSheet::text).toList());
    }

    private static String text(@Nullable Object cell) {
        if (cell instanceof Money money) {
            return number(money.amount()) + " " + money.currency();
        }
        if (cell instanceof BigDecimal number) {
            return number(number);
        }
        if (cell instanceof LocalDateTime moment) {
            return MOMENT.format(moment);
        }
        if (cell instanceof LocalTime time) {
            return TIME.format(time);
        }
        return cell == null ? "" : cell instanceof String string ? plain(string) : cell.toString();
    }

    private static String number(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        return bare.setScale(Math.max(bare.scale(), 0)).toPlainString();
    }

    /** Spreadsheets run what begins so; an apostrophe in front makes it text. */
    private static String plain(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    @Override
    public void close() throws IOException {
        text.flush();
    }
}
