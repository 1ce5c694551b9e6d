package org.tenon.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.Await;
import org.tenon.testkit.process.Tenon;

/** The process is killed during a stream of creates, ten times: every acknowledged create is there afterwards, none half. */
class PlugPulledIT {

    private static final String CUSTOMERS = "/api/customers/customers";
    private static final int ROUNDS = 10;
    private static final int PER_ROUND = 40;

    private record Made(String id, String name) {
    }

    @Test
    void everyAcknowledgedCreateSurvives() throws Exception {
        try (Tenon tenon = Tenon.start("killed", Map.of())) {
            Api api = tenon.admin();
            Queue<Made> acknowledged = new ConcurrentLinkedQueue<>();
            for (int round = 0; round < ROUNDS; round++) {
                int target = acknowledged.size() + PER_ROUND;
                AtomicBoolean over = new AtomicBoolean();
                ExecutorService clients = Executors.newFixedThreadPool(4);
                for (int client = 0; client < 4; client++) {
                    String prefix = "断电试验" + round + "-" + client + "-";
                    clients.execute(() -> create(api, prefix, acknowledged, over));
                }
                Await.until("creates are acknowledged", Duration.ofSeconds(60), () -> acknowledged.size() >= target);
                tenon.kill();
                over.set(true);
                clients.shutdown();
                assertThat(clients.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
                tenon.boot();
                check(api, acknowledged.stream().skip(Math.max(0, target - PER_ROUND)).toList());
            }
            check(api, List.copyOf(acknowledged));
            assertNoneHalf(api);
        }
    }

    private static void create(Api api, String prefix, Queue<Made> acknowledged, AtomicBoolean over) {
        for (int i = 0; !over.get(); i++) {
            String name = prefix + i;
            try {
                Api.Answer answer = api.post(CUSTOMERS, Map.of("name", name, "phones", List.of(Map.of("kind", "office", "value", "021-" + (60000000 + i)))));
                if (answer.status() == 201) {
                    acknowledged.add(new Made(answer.json().get("id").asText(), name));
                }
            } catch (UncheckedIOException pulled) {
                return;
            }
        }
    }

    private static void check(Api api, List<Made> made) {
        for (Made one : made) {
            JsonNode found = api.get(CUSTOMERS + "/" + one.id()).expect(200).json();
            assertThat(found.get("name").asText()).isEqualTo(one.name());
        }
    }

    /** Each stored customer, acknowledged or not, has its phone and its history. */
    private static void assertNoneHalf(Api api) {
        String cursor = "";
        do {
            JsonNode page = api.get(CUSTOMERS + "?limit=200" + (cursor.isEmpty() ? "" : "&cursor=" + Api.encode(cursor))).expect(200).json();
            for (JsonNode item : page.get("items")) {
                assertThat(item.get("phones")).hasSize(1);
                String phone = item.at("/phones/0/value").asText();
                Object byPhone = Map.of("and", List.of(Map.of("has", List.of(Map.of("var", "phones"), phone)),
                    Map.of("==", List.of(Map.of("var", "name"), item.get("name").asText()))));
                assertThat(api.get(CUSTOMERS + "?filter=" + Api.encode(byPhone)).expect(200).json().get("items")).hasSize(1);
                JsonNode history = api.get(CUSTOMERS + "/" + item.get("id").asText() + "/timeline").expect(200).json().get("items");
                assertThat(history).hasSize(1);
                assertThat(history.get(0).get("action").asText()).isEqualTo("create");
            }
            cursor = page.get("next").isNull() ? "" : page.get("next").asText();
        } while (!cursor.isEmpty());
    }
}
