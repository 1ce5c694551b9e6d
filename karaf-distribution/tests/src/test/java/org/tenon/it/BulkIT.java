package org.tenon.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.Await;
import org.tenon.testkit.process.Tenon;

/** Changes to many records at once in the running distribution: over a killed process, under the submitter's rights, put back, handed over. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BulkIT {

    private static final String CUSTOMERS = "/api/customers/customers";
    private static final String BULK = "/api/records/bulk";
    private static final String PASSWORD = "Correct-horse-9";
    private static final Duration LONGEST = Duration.ofSeconds(120);

    private Tenon tenon;
    private Api admin;

    @BeforeAll
    void start() {
        tenon = Tenon.start("bulk", Map.of());
        admin = tenon.admin();
    }

    @AfterAll
    void stop() {
        tenon.close();
    }

    @Test
    void aKilledProcessGoesOnWithTheJobAfterItsRestartAndNoRecordIsMetTwice() {
        load("断电", 3_000);
        String job = submit(admin, order("update", "断电", Map.of("level", "B")));
        Await.until("a step is done", LONGEST, () -> job(admin, job).get("done").asLong() > 0);
        tenon.kill();
        tenon.boot();
        JsonNode ended = ended(admin, job);
        assertThat(ended.get("state").asText()).isEqualTo("succeeded");
        assertThat(ended.at("/result/changed").asLong()).isEqualTo(3_000);
        assertThat(count(Map.of("and", List.of(starts("断电"), Map.of("==", List.of(Map.of("var", "level"), "B")))))).isEqualTo(3_000);
        JsonNode page = admin.get(CUSTOMERS + "?limit=200&sort=createdAt&filter=" + Api.encode(starts("断电"))).expect(200).json();
        page.get("items").forEach(item -> assertThat(item.get("version").asInt()).isEqualTo(2));

        String undo = admin.post(BULK + "/" + job + "/undo", Map.of()).expect(202).json().at("/job/id").asText();
        assertThat(ended(admin, undo).at("/result/changed").asLong()).isEqualTo(3_000);
        assertThat(count(Map.of("and", List.of(starts("断电"), Map.of("==", List.of(Map.of("var", "level"), "A")))))).isEqualTo(3_000);
    }

    @Test
    void rowsAndFieldsFollowTheSubmittersRights() {
        load("权限", 30);
        Api seller = member("seller");
        String own = seller.post(CUSTOMERS, Map.of("name", "权限自有")).expect(201).json().get("id").asText();
        JsonNode ended = ended(seller, submit(seller, order("update", "权限", Map.of("shortName", "改"))));
        assertThat(ended.at("/result/changed").asLong()).isEqualTo(1);
        assertThat(ended.at("/result/refused").asLong()).isEqualTo(30);
        assertThat(ended.at("/result/refusals")).hasSize(20);
        JsonNode refused = seller.get(BULK + "/" + ended.get("id").asText() + "/refused?limit=25").expect(200).json();
        assertThat(refused.get("items")).hasSize(25);
        assertThat(seller.get(BULK + "/" + ended.get("id").asText() + "/refused?limit=25&cursor=" + Api.encode(refused.get("next").asText())).expect(200)
                .json().get("items")).hasSize(5);
        assertThat(seller.get("/api/files/" + ended.at("/result/files/0/id").asText()).expect(200).response().body()).contains("权限0007");
        assertThat(seller.get(CUSTOMERS + "/" + own).expect(200).json().get("shortName").asText()).isEqualTo("改");

        Map<String, Object> searched = Map.of("type", "customers.customer", "action", "update", "q", "权限自有", "values", Map.of("shortName", "搜"));
        Await.until("the search finds it", LONGEST, () -> seller.post(BULK, searched).status() == 202);
        Await.until("it is changed", LONGEST, () -> seller.get(CUSTOMERS + "/" + own).expect(200).json().get("shortName").asText().equals("搜"));
        seller.post(BULK, order("update", "权限", Map.of("emails", List.of()))).expect(422);
        seller.post(BULK, order("delete", "权限", Map.of())).expect(403);
        admin.get("/api/jobs/" + ended.get("id").asText()).expect(200);
        Api other = member("other");
        other.get("/api/jobs/" + ended.get("id").asText()).expect(404);
        other.post("/api/jobs/" + ended.get("id").asText() + "/cancel", Map.of()).expect(404);
        other.post(BULK + "/" + ended.get("id").asText() + "/undo", Map.of()).expect(404);
        other.get("/api/jobs?all=true").expect(403);
        assertThat(admin.post(BULK, Map.of("type", "customers.customer", "action", "delete", "q", "没有这样的客户")).status()).isIn(422, 503);
        assertThat(other.get("/api/jobs").expect(200).json().get("items")).isEmpty();
    }

    @Test
    void whatALeaverOwnsGoesToTheirColleague() {
        Api leaver = member("leaver");
        String from = id(leaver);
        String to = id(member("heir"));
        String customer = leaver.post(CUSTOMERS, Map.of("name", "移交客户")).expect(201).json().get("id").asText();
        admin.post("/api/customers/contacts", Map.of("name", "移交联系人", "ownerId", from, "party", Map.of("type", "customers.customer", "id", customer)))
                .expect(201);
        admin.post("/api/identity/members/" + from + "/leave", Map.of()).expect(200);
        JsonNode owned = admin.get("/api/records/transfers?from=" + from).expect(200).json().get("items");
        assertThat(owned.findValuesAsText("type")).containsExactlyInAnyOrder("customers.contact", "customers.customer");

        String job = admin.post("/api/records/transfers", Map.of("from", from, "to", to)).expect(202).json().at("/job/id").asText();
        assertThat(ended(admin, job).at("/result/changed").asLong()).isEqualTo(2);
        assertThat(admin.get(CUSTOMERS + "/" + customer).expect(200).json().get("ownerId").asText()).isEqualTo(to);
        assertThat(admin.get("/api/records/transfers?from=" + from).expect(200).json().get("items")).isEmpty();
        admin.post("/api/records/transfers", Map.of("from", from, "to", from)).expect(422);
        admin.post("/api/records/transfers", Map.of("from", from, "to", "0000000000001")).expect(422);
    }

    private static Map<String, Object> order(String action, String q, Map<String, Object> values) {
        return Map.of("type", "customers.customer", "action", action, "filter", starts(q), "values", values);
    }

    private static String submit(Api api, Map<String, Object> order) {
        return api.post(BULK, order).expect(202).json().at("/job/id").asText();
    }

    private static JsonNode job(Api api, String id) {
        return api.get("/api/jobs/" + id).expect(200).json();
    }

    private static JsonNode ended(Api api, String id) {
        Await.until("the job ends", LONGEST, () -> !List.of("waiting", "running").contains(job(api, id).get("state").asText()));
        return job(api, id);
    }

    private static Map<String, Object> starts(String name) {
        return Map.of("startsWith", List.of(Map.of("var", "name"), name));
    }

    private long count(Map<String, Object> filter) {
        return admin.get(CUSTOMERS + "?limit=1&total=true&filter=" + Api.encode(filter)).expect(200).json().at("/total/count").asLong();
    }

    private void load(String name, int count) {
        try {
            Path file = Files.createTempFile("bulk", ".csv");
            Files.writeString(file, IntStream.range(0, count).mapToObj(i -> "%s%04d,A".formatted(name, i)).collect(Collectors.joining("\n", "客户名称,等级\n", "\n")));
            assertThat(new Importing(admin).load(file, Map.of("duplicates", "create")).at("/counts/created").asInt()).isEqualTo(count);
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads every customer, changes their own, may not see e-mail addresses in clear. */
    private Api member(String name) {
        String role = admin.post("/api/identity/roles", Map.of("name", "Role of " + name)).expect(201).json().get("id").asText();
        admin.put("/api/identity/roles/" + role + "/grants", Map.of("version", 0, "grants", List.of(grant("read", "all"), grant("create", "all"), grant("update", "own")),
                "fields", List.of(Map.of("type", "customers.customer", "field", "emails", "access", "masked")), "functions", List.of())).expect(200);
        String id = admin.post("/api/identity/members", Map.of("name", name, "login", name, "roleIds", List.of(role))).expect(201).json().get("id").asText();
        String first = admin.post("/api/identity/members/" + id + "/reset-password", Map.of()).expect(200).json().get("password").asText();
        Api.session(tenon.base(), name, first).put("/api/identity/session/password", Map.of("current", first, "next", PASSWORD)).expect(200, 204);
        return Api.session(tenon.base(), name, PASSWORD);
    }

    private static Map<String, Object> grant(String action, String scope) {
        return Map.of("type", "customers.customer", "action", action, "scope", scope, "departments", List.of());
    }

    private static String id(Api api) {
        return api.get("/api/identity/session").expect(200).json().at("/member/id").asText();
    }
}
