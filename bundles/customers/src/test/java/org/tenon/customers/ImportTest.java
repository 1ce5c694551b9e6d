package org.tenon.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.tenon.records.imports.file.Content;
import org.tenon.records.imports.file.ReadAs;
import org.tenon.records.imports.file.TableRows;
import org.tenon.records.imports.file.Tables;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Grants;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordQuery;
import org.tenon.sdk.record.RecordView;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

class ImportTest {

    private static final String FOLDER = "customers-zh/";
    /** The kinds of bad rows in {@code truth.json}, and the field each must be refused for. */
    private static final Map<String, String> FIELDS = Map.of("名称缺失", "name", "信用代码校验位错", "creditCode", "日期无效", "founded", "金额无效", "registeredCapital",
        "邮箱无效", "emails");
    private static final Caller SELLER = new Caller(700, "Seller", Locale.SIMPLIFIED_CHINESE, false, null);

    @BothDatabases
    void theFileOfCustomersIsImportedButForItsBadRows(TestDatabase database) throws IOException {
        imported(database, "customers-utf8bom.csv", Files.readAllBytes(SharedData.file(FOLDER + "customers-utf8bom.csv")));
    }

    @BothDatabases
    void theFileInTheOldEncodingIsImportedLikewise(TestDatabase database) throws IOException {
        imported(database, "customers-gb18030.csv", Files.readAllBytes(SharedData.file(FOLDER + "customers-gb18030.csv")));
    }

    @BothDatabases
    void theFileAsASpreadsheetIsImportedLikewise(TestDatabase database) throws IOException {
        ByteArrayOutputStream book = new ByteArrayOutputStream();
        Content csv = () -> Files.newInputStream(SharedData.file(FOLDER + "customers-utf8bom.csv"));
        try (TableRows rows = Tables.open(csv, Tables.look(csv, ReadAs.FOUND)); Workbook workbook = new Workbook(book, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("客户");
            fill(sheet, 0, rows.headers());
            for (int row = 1; rows.hasNext(); row++) {
                fill(sheet, row, rows.next().cells());
            }
        }
        imported(database, "customers.xlsx", book.toByteArray());
    }

    private static void fill(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            sheet.value(row, column, cells.get(column));
        }
    }

    private static void imported(TestDatabase database, String name, byte[] file) throws IOException {
        JsonNode truth = new ObjectMapper().readTree(SharedData.file(FOLDER + "truth.json").toFile());
        try (CustomersEngine area = new CustomersEngine(database)) {
            Loading loading = new Loading(area);
            String id = loading.begin(name, file, Map.of("duplicates", "create"));
            Map<String, Long> trial = loading.check(id);
            assertThat(trial).containsEntry("read", 2_240L).containsEntry("created", 2_200L);
            assertThat(count(database, "customers_customer")).isZero();
            Map<String, String> before = loading.refused(id);
            Map<String, Long> counts = loading.run(id);
            assertThat(counts).containsEntry("read", 2_240L).containsEntry("created", 2_200L).containsEntry("linked", 2_200L).containsEntry("refused", 40L);
            assertThat(loading.refused(id)).isEqualTo(before).isEqualTo(badRows(truth));
            assertThat(count(database, "customers_customer")).isEqualTo(2_200);
            assertThat(count(database, "customers_contact")).isEqualTo(2_200);
            assertRow(area);
        }
    }

    @BothDatabases
    void rowsOfOneFileCannotPutCompaniesAboveEachOther(TestDatabase database) {
        try (CustomersEngine area = new CustomersEngine(database)) {
            Loading loading = new Loading(area);
            for (String name : List.of("甲", "乙", "丙")) {
                area.customer(Map.of("name", name));
            }
            byte[] circle = "客户名称,上级公司\n甲,乙\n乙,丙\n丙,甲\n".getBytes(StandardCharsets.UTF_8);
            String id = loading.begin("circle.csv", circle, Map.of("mode", "update", "match", List.of("name")));

            assertThat(loading.check(id)).containsEntry("updated", 2L).containsEntry("refused", 1L);
            assertThat(loading.run(id)).containsEntry("updated", 2L).containsEntry("refused", 1L);
            assertThat(loading.refused(id)).isEqualTo(Map.of("丙", "parentId"));
            assertThat(count(database, "customers_customer WHERE parent_id IS NOT NULL")).isEqualTo(2);
        }
    }

    @BothDatabases
    void contactsGoToTheOwnerTheFileNamesForTheirCustomer(TestDatabase database) {
        try (CustomersEngine area = new CustomersEngine(database)) {
            area.engine().grant(700, new Grants(true, List.of(), List.of(), Set.of(), Set.of(), Set.of()), 50L);
            String owner = RecordId.text(900);
            byte[] file = ("客户名称,聯絡人,Mobile,ownerId\n榫卯,王芳,,\n木作,,13800138000," + owner + "\n").getBytes(StandardCharsets.UTF_8);
            Loading loading = new Loading(area);
            Map<String, Long> counts = SELLER.run(() -> loading.run(loading.begin("x.csv", file, Map.of())));
            assertThat(counts).containsEntry("created", 2L).containsEntry("linked", 2L);
            assertThat(area.all(area.contacts())).extracting(contact -> contact.json().get("name"), contact -> contact.json().get("ownerId"))
                .containsExactlyInAnyOrder(tuple("王芳", RecordId.text(700)),
                    tuple("13800138000", owner));
        }
    }

    private static void assertRow(CustomersEngine area) {
        Object number = Map.of("==", List.of(Map.of("var", "number"), "C700256"));
        Map<String, Object> row = area.as(() -> area.customers().page(RecordQuery.first(2).where(number))).items().get(0).json();
        assertThat(row).containsEntry("name", "南京市水城旅游科技集团有限公司").containsEntry("industry", "it").containsEntry("region", "3201")
            .containsEntry("level", "B").containsEntry("source", "advertising").containsEntry("founded", "2010-02-28")
            .containsEntry("creditCode", "91907748JG92ANXJW1").containsEntry("remark", "喜欢喝茶\n周三下午有空")
            .containsEntry("phones", List.of(Map.of("kind", "office", "value", "025-23381021")));
        assertThat(String.valueOf(row.get("registeredCapital"))).startsWith("1000");
        Object party = Map.of("==", List.of(Map.of("var", "party"), Map.of("type", "customers.customer", "id", row.get("id"))));
        List<RecordView> people = area.as(() -> area.contacts().page(RecordQuery.first(2).where(party))).items();
        assertThat(people).hasSize(1);
        assertThat(people.get(0).json()).containsEntry("name", "黄磊浩").containsEntry("mainContact", true)
            .containsEntry("phones", List.of(Map.of("kind", "mobile", "value", "15402151289")))
            .containsEntry("emails", List.of(Map.of("kind", "work", "value", "u256@gcorp7.example")));
    }

    private static Map<String, String> badRows(JsonNode truth) {
        Map<String, String> bad = new HashMap<>();
        truth.get("badRows").forEach(row -> bad.put(row.get(0).asText(), FIELDS.get(row.get(1).asText())));
        return bad;
    }

    private static long count(TestDatabase database, String table) {
        return database.count("select count(*) from " + table);
    }
}
