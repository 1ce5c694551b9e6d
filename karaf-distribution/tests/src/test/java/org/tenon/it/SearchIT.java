package org.tenon.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.Await;
import org.tenon.testkit.process.Tenon;

/** Search in the distribution: quick search, lists and pickers; after a kill and without its files. */
class SearchIT {

    private static final String CUSTOMERS = "/api/customers/customers";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void recordsAreFoundByPartsAndSoundAndStayFound() throws IOException {
        try (Tenon tenon = Tenon.start("search", Map.of())) {
            Api api = tenon.admin();
            Await.until("the index is ready", PATIENCE, () -> api.get("/api/search/state").expect(200).json().get("ready").asBoolean());
            String mobile = create(api, Map.of("name", "中国移动通信集团", "phones", List.of(Map.of("kind", "office", "value", "010-5261 6688"))));
            create(api, Map.of("name", "深圳市蓝博科技有限公司"));
            Await.until("it is found", PATIENCE, () -> titles(quick(api, "lb")).equals(List.of("深圳市蓝博科技有限公司")));

            long began = System.nanoTime();
            create(api, Map.of("name", "重庆长安汽车"));
            Await.until("it is found too", PATIENCE, () -> titles(quick(api, "chongqing")).equals(List.of("重庆长安汽车")));
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));

            assertThat(titles(quick(api, "zgyd"))).containsExactly("中国移动通信集团");
            assertThat(titles(quick(api, "5261-66"))).containsExactly("中国移动通信集团");
            JsonNode hit = quick(api, "移動").at("/groups/0/items/0");
            assertThat(hit.get("id").asText()).isEqualTo(mobile);
            assertThat(hit.get("marks").toString()).isEqualTo("[[2,4]]");

            Object contains = Map.of("contains", List.of(Map.of("var", "name"), "藍博科"));
            JsonNode page = api.get(CUSTOMERS + "?filter=" + Api.encode(contains)).expect(200).json();
            assertThat(page.get("items")).hasSize(1);
            assertThat(page.at("/search/lagSeconds").asInt()).isEqualTo(2);
            assertThat(api.get(CUSTOMERS + "?q=" + Api.encode("长安")).expect(200).json().get("items")).hasSize(1);
            JsonNode options = api.get("/api/records/options/customers.customer?q=" + Api.encode("科技")).expect(200).json().get("items");
            assertThat(options).hasSize(1);
            assertThat(api.get("/api/search?q=a&limit=0").status()).isEqualTo(422);
            assertThat(api.get("/api/search?q=a&types=no.such").status()).isEqualTo(404);
            assertThat(Api.anonymous(tenon.base()).get("/api/search?q=a").status()).isEqualTo(401);

            create(api, Map.of("name", "最后一刻有限公司"));
            tenon.kill();
            tenon.boot();
            found(tenon.admin());

            tenon.stop();
            empty(tenon.home().resolve("index/records"));
            tenon.boot();
            found(tenon.admin());
            assertThat(tenon.log()).doesNotContain("| ERROR |");
        }
    }

    private static void found(Api api) {
        Await.until("all is found again", PATIENCE, () -> titles(quick(api, "lb")).size() == 1 && titles(quick(api, "zuihouyike")).size() == 1
            && titles(quick(api, "重慶")).size() == 1 && titles(quick(api, "zgyd")).size() == 1);
    }

    private static String create(Api api, Map<String, Object> values) {
        return api.post(CUSTOMERS, values).expect(201).json().get("id").asText();
    }

    private static JsonNode quick(Api api, String text) {
        return api.get("/api/search?types=customers.customer&q=" + Api.encode(text)).expect(200, 503).json();
    }

    private static List<String> titles(JsonNode found) {
        JsonNode items = found.at("/groups/0/items");
        return StreamSupport.stream(items.spliterator(), false).map(item -> item.get("title").asText()).toList();
    }

    private static void empty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }
}
