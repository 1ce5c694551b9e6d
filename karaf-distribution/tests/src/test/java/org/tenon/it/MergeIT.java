package org.tenon.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.RunningTenon;
import org.tenon.testkit.process.Tenon;

/** Duplicates and merges through REST, seen by an administrator and by a member who may see nobody else's customers. */
@ExtendWith(RunningTenon.class)
class MergeIT {

    private static final String CUSTOMERS = "/api/customers/customers";
    private static final String DUPLICATES = "/api/records/duplicates";
    private static final String MERGES = "/api/records/merges";
    private static final String TYPE = "customers.customer";
    private static final String PASSWORD = "Correct-horse-9";

    private final Api admin;
    private final Tenon tenon;
    private final String stamp = Long.toString(System.nanoTime(), 36);
    private final String own = "榫卯" + stamp;
    private final String line = String.valueOf(10_000_000 + Math.floorMod(System.nanoTime(), 80_000_000));

    MergeIT(Tenon tenon) {
        this.tenon = tenon;
        this.admin = tenon.admin();
    }

    @Test
    void twinsAreToldRefusedFoundAndMaskedAndTheMergeCanBeTakenBack() {
        JsonNode first = customer("深圳市" + own + "软件有限公司", "0755-" + line);
        JsonNode twin = customer(own + "軟件（深圳）股份有限公司", "+86 755 " + line);
        assertThat(twin.get("_duplicates")).singleElement().satisfies(hit -> {
            assertThat(hit.get("id")).isEqualTo(first.get("id"));
            assertThat(hit.get("likely").asBoolean()).isTrue();
            assertThat(hit.get("reasons")).isNotEmpty();
        });
        JsonNode refusal = admin.post(CUSTOMERS + "?duplicates=refuse", values(own + "软件", "0755" + line)).expect(409).json();
        assertThat(refusal.get("duplicates")).hasSize(2);
        admin.post(CUSTOMERS + "?duplicates=perhaps", Map.of("name", "x")).expect(400);

        masked();
        scanned(first.get("id").asText(), twin.get("id").asText());

        String party = twin.get("id").asText();
        String contact = admin.post("/api/customers/contacts", Map.of("name", "王芳", "party", Map.of("type", TYPE, "id", party))).expect(201).json().get("id").asText();
        Map<String, Object> stale = Map.of("type", TYPE, "survivor", part(first.get("id").asText(), 9), "others", List.of(part(party, 1)), "values", Map.of());
        admin.post(MERGES, stale).expect(412);
        assertThat(party(contact)).isEqualTo(party);

        String kept = first.get("id").asText();
        JsonNode merge = admin.post(MERGES, Map.of("type", TYPE, "survivor", part(kept, 1), "others", List.of(part(party, version(party))),
                "values", Map.of("level", "A"))).expect(201).json();
        assertThat(merge.get("state").asText()).isEqualTo("done");
        assertThat(party(contact)).isEqualTo(kept);
        admin.get(CUSTOMERS + "/" + party).expect(404);
        assertThat(admin.get(MERGES + "/survivor/" + TYPE + "/" + party).expect(200).json().get("id").asText()).isEqualTo(kept);
        assertThat(admin.get(MERGES + "?type=" + TYPE + "&id=" + kept).expect(200).json().get("items")).hasSize(1);

        JsonNode undone = admin.post(MERGES + "/" + merge.get("id").asText() + "/undo", Map.of()).expect(200).json();
        assertThat(undone.get("state").asText()).isEqualTo("undone");
        assertThat(party(contact)).isEqualTo(party);
        assertThat(admin.get(CUSTOMERS + "/" + kept).expect(200).json().has("level")).isFalse();
        admin.post(MERGES + "/" + merge.get("id").asText() + "/undo", Map.of()).expect(409);
    }

    @Test
    void aRuleThatBlocksRefusesTheFieldUntilSomeoneOverridesIt() {
        String number = "138" + line;
        customer(own + "甲", number);
        int version = rule("block", rules().get("version").asInt());
        try {
            JsonNode refusal = admin.post(CUSTOMERS, values(own + "完全不同", "+86 " + number)).expect(422).json();
            assertThat(refusal.get("errors")).singleElement().satisfies(error -> {
                assertThat(error.get("field").asText()).isEqualTo("phones");
                assertThat(error.get("code").asText()).isEqualTo("blocked");
            });
            admin.post(CUSTOMERS + "?duplicates=ignore", values(own + "完全不同", number)).expect(422);
            JsonNode made = admin.post(CUSTOMERS + "?duplicates=override", values(own + "完全不同", number)).expect(201).json();
            assertThat(made.get("_duplicates")).singleElement().satisfies(hit -> assertThat(hit.get("blocked").asBoolean()).isTrue());
            assertThat(admin.get("/api/identity/audit").expect(200).json().toString()).contains("records.duplicateRules");
        } finally {
            rule("weigh", version);
        }
        admin.put("/api/records/duplicate-rules/" + TYPE, Map.of("version", 0, "rules", Map.of())).expect(412);
    }

