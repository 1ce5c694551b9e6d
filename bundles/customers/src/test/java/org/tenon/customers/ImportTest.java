package org.tenon.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Grants;
import org.tenon.sdk.record.ImportReport;
import org.tenon.sdk.record.ImportReport.Refusal;
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
        Path file = SharedData.file(FOLDER + "customers-utf8bom.csv");
        JsonNode truth = new ObjectMapper().readTree(SharedData.file(FOLDER + "truth.json").toFile());
        try (CustomersEngine area = new CustomersEngine(database)) {
            ImportReport trial = load(area, file, true);
            assertThat(trial.imported()).isEqualTo(2_200);
            assertThat(count(database, "customers_customer")).isZero();
            ImportReport report = load(area, file, false);
            assertThat(report.rows()).isEqualTo(2_240);
            assertThat(report.imported()).isEqualTo(2_200);
            assertThat(report.linked()).isEqualTo(2_200);
            assertThat(report.unmatched()).isEmpty();
            assertThat(refused(report, file)).isEqualTo(badRows(truth));
            assertThat(report.refused()).hasSize(40).isEqualTo(trial.refused()).allSatisfy(refusal -> {
                assertThat(refusal.field()).isNotEmpty();
                assertThat(refusal.reason()).isNotEmpty();
            });
            assertThat(count(database, "customers_customer")).isEqualTo(2_200);
            assertThat(count(database, "customers_contact")).isEqualTo(2_200);
            assertRow(area);
        }
    }

    @BothDatabases
    void contactsGoToTheOwnerTheFileNamesForTheirCustomer(TestDatabase database) {
        try (CustomersEngine area = new CustomersEngine(database)) {
            area.engine().grant(700, new Grants(true, List.of(), List.of(), Set.of(), Set.of(), Set.of()), 50L);
            String owner = RecordId.text(900);
            ImportReport report = SELLER.run(() -> area.customers().importCsv(text("客户名称,聯絡人,Mobile,ownerId\n榫卯,王芳,,\n木作,,13800138000," + owner + "\n"), false));
            assertThat(report.imported()).isEqualTo(2);
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

    private static ImportReport load(CustomersEngine area, Path file, boolean dryRun) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return area.as(() -> area.customers().importCsv(stream, dryRun));
        }
    }

    /** Customer number → refused field. The number is looked up by the line on which the refused row begins. */
    private static Map<String, String> refused(ImportReport report, Path file) throws IOException {
        List<String> lines = new ArrayList<>(Files.readString(file).lines().toList());
        Map<String, String> refused = new TreeMap<>();
        for (Refusal refusal : report.refused()) {
            refused.put(lines.get((int) refusal.line() - 1).split(",", 2)[0], refusal.name());
        }
        return refused;
    }

    private static Map<String, String> badRows(JsonNode truth) {
        Map<String, String> bad = new HashMap<>();
        truth.get("badRows").forEach(row -> bad.put(row.get(0).asText(), FIELDS.get(row.get(1).asText())));
        return bad;
    }

    private static InputStream text(String csv) {
        return new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
    }

    private static long count(TestDatabase database, String table) {
        return database.count("select count(*) from " + table);
    }
}
