package org.tenon.records.imports.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.Kind;

/** The rows of one sheet of an XLSX file. Formulas count as what they last came to; hidden rows are read like others. */
final class XlsxRows implements TableRows {

    private static final long MAX_BYTES = 100L * 1024 * 1024;
    private static final int COLUMNS = 1_000;
    private static final Pattern FAILED = Pattern.compile("#(REF!|DIV/0!|VALUE!|N/A|NAME\\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|GETTING_DATA)");
    private static final Pattern DAYS = Pattern.compile("(?i)[yd年月日]");
    /** A currency in a number's format, as our own exports and spreadsheets write it. */
    private static final Pattern CURRENCY = Pattern.compile("\"([A-Z]{3})\"|\\[\\$([A-Z]{3})(?:-[0-9A-Fa-f]+)?]");
    private static final Pattern HOURS = Pattern.compile("(?i)[hs时秒]");

    private final Path file;
    private final ReadableWorkbook book;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final List<String> headers;
    private final String sheet;
    private @Nullable SheetRow next;

    /** @param sheet null for the first that is not hidden */
    XlsxRows(Content content, @Nullable String sheet, int headerRow) throws IOException {
        file = Files.createTempFile("tenon-import-", ".xlsx");
        ReadableWorkbook opened = null;
        try {
            try (InputStream in = new LimitedStream(content.open(), MAX_BYTES, "large")) {
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            }
            ZipGuard.check(file);
            opened = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
            Sheet chosen = choose(opened, sheet);
            this.sheet = chosen.getName();
            this.book = opened;
            this.stream = chosen.openStream();
            this.rows = stream.iterator();
            this.next = advance();
            while (next != null && next.line() < headerRow) {
                next = advance();
            }
            this.headers = headerRow > 0 && next != null ? next.cells() : List.of();
            this.next = headerRow > 0 && next != null ? advance() : next;
        } catch (RuntimeException | IOException e) {
            if (opened != null) {
                opened.close();
            }
            Files.deleteIfExists(file);
            throw e instanceof FileRefused refusal ? refusal : new FileRefused(Kind.UNREADABLE, "xlsx", e);
        }
    }

    private static Sheet choose(ReadableWorkbook book, @Nullable String name) {
        List<Sheet> all = book.getSheets().toList();
        if (name != null) {
            return all.stream().filter(each -> each.getName().equals(name)).findFirst().orElseThrow(() -> FileRefused.unreadable("sheet", name));
        }
        return all.stream().filter(each -> each.getVisibility() == SheetVisibility.VISIBLE).findFirst().or(() -> all.stream().findFirst())
                .orElseThrow(() -> FileRefused.unreadable("empty"));
    }

    String sheet() {
        return sheet;
    }

    List<Look.Sheet> sheets() {
        return book.getSheets().map(each -> new Look.Sheet(each.getName(), each.getVisibility() != SheetVisibility.VISIBLE)).toList();
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
            while (rows.hasNext()) {
                SheetRow row = read(rows.next());
                if (!row.blank()) {
                    return row;
                }
            }
            return null;
        } catch (FileRefused e) {
            throw e;
        } catch (RuntimeException e) {
            throw new FileRefused(Kind.UNREADABLE, "xlsx", e);
        }
    }

    private static SheetRow read(Row row) {
        List<String> cells = new ArrayList<>();
        Set<Integer> typed = new HashSet<>();
        Set<Integer> broken = new HashSet<>();
        for (int column = 0; column < row.getCellCount(); column++) {
            Cell cell = row.getCell(column);
            String text = cell == null ? "" : text(cell);
            if (!text.isBlank() && column >= COLUMNS) {
                throw FileRefused.tooLarge("columns", COLUMNS);
            }
            if (cell != null && (cell.getType() == CellType.ERROR || cell.getType() == CellType.FORMULA && FAILED.matcher(text).matches())) {
                broken.add(column);
            } else if (cell != null && (cell.getValue() instanceof BigDecimal || cell.getValue() instanceof Boolean)) {
                typed.add(column);
            }
            cells.add(text);
        }
        while (!cells.isEmpty() && cells.get(cells.size() - 1).isBlank()) {
            cells.remove(cells.size() - 1);
        }
        return new SheetRow(row.getRowNum(), List.copyOf(cells), Set.copyOf(typed), Set.copyOf(broken));
    }

    private static String text(Cell cell) {
        Object value = cell.getType() == CellType.ERROR ? cell.getRawValue() : cell.getValue();
        if (value instanceof BigDecimal number) {
            String format = cell.getDataFormatString();
            String bare = format == null ? "" : format.replaceAll("\"[^\"]*\"|\\[[^\\]]*]|\\\\.", "");
            boolean days = DAYS.matcher(bare).find();
            boolean hours = HOURS.matcher(bare).find();
            return days || hours ? moment(cell, days, hours, number) : plain(number) + currency(String.valueOf(format));
        }
        return value == null ? "" : String.valueOf(value);
    }

    private static String currency(String format) {
        Matcher found = CURRENCY.matcher(format);
        return found.find() ? " " + (found.group(1) != null ? found.group(1) : found.group(2)) : "";
    }

    private static String moment(Cell cell, boolean days, boolean hours, BigDecimal number) {
        try {
            LocalDateTime at = cell.asDate().plusNanos(500_000_000L).withNano(0);
            if (!days) {
                return DateTimeFormatter.ISO_LOCAL_TIME.format(at.toLocalTime());
            }
            boolean midnight = at.toLocalTime().equals(LocalTime.MIDNIGHT);
            return at.toLocalDate() + (hours || !midnight ? " " + DateTimeFormatter.ofPattern("HH:mm:ss").format(at) : "");
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException e) {
            return plain(number);
        }
    }

    /** Spreadsheets keep 15 digits; what a number like 0.1 + 0.2 has beyond them is noise. */
    private static String plain(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        if (Math.abs((long) number.precision() - number.scale()) > 30) {
            return number.toString();
        }
        BigDecimal rounded = number.precision() > 15 ? number.round(new java.math.MathContext(15)) : number;
        return rounded.stripTrailingZeros().toPlainString();
    }

    @Override
    public void close() {
        try {
            stream.close();
            book.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