    private JsonNode rules() {
        for (JsonNode type : admin.get("/api/records/duplicate-rules").expect(200).json().get("items")) {
            if (type.get("type").asText().equals(TYPE)) {
                return type;
            }
        }
        throw new AssertionError("customers are compared");
    }

    /** @return the version of the rules after that */
    private int rule(String phones, int version) {
        return admin.put("/api/records/duplicate-rules/" + TYPE, Map.of("version", version, "rules", Map.of("phones", phones))).expect(200).json().get("version").asInt();
    }

    /** Somebody without a look at others' customers learns that there are two, and nothing of them. */
    private void masked() {
        String role = admin.post("/api/identity/roles", Map.of("name", "Own customers " + stamp)).expect(201).json().get("id").asText();
        List<Map<String, Object>> grants = List.of("read", "create").stream()
                .map(action -> Map.<String, Object>of("type", TYPE, "action", action, "scope", "own", "departments", List.of())).toList();
        admin.put("/api/identity/roles/" + role + "/grants", Map.of("version", 0, "grants", grants, "fields", List.of(), "functions", List.of())).expect(200);
        JsonNode member = admin.post("/api/identity/members", Map.of("name", "王芳 " + stamp, "login", "fang" + stamp, "roleIds", List.of(role))).expect(201).json();
        String first = admin.post("/api/identity/members/" + member.get("id").asText() + "/reset-password", Map.of()).expect(200).json().get("password").asText();
        Api.session(tenon.base(), "fang" + stamp, first).put("/api/identity/session/password", Map.of("current", first, "next", PASSWORD)).expect(200, 204);
        Api seller = Api.signIn(tenon.base(), "fang" + stamp, PASSWORD);
        JsonNode hits = seller.post(DUPLICATES + "/check", Map.of("type", TYPE, "values", values(own + "软件", "0755" + line))).expect(200).json();
        assertThat(hits.get("hidden").asInt()).isEqualTo(2);
        assertThat(hits.toString()).doesNotContain("有限公司").doesNotContain("深圳");
        seller.post(DUPLICATES + "/" + TYPE + "/scan", Map.of()).expect(403);
        seller.get(DUPLICATES + "/customers.contact").expect(404);
    }

    private void scanned(String first, String twin) {
        admin.post(DUPLICATES + "/" + TYPE + "/scan", Map.of()).expect(202);
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (!pairs().contains(first)) {
            assertThat(Instant.now()).as("the scan ends").isBefore(end);
            LockSupport.parkNanos(200_000_000);
        }
        admin.post(DUPLICATES + "/" + TYPE + "/dismissals", Map.of("ids", List.of(first, twin))).expect(204);
        assertThat(pairs()).doesNotContain(first);
        admin.delete(DUPLICATES + "/" + TYPE + "/dismissals?ids=" + first + "," + twin).expect(204);
        assertThat(pairs()).contains(first);
        assertThat(admin.get(DUPLICATES + "/" + TYPE + "/groups?limit=50").expect(200).json().get("items").toString()).contains(first).contains(twin);
    }

    private String pairs() {
        return admin.get(DUPLICATES + "/" + TYPE + "?limit=50").expect(200).json().get("items").toString();
    }

    private JsonNode customer(String name, String phone) {
        return admin.post(CUSTOMERS, values(name, phone)).expect(201).json();
    }

    private static Map<String, Object> values(String name, String phone) {
        return Map.of("name", name, "phones", List.of(Map.of("kind", "office", "value", phone)));
    }

    private static Map<String, Object> part(String id, int version) {
        return Map.of("id", id, "version", version);
    }

    private int version(String id) {
        return admin.get(CUSTOMERS + "/" + id).expect(200).json().get("version").asInt();
    }

    private String party(String contact) {
        return admin.get("/api/customers/contacts/" + contact).expect(200).json().get("party").get("id").asText();
    }
}
