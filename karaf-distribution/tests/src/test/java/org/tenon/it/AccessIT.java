package org.tenon.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.RunningTenon;
import org.tenon.testkit.process.Tenon;

/** Teams, shares, superiors and their explanation, through REST, seen from members with ordinary roles. */
@ExtendWith(RunningTenon.class)
class AccessIT {

    private static final String CUSTOMERS = "/api/customers/customers";
    private static final String CONTACTS = "/api/customers/contacts";
    private static final String PASSWORD = "Correct-horse-9";

    /** Somebody who is signed in. */
    private record Member(String id, Api api) {
    }

    private final Tenon tenon;
    private final Api admin;
    private final String stamp = Long.toString(System.nanoTime(), 36);
    private String role;
    private String north;
    private String south;
    private Member boss;
    private Member owner;
    private Member colleague;
    private String customer;

    AccessIT(Tenon tenon) {
        this.tenon = tenon;
        this.admin = tenon.admin();
    }

    @BeforeEach
    void peopleAndACustomer() {
        role = admin.post("/api/identity/roles", Map.of("name", "Own " + stamp)).expect(201).json().get("id").asText();
        List<Map<String, Object>> grants = List.of("customers.customer", "customers.contact", "customers.contactLog").stream().flatMap(type ->
                Map.of("read", "own", "update", "own", "delete", "own", "create", "all").entrySet().stream()
                        .map(grant -> Map.<String, Object>of("type", type, "action", grant.getKey(), "scope", grant.getValue(), "departments", List.of()))).toList();
        admin.put("/api/identity/roles/" + role + "/grants", Map.of("version", 0, "grants", grants, "fields",
                List.of(Map.of("type", "customers.customer", "field", "emails", "access", "masked")), "functions", List.of())).expect(200);
        north = admin.post("/api/identity/departments", Map.of("name", "北 " + stamp)).expect(201).json().get("id").asText();
        south = admin.post("/api/identity/departments", Map.of("name", "南 " + stamp)).expect(201).json().get("id").asText();
        boss = member("boss", north, null);
        owner = member("owner", north, boss.id());
        colleague = member("colleague", south, null);
        customer = owner.api().post(CUSTOMERS, Map.of("name", "榫卯木业 " + stamp)).expect(201).json().get("id").asText();
    }

    @Test
    void aTeamMemberSeesTheCustomerAndWhatBelongsToItUntilTheTimeIsUp() {
        String contact = owner.api().post(CONTACTS, Map.of("name", "王芳 " + stamp, "party", Map.of("type", "customers.customer", "id", customer)))
                .expect(201).json().get("id").asText();
        colleague.api().get(CUSTOMERS + "/" + customer).expect(404);
        colleague.api().get(CONTACTS + "/" + contact).expect(404);

        Instant soon = Instant.now().plusSeconds(12).truncatedTo(ChronoUnit.MILLIS);
        owner.api().put(team(colleague), wish("read", soon)).expect(200);
        colleague.api().get(CUSTOMERS + "/" + customer).expect(200);
        colleague.api().get(CONTACTS + "/" + contact).expect(200);
        assertThat(items(colleague.api().get(CUSTOMERS + "?limit=5").expect(200).json())).hasSize(1);
        // The picker asks the search index, which may be 2 s behind.
        until(() -> items(colleague.api().get("/api/records/options/customers.customer?q=" + encode("榫卯木业")).expect(200).json()).size() == 1);
        colleague.api().patch(CUSTOMERS + "/" + customer, 1, Map.of("shortName", "榫卯")).expect(403);
        assertThat(owner.api().get(CUSTOMERS + "/" + customer + "/timeline").expect(200).json().get("items").get(0).get("action").asText()).isEqualTo("team");

        until(() -> Instant.now().isAfter(soon));
        colleague.api().get(CUSTOMERS + "/" + customer).expect(404);
        colleague.api().get(CONTACTS + "/" + contact).expect(404);
        assertThat(items(colleague.api().get(CUSTOMERS + "?limit=5").expect(200).json())).isEmpty();
        assertThat(owner.api().get("/api/records/teams/customers.customer/" + customer).expect(200).json().get("items").get(0).get("expired").asBoolean()).isTrue();
    }

    @Test
    void aShareWithADepartmentOpensAndCloses() {
        String share = "/api/records/shares/customers.customer/" + customer + "/department/" + south;
        colleague.api().put(share, wish("read", null)).expect(404);
        owner.api().put(share, Map.of("access", "all")).expect(422);
        owner.api().put(share.replace(south, "0000000000009"), wish("read", null)).expect(422);
        owner.api().put(share, wish("write", null)).expect(200);
        JsonNode seen = colleague.api().get(CUSTOMERS + "/" + customer).expect(200).json();
        assertThat(seen.get("_can").toString()).contains("update").doesNotContain("delete");
        colleague.api().patch(CUSTOMERS + "/" + customer, seen.get("version").asInt(), Map.of("shortName", "榫卯")).expect(200);
        colleague.api().delete(CUSTOMERS + "/" + customer).expect(403);
        until(() -> found(colleague));
        owner.api().delete(share).expect(200, 204);
        colleague.api().get(CUSTOMERS + "/" + customer).expect(404);
        assertThat(found(colleague)).isFalse();
    }

