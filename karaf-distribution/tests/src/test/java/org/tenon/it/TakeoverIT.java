package org.tenon.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tenon.it.plugin.Clients;
import org.tenon.testkit.source.Administrator;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.Await;
import org.tenon.testkit.process.Tenon;

/** A plugin takes the place of the area of customers, and gives it back. */
class TakeoverIT {

    private static final String CUSTOMERS = "/api/customers/customers";

    @Test
    void aPluginTakesOverMenuAddressesAndRecordsOfAnArea() {
        try (Tenon tenon = Tenon.start("takeover", Map.of())) {
            Api api = tenon.admin();
            Administrator admin = new Administrator(api);
            List<String> names = List.of("接管甲", "接管乙", "接管丙");
            names.forEach(name -> api.post(CUSTOMERS, Map.of("name", name)).expect(201));
            String old = api.get(CUSTOMERS + "?limit=1").expect(200).json().at("/items/0/id").asText();
            assertThat(shell(api).at("/menu").findValuesAsText("id")).contains("customers.list");

            admin.install(Clients.plugin());

            assertThat(shell(api).at("/menu").findValuesAsText("id")).contains("clients.list").doesNotContain("customers.list");
            assertThat(route(api, "/customers/customers")).isEqualTo("clients.client");
            String job = api.post("/api/plugins/clients/takeover", Map.of()).expect(200).json().get("job").asText();
            Await.until("the records are copied", Duration.ofSeconds(60), () -> api.get("/api/jobs/" + job).expect(200).json().get("state").asText().equalsIgnoreCase("succeeded"));
            assertThat(names(api)).containsExactlyInAnyOrderElementsOf(names);

            admin.remove("customers").expect(200, 204);
            api.get(CUSTOMERS + "/" + old).expect(404);
            assertThat(names(api)).containsExactlyInAnyOrderElementsOf(names);
            assertThat(route(api, "/customers/customers")).isEqualTo("clients.client");

            api.post("/api/plugins", Map.of("name", "customers")).expect(200);
            admin.remove("clients").expect(200, 204);
            api.get(CUSTOMERS + "/" + old).expect(200);
            assertThat(route(api, "/customers/customers")).isEqualTo("customers.customer");
            assertThat(shell(api).at("/menu").findValuesAsText("id")).contains("customers.list").doesNotContain("clients.list");
        }
    }

    private static JsonNode shell(Api api) {
        return api.get("/api/shell/contributions").expect(200).json();
    }

    private static String route(Api api, String path) {
        List<String> types = new ArrayList<>();
        shell(api).get("routes").forEach(route -> {
            if (route.get("path").asText().equals(path)) {
                types.add(route.get("type").asText());
            }
        });
        assertThat(types).as(path).hasSize(1);
        return types.get(0);
    }

    private static List<String> names(Api api) {
        return api.get(Clients.LIST).expect(200).json().get("items").findValuesAsText("name");
    }
}
