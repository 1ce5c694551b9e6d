package org.tenon.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.Tenon;

/** Fields added to customers in the running distribution, without a restart. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomFieldsIT {

    private static final String CUSTOMERS = "/api/customers/customers";
    private static final String FIELDS = "/api/records/fields";
    private static final String PASSWORD = "Correct-horse-9";
    private static final String LAYOUT = "/api/records/layouts/customers.customer";

    private Tenon tenon;
    private Api admin;

    @BeforeAll
    void start() {
        tenon = Tenon.start("customfields", Map.of());
        admin = tenon.admin();
    }

    @AfterAll
    void stop() {
        tenon.close();
    }

    @Test
    void anAddedFieldIsInFormListFilterOrderTimelineAndOpenApiAtOnce() {
        String limit = name(add("decimal", "年度额度", Map.of("filter", true, "sort", true, "list", 1, "least", 0)));
        String grade = name(add("choice", "合作等级", Map.of("filter", true, "options",
                List.of(Map.of("value", "gold", "labels", Map.of("zh-CN", "金牌", "en", "Gold")), Map.of("value", "iron", "labels", Map.of("zh-CN", "铁牌"))))));
        String tax = name(add("formula", "含税额度", Map.of("result", "decimal", "formula", Map.of("*", List.of(Map.of("var", limit), 1.13)))));
        String number = name(add("autoNumber", "合同编号", Map.of("number", "HT-{yyyy}-{seq:4}")));
        assertThat(admin.get("/api/openapi.json").expect(200).json().at("/components/schemas/CustomersCustomer/properties").has(limit)).isTrue();
        assertThat(field(limit).get("label").asText()).isEqualTo("年度额度");

        for (int i = 1; i <= 5; i++) {
            Map<String, Object> customer = new HashMap<>(Map.of("name", "额度客户" + i, grade, i % 2 == 0 ? "iron" : "gold"));
            if (i != 3) {
                customer.put(limit, i * 100 + ".5000");
            }
            JsonNode made = admin.post(CUSTOMERS, customer).expect(201).json();
            assertThat(made.at("/_labels/" + grade).asText()).isEqualTo(i % 2 == 0 ? "铁牌" : "金牌");
            assertThat(made.get(number).asText()).matches("HT-\\d{4}-\\d{4}");
            assertThat(made.path(tax).asText("")).isEqualTo(i == 1 ? "113.5650" : made.path(tax).asText(""));
        }
        JsonNode gold = page("filter=" + Api.encode(Map.of("==", List.of(Map.of("var", grade), "gold"))) + "&sort=-" + limit);
        assertThat(names(gold)).containsExactly("额度客户5", "额度客户1", "额度客户3");
        JsonNode big = page("filter=" + Api.encode(Map.of(">", List.of(Map.of("var", limit), "250"))) + "&sort=" + limit);
        assertThat(names(big)).containsExactly("额度客户4", "额度客户5");

        JsonNode first = big.at("/items/0");
        String path = CUSTOMERS + "/" + first.get("id").asText();
        admin.patch(path, 1, Map.of(limit, "-1")).expect(422);
        admin.patch(path, 1, Map.of(limit, "1.0000")).expect(200);
        assertThat(admin.get(path + "/timeline").expect(200).json().at("/items/0/changes").findValuesAsText("label")).contains("年度额度");
    }

    @Test
    void aKindThatWouldLoseValuesAndAUniqueOverDoubledOnesAreRefusedAndNothingIsLost() {
        JsonNode field = add("text", "旧编码", Map.of());
        String code = name(field);
        String one = admin.post(CUSTOMERS, Map.of("name", "编码客户甲", code, "same")).expect(201).json().get("id").asText();
        String two = admin.post(CUSTOMERS, Map.of("name", "编码客户乙", code, "same")).expect(201).json().get("id").asText();
        String path = "/api/records/fields/" + field.get("id").asText();
        int version = field.get("version").asInt();

        JsonNode lossy = admin.patch(path, version, Map.of("kind", "number")).expect(422).json();
        assertThat(lossy.get("errors").findValuesAsText("field")).contains("kind");
        JsonNode doubled = admin.patch(path, version, Map.of("unique", true)).expect(409).json();
        assertThat(doubled.toString()).contains("编码客户甲", "编码客户乙");
        for (String id : List.of(one, two)) {
            JsonNode kept = admin.get(CUSTOMERS + "/" + id).expect(200).json();
            assertThat(kept.get(code).asText()).isEqualTo("same");
            assertThat(kept.get("version").asInt()).isEqualTo(1);
        }
        admin.patch(CUSTOMERS + "/" + two, 1, Map.of(code, "other")).expect(200);
        admin.patch(path, version, Map.of("unique", true)).expect(200);
        admin.post(CUSTOMERS, Map.of("name", "编码客户丙", code, "other")).expect(409, 422);
    }

    @Test
    void aTreeOfChoicesIsAskedWithAllThatLiesBelow() {
        String line = name(add("treeChoice", "产品线", Map.of("filter", true, "options", List.of(
                Map.of("value", "tools", "labels", "工具"), Map.of("value", "saws", "parent", "tools", "labels", "锯"), Map.of("value", "bandsaws", "parent", "saws", "labels", "带锯"),
                Map.of("value", "wood", "labels", "木材")))));
        assertThat(field(line).get("tree").asBoolean()).isTrue();
        List.of("tools", "saws", "bandsaws", "wood").forEach(value -> admin.post(CUSTOMERS, Map.of("name", "线上客户 " + value, line, value)).expect(201));
        JsonNode below = page("sort=name&filter=" + Api.encode(Map.of("within", List.of(Map.of("var", line), "saws"))));
        assertThat(names(below)).containsExactlyInAnyOrder("线上客户 saws", "线上客户 bandsaws");
        JsonNode not = page("filter=" + Api.encode(Map.of("and", List.of(Map.of("!=", Arrays.asList(Map.of("var", line), null)),
                Map.of("!", Map.of("within", List.of(Map.of("var", line), "tools")))))));
        assertThat(names(not)).containsExactly("线上客户 wood");
        admin.get(CUSTOMERS + "?filter=" + Api.encode(Map.of("within", List.of(Map.of("var", "name"), "x")))).expect(422);
    }

    @Test
    void aHiddenFieldIsClosedAndARetiredOneComesBack() {
        JsonNode definition = add("text", "内部备注", Map.of("filter", true));
        String note = name(definition);
        String id = admin.post(CUSTOMERS, Map.of("name", "备注客户", note, "机密")).expect(201).json().get("id").asText();
        String role = admin.post("/api/identity/roles", Map.of("name", "只看客户")).expect(201).json().get("id").asText();
        int version = admin.get("/api/identity/roles/" + role + "/grants").expect(200).json().get("version").asInt();
        admin.put("/api/identity/roles/" + role + "/grants", Map.of("version", version,
                "grants", List.of(Map.of("type", "customers.customer", "action", "read", "scope", "all")),
                "fields", List.of(Map.of("type", "customers.customer", "field", note, "access", "hidden")), "functions", List.of())).expect(200);
        Api limited = member("limited", role);
        assertThat(limited.get(CUSTOMERS + "/" + id).expect(200).json().has(note)).isFalse();
        assertThat(limited.get(CUSTOMERS + "/" + id + "/timeline").expect(200).response().body()).doesNotContain("机密");
        limited.get(CUSTOMERS + "?filter=" + Api.encode(Map.of("==", List.of(Map.of("var", note), "机密")))).expect(422);
        limited.get(FIELDS + "?type=customers.customer").expect(403);
        limited.get(LAYOUT).expect(403);

        String path = FIELDS + "/" + definition.get("id").asText();
        admin.post(path + "/retire", Map.of()).expect(200);
        assertThat(admin.get(CUSTOMERS + "/" + id).expect(200).json().has(note)).isFalse();
        admin.post(path + "/restore", Map.of()).expect(200);
        assertThat(admin.get(CUSTOMERS + "/" + id).expect(200).json().get(note).asText()).isEqualTo("机密");
    }

    @Test
    void aFileInAHiddenFieldIsNotGivenOut() throws IOException {
        String open = name(add("files", "公开附件", Map.of()));
        String secret = name(add("files", "内部附件", Map.of()));
        String shown = upload("公开.txt");
        String hidden = upload("内部.txt");
        String id = admin.post(CUSTOMERS, Map.of("name", "附件客户", open, List.of(shown), secret, List.of(hidden))).expect(201).json().get("id").asText();
        String role = admin.post("/api/identity/roles", Map.of("name", "看不到内部附件")).expect(201).json().get("id").asText();
        int version = admin.get("/api/identity/roles/" + role + "/grants").expect(200).json().get("version").asInt();
        admin.put("/api/identity/roles/" + role + "/grants", Map.of("version", version,
                "grants", List.of(Map.of("type", "customers.customer", "action", "read", "scope", "all")),
                "fields", List.of(Map.of("type", "customers.customer", "field", secret, "access", "hidden")), "functions", List.of())).expect(200);
        Api limited = member("filereader", role);
        assertThat(limited.get(CUSTOMERS + "/" + id).expect(200).json().path(open).toString()).contains(shown);
        limited.get("/api/files/" + shown).expect(200);
        limited.get("/api/files/" + hidden).expect(404);
        String attachments = "/api/records/attachments/customers.customer/" + id;
        assertThat(limited.get(attachments).expect(200).response().body()).doesNotContain(hidden).doesNotContain("内部.txt");
        admin.delete(attachments + "/" + hidden).expect(404);
        admin.get("/api/files/" + hidden).expect(200);
    }

    private String upload(String name) throws IOException {
        Path file = Files.writeString(Files.createTempDirectory("upload").resolve(name), name);
        return admin.upload("/api/files", file).expect(201).json().get("id").asText();
    }

    @Test
    void formsFollowTheStoredLayoutAndNewFieldsStandAtItsEnd() {
        JsonNode declared = admin.get(LAYOUT).expect(200).json();
        List<Object> sections = new ArrayList<>();
        List<String> moved = new ArrayList<>(List.of("website"));
        declared.get("sections").forEach(section -> {
            List<String> fields = new ArrayList<>();
            section.get("fields").forEach(name -> fields.add(name.asText()));
            fields.remove("website");
            sections.add(new HashMap<>(Map.of("name", section.get("name").asText(), "columns", 3, "fields", fields)));
        });
        sections.add(0, Map.of("name", "online", "labels", Map.of("zh-CN", "网络"), "columns", 1, "fields", moved));
        admin.put(LAYOUT, Map.of("version", declared.get("version").asInt(), "sections", sections, "hidden", List.of())).expect(200);
        JsonNode type = admin.get("/api/records/types/customers.customer").expect(200).json();
        assertThat(type.at("/sections/0/label").asText()).isEqualTo("网络");
        assertThat(field("website").get("section").asText()).isEqualTo("online");
        String added = name(add("text", "新字段", Map.of("section", "contact")));
        assertThat(field(added).get("section").asText()).isEqualTo("contact");
        admin.put(LAYOUT, Map.of("version", 0, "sections", sections)).expect(412);
        admin.put(LAYOUT, Map.of("version", 1, "sections", List.of(Map.of("name", "x", "labels", Map.of("en", "X"), "fields", List.of("nobody"))))).expect(422);
        admin.delete(LAYOUT).expect(204);
        assertThat(field("website").get("section").asText()).isNotEqualTo("online");
    }

    private Api member(String login, String role) {
        String id = admin.post("/api/identity/members", Map.of("name", login, "login", login, "roleIds", List.of(role))).expect(201).json().get("id").asText();
        String first = admin.post("/api/identity/members/" + id + "/reset-password", Map.of()).expect(200).json().get("password").asText();
        Api.session(tenon.base(), login, first).put("/api/identity/session/password", Map.of("current", first, "next", PASSWORD)).expect(200, 204);
        return Api.session(tenon.base(), login, PASSWORD);
    }

    private JsonNode add(String kind, String label, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of("type", "customers.customer", "kind", kind, "labels", Map.of("zh-CN", label)));
        body.putAll(more);
        return admin.post(FIELDS, body).expect(201).json();
    }

    private JsonNode field(String name) {
        for (JsonNode field : admin.get("/api/records/types/customers.customer").expect(200).json().get("fields")) {
            if (field.get("name").asText().equals(name)) {
                return field;
            }
        }
        throw new AssertionError("no field " + name);
    }

    private JsonNode page(String query) {
        return admin.get(CUSTOMERS + "?" + query).expect(200).json();
    }

    private static List<String> names(JsonNode page) {
        List<String> names = new ArrayList<>();
        page.get("items").forEach(item -> names.add(item.get("name").asText()));
        return names;
    }

    private static String name(JsonNode definition) {
        return definition.get("name").asText();
    }
}
