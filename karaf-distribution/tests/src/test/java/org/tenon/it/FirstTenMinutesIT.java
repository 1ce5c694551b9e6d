package org.tenon.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.Await;
import org.tenon.testkit.process.Tenon;

/** A newcomer's first ten minutes, by a program: the main job, through REST with an API token, on the shared customers. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
abstract class FirstTenMinutesIT {

    private static final String CUSTOMERS = "/api/customers/customers";

    private final Tenon tenon;
    private final Api api;

    FirstTenMinutesIT(Tenon tenon) {
        this.tenon = tenon;
        this.api = tenon.admin();
    }

    @AfterAll
    void stop() {
        tenon.close();
    }

    @Test
    @Order(1)
    void openApiDescribesTheCustomersCalls() {
        JsonNode paths = api.get("/api/openapi.json").expect(200).json().get("paths");
        assertThat(paths.has(CUSTOMERS)).isTrue();
        assertThat(paths.has(CUSTOMERS + "/{id}")).isTrue();
        assertThat(paths.get(CUSTOMERS + "/{id}").has("patch")).isTrue();
    }

    @Test
    @Order(2)
    void importTakesTheGoodRowsAndRefusesExactlyTheBad() throws Exception {
        Path file = SharedData.file("customers-zh/customers-utf8bom.csv");
        JsonNode truth = Api.JSON.readTree(SharedData.file("customers-zh/truth.json").toFile());
        Importing importing = new Importing(api);
        JsonNode done = importing.load(file, Map.of("duplicates", "create"));
        assertThat(done.get("state").asText()).isEqualTo("done");
        assertThat(done.at("/counts/read").asInt()).isEqualTo(2240);
        assertThat(done.at("/counts/created").asInt()).isEqualTo(2200);
        Set<Long> lines = new HashSet<>();
        importing.rows(done.get("id").asText(), "refused").forEach(row -> {
            lines.add(row.get("line").asLong());
            assertThat(row.at("/errors/0/header").asText()).isNotEmpty();
            assertThat(row.at("/errors/0/reason").asText()).isNotEmpty();
        });
        assertThat(lines).hasSize(40).hasSameSizeAs(truth.get("badRows"));
        assertThat(count(CUSTOMERS, null)).isEqualTo(2200);
        assertThat(count("/api/customers/contacts", null)).isEqualTo(2200);
        for (JsonNode bad : truth.get("badRows")) {
            assertThat(count(CUSTOMERS, Map.of("==", List.of(Map.of("var", "number"), bad.get(0).asText())))).isZero();
        }
    }

    @Test
    @Order(3)
    void filtersByRegionAndIndustrySortsAndPages() {
        Map<String, Object> guangdong = Map.of("and", List.of(Map.of("within", List.of(Map.of("var", "region"), "44")),
            Map.of("==", List.of(Map.of("var", "level"), "A"))));
        String query = CUSTOMERS + "?limit=20&sort=name&total=true&filter=" + Api.encode(guangdong);
        JsonNode page = api.get(query).expect(200).json();
        int total = page.get("total").get("count").asInt();
        assertThat(total).isPositive();
        Set<String> seen = new HashSet<>(ids(page));
        JsonNode last = page;
        while (!last.get("next").isNull()) {
            last = api.get(query + "&cursor=" + Api.encode(last.get("next").asText())).expect(200).json();
            assertThat(ids(last)).doesNotContainAnyElementsOf(seen);
            seen.addAll(ids(last));
        }
        assertThat(seen).hasSize(total);
        last.get("items").forEach(item -> assertThat(item.get("region").asText()).startsWith("44"));
        JsonNode before = api.get(query + "&cursor=" + Api.encode(last.get("previous").asText())).expect(200).json();
        assertThat(ids(before)).hasSize(20).doesNotContainAnyElementsOf(ids(last));
    }

    @Test
    @Order(4)
    void editsAddsContactAndLogAndShowsTheTimeline() {
        JsonNode item = api.get(CUSTOMERS + "?limit=1").expect(200).json().get("items").get(0);
        String path = CUSTOMERS + "/" + item.get("id").asText();
        int version = item.get("version").asInt();
        api.patch(path, version, Map.of("remark", "第一次编辑")).expect(200);
        JsonNode conflict = api.patch(path, version, Map.of("remark", "第二次编辑")).expect(412).json();
        assertThat(conflict.at("/conflict/fields/0/theirs").asText()).isEqualTo("第一次编辑");
        assertThat(conflict.at("/conflict/fields/0/yours").asText()).isEqualTo("第二次编辑");
        Map<String, Object> party = Map.of("type", "customers.customer", "id", item.get("id").asText());
        JsonNode contact = api.post("/api/customers/contacts", Map.of("name", "欧阳询", "party", party)).expect(201).json();
        assertThat(contact.at("/_labels/party").asText()).isEqualTo(item.get("name").asText());
        api.post("/api/customers/contact-logs", Map.of("party", party, "kind", "call", "subject", "报价",
            "happenedAt", "2026-11-20T02:00:00Z", "nextContactAt", "2026-12-01T02:00:00Z")).expect(201);
        JsonNode after = api.get(path).expect(200).json();
        assertThat(after.get("nextContactAt").asText()).isEqualTo("2026-12-01T02:00:00Z");
        JsonNode timeline = api.get(path + "/timeline").expect(200).json().get("items");
        assertThat(timeline.toString()).contains("第一次编辑").contains("create");
        assertThat(timeline.get(timeline.size() - 1).get("action").asText()).isEqualTo("create");
    }

    @Test
    @Order(5)
    void recycleBinGivesBackWhatWasDeleted() {
        JsonNode made = api.post(CUSTOMERS, Map.of("name", "回收站试验有限公司")).expect(201).json();
        String path = CUSTOMERS + "/" + made.get("id").asText();
        api.delete(path).expect(204);
        api.get(path).expect(404);
        assertThat(ids(api.get(CUSTOMERS + "?deleted=true").expect(200).json())).contains(made.get("id").asText());
        api.post(path + "/restore", Map.of()).expect(200);
        api.get(path).expect(200);
    }

    @Test
    @Order(6)
    void uninstallingTheAreaKeepsItsDataAndEveryOtherCallWorks() {
        int before = count(CUSTOMERS, null);
        assertThat(menu()).contains("customers");
        api.delete("/api/plugins/customers").expect(200, 204);
        assertThat(menu()).doesNotContain("customers");
        api.get(CUSTOMERS).expect(404, 503);
        api.get("/api/identity/members").expect(200);
        api.post("/api/plugins", Map.of("name", "customers")).expect(200, 201);
        Await.until("customers are back", Duration.ofSeconds(10), () -> api.get(CUSTOMERS).status() == 200 && menu().contains("customers"));
        assertThat(count(CUSTOMERS, null)).isEqualTo(before);
    }

    @Test
    @Order(7)
    void dataIsThereAtTheNextStart() {
        int before = count(CUSTOMERS, null);
        tenon.stop();
        tenon.boot();
        assertThat(count(CUSTOMERS, null)).isEqualTo(before);
    }

    @Test
    @Order(8)
    void nothingOfThisWasAnError() {
        assertThat(tenon.log()).doesNotContain(" ERROR ").doesNotContain("| ERROR |");
    }

    private List<String> menu() {
        return StreamSupport.stream(api.get("/api/shell/contributions").expect(200).json().get("menu").spliterator(), false)
            .map(item -> item.get("id").asText()).toList();
    }

    private int count(String path, Object filter) {
        String query = path + "?limit=1&total=true" + (filter == null ? "" : "&filter=" + Api.encode(filter));
        return api.get(query).expect(200).json().get("total").get("count").asInt();
    }

    private static List<String> ids(JsonNode page) {
        return StreamSupport.stream(page.get("items").spliterator(), false).map(item -> item.get("id").asText()).toList();
    }
}