    @Test
    void aSuperiorReadsWhatTheirLineOwnsWhileTheRuleHolds() {
        JsonNode policy = admin.get("/api/identity/access-policies/0000000000001").expect(200).json();
        assertThat(policy.get("superiorsRead").asBoolean()).isTrue();
        JsonNode seen = boss.api().get(CUSTOMERS + "/" + customer).expect(200).json();
        assertThat(seen.get("_can")).isEmpty();
        boss.api().patch(CUSTOMERS + "/" + customer, 1, Map.of("shortName", "榫卯")).expect(403);
        assertThat(items(boss.api().get(CUSTOMERS + "?sort=name").expect(200).json())).hasSize(1);
        int version = policy.get("version").asInt();
        boss.api().patch("/api/identity/access-policies/0000000000001", version, Map.of("superiorsRead", false)).expect(403, 404);
        version = admin.patch("/api/identity/access-policies/0000000000001", version, Map.of("superiorsRead", false)).expect(200).json().get("version").asInt();
        boss.api().get(CUSTOMERS + "/" + customer).expect(404);
        admin.patch("/api/identity/access-policies/0000000000001", version, Map.of("superiorsRead", true)).expect(200);
        boss.api().get(CUSTOMERS + "/" + customer).expect(200);
        admin.post("/api/identity/access-policies", Map.of("name", "x", "unowned", "everyone")).expect(409);
        admin.delete("/api/identity/access-policies/0000000000001").expect(409);
    }

    @Test
    void theExplanationNamesTheRoleTheEntryAndTheShortfall() {
        String path = CUSTOMERS + "/" + customer + "/access";
        JsonNode own = owner.api().get(path).expect(200).json();
        assertThat(own.get("read").get("because").toString()).contains("Own " + stamp);
        assertThat(own.get("fields").get(0).get("field").asText()).isEqualTo("emails");
        owner.api().get(path + "?member=" + colleague.id()).expect(403);
        JsonNode before = admin.with("Accept-Language", "zh-CN").get(path + "?member=" + colleague.id()).expect(200).json();
        assertThat(before.get("read").get("allowed").asBoolean()).isFalse();
        assertThat(before.get("read").get("because").toString()).contains("Own " + stamp).contains("北 " + stamp);
        assertThat(before.get("member").get("name").asText()).startsWith("colleague");
        owner.api().put(team(colleague), wish("read", null)).expect(200);
        JsonNode after = admin.get(path + "?member=" + colleague.id()).expect(200).json();
        assertThat(after.get("read").get("allowed").asBoolean()).isTrue();
        assertThat(after.get("update").get("allowed").asBoolean()).isFalse();
        assertThat(admin.get(path + "?member=" + boss.id()).expect(200).json().get("read").get("because").toString()).contains("owner");

        JsonNode rights = admin.get("/api/identity/rights/" + boss.id()).expect(200).json();
        assertThat(rights.get("line").asInt()).isEqualTo(1);
        assertThat(rights.get("types").toString()).contains("Own " + stamp).contains("emails");
        owner.api().get("/api/identity/rights/" + boss.id()).expect(403);
    }

    @Test
    void namedDepartmentsReachThoseBelowWhereTheGrantSaysSo() {
        String below = admin.post("/api/identity/departments", Map.of("name", "北一 " + stamp, "parentId", north)).expect(201).json().get("id").asText();
        String theirs = admin.post(CUSTOMERS, Map.of("name", "北一客户 " + stamp, "departmentId", below)).expect(201).json().get("id").asText();
        String other = admin.post("/api/identity/roles", Map.of("name", "North " + stamp)).expect(201).json().get("id").asText();
        grant(other, 0, "departments");
        give(colleague, other);
        colleague.api().get(CUSTOMERS + "/" + theirs).expect(404);
        colleague.api().get(CUSTOMERS + "/" + customer).expect(200);
        grant(other, 1, "departmentsBelow");
        colleague.api().get(CUSTOMERS + "/" + theirs).expect(200);
    }

    private void grant(String to, int version, String scope) {
        Map<String, Object> grant = Map.of("type", "customers.customer", "action", "read", "scope", scope, "departments", List.of(north));
        admin.put("/api/identity/roles/" + to + "/grants", Map.of("version", version, "grants", List.of(grant), "fields", List.of(), "functions", List.of())).expect(200);
    }

    private void give(Member member, String more) {
        JsonNode record = admin.get("/api/identity/members/" + member.id()).expect(200).json();
        admin.patch("/api/identity/members/" + member.id(), record.get("version").asInt(), Map.of("roleIds", List.of(role, more))).expect(200);
    }

    private Member member(String name, String department, String manager) {
        String login = name + stamp;
        Map<String, Object> values = new HashMap<>(Map.of("name", name + " " + stamp, "login", login, "departmentIds", List.of(department), "roleIds", List.of(role)));
        values.put("managerId", manager);
        String id = admin.post("/api/identity/members", values).expect(201).json().get("id").asText();
        String once = admin.post("/api/identity/members/" + id + "/reset-password", Map.of()).expect(200).json().get("password").asText();
        Api.session(tenon.base(), login, once).put("/api/identity/session/password", Map.of("current", once, "next", PASSWORD)).expect(200, 204);
        return new Member(id, Api.signIn(tenon.base(), login, PASSWORD));
    }

    private String team(Member member) {
        return "/api/records/teams/customers.customer/" + customer + "/" + member.id();
    }

    /** Whether the search, which is at most some seconds behind, finds the customer for the member. */
    private boolean found(Member member) {
        return member.api().get("/api/search?q=" + encode("榫卯木业") + "&types=customers.customer").expect(200).json().toString().contains(customer);
    }

    private static Map<String, Object> wish(String access, Instant until) {
        Map<String, Object> wish = new HashMap<>();
        wish.put("access", access);
        wish.put("expiresAt", until == null ? null : until.toString());
        return wish;
    }

    private static List<JsonNode> items(JsonNode page) {
        List<JsonNode> items = new java.util.ArrayList<>();
        page.get("items").forEach(items::add);
        return items;
    }

    private static String encode(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it did not happen in time").isLessThan(deadline);
            LockSupport.parkNanos(100_000_000);
        }
    }
}
