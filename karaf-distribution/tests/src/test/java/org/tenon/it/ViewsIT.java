package org.tenon.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.Await;
import org.tenon.testkit.process.RunningTenon;
import org.tenon.testkit.process.Tenon;

/** Conditions, groups, saved views and exports in the running distribution. */
@ExtendWith(RunningTenon.class)
@TestMethodOrder(OrderAnnotation.class)
class ViewsIT {

    private static final String CUSTOMERS = "/api/customers/customers";
    private static final String TYPE = "customers.customer";
    private static final int MANY = 230;

    @Test
    @Order(1)
    void conditionsOnPeriodsOneselfAndParentsNarrowAndGroupsCount(Tenon tenon) {
        Api admin = tenon.admin();
        String parent = admin.post(CUSTOMERS, Map.of("name", "视图母公司", "industry", "it")).expect(201).json().get("id").asText();
        for (int i = 0; i < MANY; i++) {
            admin.post(CUSTOMERS, Map.of("name", "=视图%03d".formatted(i), "industry", i % 2 == 0 ? "trade" : "finance", "parentId", parent)).expect(201);
        }
        Object below = Map.of("and", List.of(test("==", "parentId.industry", "it"), test("==", "parentId", parent), test("==", "createdAt",
            Map.of("period", "last", "unit", "day", "count", 2)), test("==", "createdBy", Map.of("caller", "member"))));
        JsonNode page = admin.get(CUSTOMERS + "?limit=1&total=true&filter=" + Api.encode(below)).expect(200).json();
        assertThat(page.get("total").get("count").asInt()).isEqualTo(MANY);
        JsonNode groups = admin.get("/api/records/groups/" + TYPE + "?by=industry&filter=" + Api.encode(below)).expect(200).json().get("items");
        assertThat(groups).hasSize(2).allSatisfy(group -> assertThat(group.get("count").asInt()).isEqualTo(MANY / 2));
        admin.get(CUSTOMERS + "?filter=" + Api.encode(test("==", "parentId.nothing", "x"))).expect(422);
        admin.get("/api/records/groups/" + TYPE + "?by=name").expect(422);
    }

    @Test
    @Order(2)
    void aViewIsKeptSharedChosenAndExported(Tenon tenon) {
        Api admin = tenon.admin();
        Map<String, Object> wish = Map.of("type", TYPE, "name", "视图之子", "condition", Map.of("startsWith", List.of(Map.of("var", "name"), "=视图")), "columns",
            List.of(Map.of("name", "name", "width", 240), Map.of("name", "industry")), "sort", "-name", "group", Map.of("field", "industry"), "sharing", Map.of("everyone", true));
        JsonNode view = admin.post("/api/records/views", wish).expect(201).json();
        String id = view.get("id").asText();
        admin.post("/api/records/views", wish).expect(409);
        admin.put("/api/records/views/choices/" + TYPE, Map.of("first", id, "pinned", List.of(id))).expect(200);
        JsonNode list = admin.get("/api/records/views?type=" + TYPE).expect(200).json();
        assertThat(list.get("default").asText()).isEqualTo(id);
        assertThat(list.get("items").get(0).get("shared").asBoolean()).isTrue();
        String[] lines = exported(tenon, admin, Map.of("type", TYPE, "view", id, "format", "csv"));
        assertThat(lines).hasSize(MANY + 1);
        assertThat(lines[0]).startsWith("\ufeff").contains(",");
        assertThat(lines[1]).startsWith("'=视图229,");
        admin.delete("/api/records/views/" + id).expect(204);
        admin.get("/api/records/views/" + id).expect(404);
    }

    @Test
    @Order(3)
    void whoMayNotExportIsRefusedAndMaskedValuesStayMasked(Tenon tenon) {
        Api admin = tenon.admin();
        String role = admin.post("/api/identity/roles", Map.of("name", "视图读者")).expect(201).json().get("id").asText();
        Map<String, Object> reads = Map.of("type", TYPE, "action", "read", "scope", "all", "departments", List.of());
        Map<String, Object> exports = Map.of("type", TYPE, "action", "export", "scope", "all", "departments", List.of());
        Map<String, Object> masked = Map.of("type", TYPE, "field", "industry", "access", "masked");
        admin.put("/api/identity/roles/" + role + "/grants", Map.of("version", 0, "grants", List.of(reads), "fields", List.of(masked), "functions", List.of())).expect(200);
        Api reader = member(tenon, admin, role);
        Map<String, Object> order = Map.of("type", TYPE, "filter", test("startsWith", "name", "=视图00"), "columns", List.of("name", "industry"), "sort", "name", "format", "csv", "codes", true);
        reader.post("/api/records/exports", order).expect(403);
        reader.post("/api/records/views", Map.of("type", TYPE, "name", "x", "sharing", Map.of("everyone", true))).expect(403);
        reader.post("/api/records/views", Map.of("type", TYPE, "name", "x", "condition", test("==", "industry", "it"))).expect(422);
        admin.put("/api/identity/roles/" + role + "/grants", Map.of("version", 1, "grants", List.of(reads, exports), "fields", List.of(masked), "functions", List.of())).expect(200);
        assertThat(exported(tenon, reader, order)).hasSize(11).contains("'=视图003,***");
    }

    private static String[] exported(Tenon tenon, Api api, Map<String, Object> order) {
        String job = api.post("/api/records/exports", order).expect(202).json().get("id").asText();
        Await.until("the export has ended", Duration.ofSeconds(60), () -> !api.get("/api/jobs/" + job).expect(200).json().get("endedAt").isNull());
        JsonNode ended = api.get("/api/jobs/" + job).expect(200).json();
        assertThat(ended.get("state").asText()).as(ended.toString()).isEqualTo("succeeded");
        String file = ended.get("result").get("files").get(0).get("id").asText();
        return api.get("/api/files/" + file).expect(200).response().body().split("\r\n");
    }

    private static Api member(Tenon tenon, Api admin, String role) {
        String login = "reader" + System.nanoTime();
        String member = admin.post("/api/identity/members", Map.of("name", "读者", "login", login, "roleIds", List.of(role))).expect(201).json().get("id").asText();
        String once = admin.post("/api/identity/members/" + member + "/reset-password", Map.of()).expect(200).json().get("password").asText();
        Api.session(tenon.base(), login, once).put("/api/identity/session/password", Map.of("current", once, "next", "Correct-horse-9")).expect(200, 204);
        return Api.signIn(tenon.base(), login, "Correct-horse-9");
    }

    private static Map<String, Object> test(String operator, String field, Object value) {
        return Map.of(operator, List.of(Map.of("var", field), value));
    }
}
