package org.tenon.records.sheets;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.Money;

/**
 * XLSX (ECMA-376) with real numbers and dates, written straight into the stream: texts stand in their cells, so that no table of them grows
 * in memory (docs/decisions/100-own-xlsx-writer.md).
 */
public final class XlsxSheet implements SheetWriter {

    /** Rows a sheet can hold, the header among them. */
    public static final int MOST_ROWS = 1_048_576;
    private static final int MOST_CHARS = 32_767;
    private static final int MOST_TITLE = 31;
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    /** Before it spreadsheets count a day that never was. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);
    private static final int DIGITS = 15;

    private final ZipOutputStream zip;
    private final Writer xml;
    private final XlsxStyles styles = new XlsxStyles();
    private final List<String> letters = new ArrayList<>();
    private int rows;
    private int column;
    private boolean whole;

    public XlsxSheet(OutputStream out, String title) throws IOException {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        String bare = title.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
        String name = bare.isEmpty() ? "Tenon" : bare.substring(0, Math.min(bare.length(), MOST_TITLE));
        part("[Content_Types].xml", XlsxParts.CONTENT_TYPES);
        part("_rels/.rels", XlsxParts.RELATIONS);
        part("xl/workbook.xml", XlsxParts.workbook(Xml.escape(name)));
        part("xl/_rels/workbook.xml.rels", XlsxParts.WORKBOOK_RELATIONS);
        zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
        xml = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
    }

    private void part(String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    @Override
    public void header(List<String> names) throws IOException {
        xml.write(XlsxParts.SHEET_START);
        for (int at = 1; at <= names.size(); at++) {
            int width = at == 1 ? 36 : Math.min(40, Math.max(14, names.get(at - 1).length() * 2 + 2));
            xml.write("<col min=\"" + at + "\" max=\"" + at + "\" width=\"" + width + "\" customWidth=\"1\"/>");
        }
        xml.write("</cols><sheetData>");
        rows = 1;
        start();
        for (String name : names) {
            text(name, XlsxStyles.BOLD);
        }
        xml.write("</row>");
    }

    @Override
    public void row(List<@Nullable Object> cells) throws IOException {
        if (rows++ >= MOST_ROWS) {
            throw TenonException.invalid("format", "tooMany", "an XLSX sheet holds at most " + MOST_ROWS + " rows; export as CSV or filter more narrowly");
        }
        start();
        for (Object cell : cells) {
            if (cell == null) {
                column++;
            } else {
                cell(cell);
            }
        }
        xml.write("</row>");
    }

    private void start() throws IOException {
        column = 0;
        xml.write("<row r=\"" + rows + "\">");
    }

    /** The beginning of the next cell's element, up to its further attributes. */
    private void address(int style) throws IOException {
        while (letters.size() <= column) {
            int number = letters.size();
            letters.add((number < 26 ? "" : letters.get(number / 26 - 1)) + (char) ('A' + number % 26));
        }
        xml.write("<c r=\"" + letters.get(column++) + rows + (style == 0 ? "\"" : "\" s=\"" + style + "\""));
    }

    private void cell(Object cell) throws IOException {
        if (cell instanceof Long number && exact(BigDecimal.valueOf(number))) {
            number(number.toString(), 0);
        } else if (cell instanceof BigDecimal number && exact(number)) {
            number(number.stripTrailingZeros().toPlainString(), XlsxStyles.DECIMAL);
        } else if (cell instanceof Money money && exact(money.amount())) {
            number(money.amount().stripTrailingZeros().toPlainString(), styles.money(money.currency()));
        } else if (cell instanceof LocalDate day && !day.isBefore(FIRST_DAY)) {
            number(String.valueOf(ChronoUnit.DAYS.between(DAY_ZERO, day)), XlsxStyles.DATE);
        } else if (cell instanceof LocalDateTime moment && !moment.toLocalDate().isBefore(FIRST_DAY)) {
            number(String.valueOf(ChronoUnit.DAYS.between(DAY_ZERO, moment.toLocalDate()) + part(moment.toLocalTime())), XlsxStyles.MOMENT);
        } else if (cell instanceof LocalTime time) {
            number(String.valueOf(part(time)), XlsxStyles.TIME);
        } else if (cell instanceof Boolean flag) {
            address(0);
            xml.write(" t=\"b\"><v>" + (flag ? 1 : 0) + "</v></c>");
        } else {
            text(cell instanceof Money money ? money.amount().toPlainString() + " " + money.currency() : cell.toString(), 0);
        }
    }

    private void number(String number, int style) throws IOException {
        address(style);
        xml.write("><v>");
        xml.write(number);
        xml.write("</v></c>");
    }

    private void text(String text, int style) throws IOException {
        String shown = text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS - 1) + "…";
        address(style);
        xml.write(" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        xml.write(Xml.escape(shown));
        xml.write("</t></is></c>");
    }

    /** Spreadsheets keep 15 digits of a number; longer ones are safe as text alone. */
    private static boolean exact(BigDecimal number) {
        return number.signum() == 0 || number.stripTrailingZeros().precision() <= DIGITS && number.precision() - number.scale() <= DIGITS;
    }

    private static double part(LocalTime time) {
        return time.toSecondOfDay() / 86_400.0;
    }

    @Override
    public void close() throws IOException {
        if (!whole) {
            whole = true;
            xml.write("</sheetData></worksheet>");
            xml.flush();
            zip.closeEntry();
            part("xl/styles.xml", styles.xml());
            zip.finish();
        }
    }
}
