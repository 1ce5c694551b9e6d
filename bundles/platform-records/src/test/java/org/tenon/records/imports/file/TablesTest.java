package org.tenon.records.imports.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tenon.sdk.Kind;

class TablesTest {

    private static final String SIMPLIFIED = "客户名称,行业,备注\n上海市眷客商贸有限公司,批发零售,喜欢喝茶\n南京水城旅游科技集团,信息技术,周三下午有空\n";
    private static final String TRADITIONAL = "客戶名稱,行業,備註\n臺北市榫卯貿易股份有限公司,批發零售,喜歡喝茶\n高雄港旅遊科技集團,資訊技術,週三下午有空\n";

    static Stream<Path> spectrum() throws IOException {
        Path folder = data("csv-spectrum/csvs");
        if (!Files.exists(folder) && !"1".equals(System.getenv("TENON_REQUIRE_DATA"))) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("spectrum")
    void everyDialectReadsAsItsJsonSays(Path csv) throws IOException {
        String name = csv.getFileName().toString().replace(".csv", ".json");
        JsonNode expected = new ObjectMapper().readTree(csv.getParent().resolveSibling("json").resolve(name).toFile());
        List<List<String>> rows = new ArrayList<>();
        List<List<String>> wanted = new ArrayList<>();

        Content content = () -> Files.newInputStream(csv);
        try (TableRows table = Tables.open(content, Tables.look(content, ReadAs.FOUND))) {
            table.forEachRemaining(row -> rows.add(row.cells()));
            for (JsonNode each : expected.isArray() ? expected : List.of(expected)) {
                List<String> row = new ArrayList<>();
                table.headers().forEach(header -> row.add(each.get(header).asText()));
                wanted.add(row);
            }
        }

        assertThat(plain(rows)).isEqualTo(plain(wanted));
    }

    /** The data differs from its own JSON in line breaks, and in a telephone number that someone changed in the JSON alone. */
    private static String plain(List<List<String>> rows) {
        return rows.toString().replace("\r\n", "\n").replace("2095257564", "1234567890");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"})
    void simplifiedTextIsFoundInEveryEncoding(String encoding) {
        Look look = look(SIMPLIFIED.getBytes(Charset.forName(encoding)));

        assertThat(look.encoding()).isEqualTo(encoding);
        assertThat(look.headers()).containsExactly("客户名称", "行业", "备注");
        assertThat(look.rows()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16LE", "Big5", "GB18030"})
    void traditionalTextIsFoundInEveryEncoding(String encoding) {
        Look look = look(TRADITIONAL.getBytes(Charset.forName(encoding)));

        assertThat(look.encoding()).isEqualTo(encoding);
        assertThat(look.first().get(0).cell(0)).isEqualTo("臺北市榫卯貿易股份有限公司");
    }

    @Test
    void marksCountAndAreNoPartOfTheFirstHeader() {
        for (String encoding : List.of("UTF-8", "UTF-16LE", "UTF-16BE")) {
            Look look = look(("\uFEFF" + SIMPLIFIED).getBytes(Charset.forName(encoding)));

            assertThat(look.encoding()).isEqualTo(encoding);
            assertThat(look.headers().get(0)).isEqualTo("客户名称");
        }
    }

    @Test
    void westernTextIsNotTakenForChinese() {
        Look look = look("Name,Ort\nMüller,Köln\nSørensen,Århus\n".getBytes(Charset.forName("windows-1252")));

        assertThat(look.encoding()).isEqualTo("windows-1252");
        assertThat(look.first().get(0).cells()).containsExactly("Müller", "Köln");
    }

    @Test
    void theFilesOfCustomersReadTheSameInBothEncodings() throws IOException {
        Path folder = data("customers-zh");
        assumeTrue(Files.exists(folder) || "1".equals(System.getenv("TENON_REQUIRE_DATA")), () -> "there is no " + folder);
        Look marked = Tables.look(() -> Files.newInputStream(folder.resolve("customers-utf8bom.csv")), ReadAs.FOUND);
        Look old = Tables.look(() -> Files.newInputStream(folder.resolve("customers-gb18030.csv")), ReadAs.FOUND);

        assertThat(old.encoding()).isEqualTo("GB18030");
        assertThat(marked.encoding()).isEqualTo("UTF-8");
        assertThat(old.rows()).isEqualTo(marked.rows()).isEqualTo(2240);
        assertThat(old.headers()).isEqualTo(marked.headers());
        assertThat(old.first().stream().map(SheetRow::cells)).isEqualTo(marked.first().stream().map(SheetRow::cells).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', value = {"a,b\\n1,2\\n!,", "a;b\\n1,5;2,5\\n!;", "a\\tb\\n1,5\\t2\\n!TAB", "a|b|c\\nx,y|2|3\\n!|", "\"a;x\",b\\n\"1;2\",3\\n!,", "a\\n1\\n!,"})
    void theDelimiterIsFound(String text, String delimiter) {
        assertThat(look(text.replace("\\n", "\n").replace("\\t", "\t")).delimiter()).isEqualTo(delimiter.equals("TAB") ? "\t" : delimiter);
    }

    @Test
    void aTitleAboveTheHeadersIsSkippedAndAFileMayHaveNoHeaders() {
        Look titled = look("客户清单\n\n名称,电话\n甲,1\n");
        assertThat(titled.headers()).containsExactly("名称", "电话");
        assertThat(titled.first()).singleElement().satisfies(row -> assertThat(row.line()).isEqualTo(4));

        Look bare = Tables.look(content("甲,1\n乙,2\n"), new ReadAs(null, null, null, 0));
        assertThat(bare.headers()).containsExactly("A", "B");
        assertThat(bare.rows()).isEqualTo(2);
    }

    @Test
    void whatIsNoTableIsRefusedWithTheReason() {
        refused(content(""), ReadAs.FOUND, Kind.UNREADABLE, "empty");
        refused(content("\n\n"), ReadAs.FOUND, Kind.UNREADABLE, "empty");
        refused(content("name\n客户\n".getBytes(Charset.forName("GB18030"))), new ReadAs("UTF-8", null, null, null), Kind.UNREADABLE, "encoding");
        refused(content(new byte[] {'a', 0, 0, 0, 1, 2, 3, 'b', 0, 0, 4, 5, 6, 1, 1, 1}), ReadAs.FOUND, Kind.UNREADABLE, "binary");
        refused(content(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 1, 2, 3, 4, 5}), ReadAs.FOUND, Kind.UNREADABLE, "xls");
        refused(content(new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0}), ReadAs.FOUND, Kind.UNREADABLE, "xlsx");
        refused(content("a,b\n\"never closed,1\n" + "x".repeat(2_000_000)), ReadAs.FOUND, Kind.UNREADABLE, "csv");
    }

    @Test
    void aGigabyteIsRefusedByTheLimitWithoutReadingIt() {
        long[] read = new long[1];
        Content endless = () -> new InputStream() {
            private long left = 1L << 30;

            @Override
            public int read() {
                read[0]++;
                return left-- > 0 ? left % 500 == 0 ? '\n' : 'a' : -1;
            }
        };
        refused(endless, new ReadAs("UTF-8", ",", null, 1), Kind.TOO_LARGE, "large");
        assertThat(read[0]).isLessThan(110L * 1024 * 1024);
    }

    @Test
    void typedCellsReadPlainlyAndFailedFormulasAreMarked() {
        byte[] book = Workbooks.of(sheet -> {
            sheet.value(0, 0, "名称");
            sheet.value(0, 1, "成立日期");
            sheet.value(0, 2, "金额");
            sheet.value(0, 3, "合计");
            sheet.value(2, 0, "甲");
            sheet.value(2, 1, LocalDate.of(2026, 1, 5));
            sheet.style(2, 1).format("yyyy\"年\"m\"月\"d\"日\"").set();
            sheet.value(2, 2, 12345678901.5);
            sheet.value(2, 3, 7);
            sheet.value(3, 0, "乙");
            sheet.value(3, 1, LocalDateTime.of(2026, 1, 5, 9, 30, 0));
            sheet.style(3, 1).format("yyyy-mm-dd hh:mm:ss").set();
            sheet.value(3, 2, true);
            sheet.value(3, 3, 8);
        });
        byte[] broken = Workbooks.edited(book, "xl/worksheets/sheet1.xml", xml -> xml
                .replaceFirst("(<c r=\"D3\"[^>]*)>(<v>7</v>)", "$1><f>3+4</f>$2").replaceFirst("(<c r=\"D4\")[^>]*><v>8</v>", "$1 t=\"e\"><f>1/0</f><v>#DIV/0!</v>"));

        Look look = look(broken);

        assertThat(look.sheets()).extracting(Look.Sheet::name).containsExactly("客户", "Other");
        assertThat(look.first().get(0)).isEqualTo(new SheetRow(3, List.of("甲", "2026-01-05", "12345678901.5", "7"), java.util.Set.of(1, 2, 3), java.util.Set.of()));
        assertThat(look.first().get(1).cells()).containsExactly("乙", "2026-01-05 09:30:00", "true", "#DIV/0!");
        assertThat(look.first().get(1).broken()).containsExactly(3);
        assertThat(look.rows()).isEqualTo(2);
        assertThat(Tables.look(content(broken), new ReadAs(null, null, "Other", 0)).headers()).containsExactly("A");
        refused(content(broken), new ReadAs(null, null, "Nowhere", 1), Kind.UNREADABLE, "sheet");
    }

    @Test
    void spreadsheetsThatUnpackToTooMuchAreRefused() throws IOException {
        byte[] book = Workbooks.of(List.of(List.of("name"), List.of("a")));
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bomb)) {
            out.putNextEntry(new ZipEntry("[Content_Types].xml"));
            out.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < 200; i++) {
                out.write(zeros);
            }
        }
        refused(content(bomb.toByteArray()), ReadAs.FOUND, Kind.TOO_LARGE, "unpacked");
        byte[] wide = Workbooks.edited(book, "xl/worksheets/sheet1.xml", xml -> xml.replace("\"A2\"", "\"ZZZZZZ2\""));
        refused(content(wide), ReadAs.FOUND, Kind.UNREADABLE, "xlsx");
    }

    private static void refused(Content content, ReadAs how, Kind kind, String code) {
        assertThatThrownBy(() -> Tables.look(content, how)).isInstanceOfSatisfying(FileRefused.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.kind()).isEqualTo(kind);
        });
    }

    private static Look look(String text) {
        return look(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Look look(byte[] bytes) {
        return Tables.look(content(bytes), ReadAs.FOUND);
    }

    private static Content content(String text) {
        return content(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Content content(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }

    private static Path data(String name) {
        return Path.of(System.getenv().getOrDefault("TENON_DATA", "../../../shared/data")).resolve(name);
    }
}
