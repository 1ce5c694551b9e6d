package org.tenon.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tenon.testkit.PostgresServer;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.Await;
import org.tenon.testkit.process.Tenon;

/** PostgreSQL goes away for ten seconds: calls are told to come again, and afterwards all is as before, without a restart. */
class PostgresOutageIT {

    private static final Duration OUTAGE = Duration.ofSeconds(10);
    private static final List<String> CALLS = List.of("/api/customers/customers?limit=5", "/api/identity/members?limit=5", "/api/records/types", "/api/jobs");

    @Test
    void anOutageOfTenSecondsIsRefusedAndThenForgotten() throws Exception {
        PostgresServer server = PostgresServer.separate();
        try (Tenon tenon = Tenon.start("outage", Map.of("db.kind", "postgresql", "db.url", server.url("postgres"), "db.user", server.user()))) {
            Api api = tenon.admin();
            Api session = Api.session(tenon.base(), "admin", tenon.adminPassword());
            long pid = tenon.pid();
            String id = api.post("/api/customers/customers", Map.of("name", "停库试验")).expect(201).json().get("id").asText();

            server.stop();
            long down = System.nanoTime();
            AtomicInteger refused = new AtomicInteger();
            Await.until("ten seconds are over", Duration.ofSeconds(60), () -> {
                Api.Answer answer = api.get("/api/customers/customers/" + id);
                assertThat(answer.status()).as(answer.response().body()).isEqualTo(503);
                assertThat(answer.header("retry-after")).isNotEmpty();
                refused.incrementAndGet();
                return System.nanoTime() - down > OUTAGE.toNanos();
            });
            assertThat(refused).hasPositiveValue();
            server.start();

            Await.until("calls are answered again", Duration.ofSeconds(20), () -> api.get("/api/customers/customers/" + id).status() == 200);
            CALLS.forEach(call -> api.get(call).expect(200));
            session.get("/api/identity/session").expect(200);
            String made = api.post("/api/customers/customers", Map.of("name", "恢复试验")).expect(201).json().get("id").asText();
            Await.until("search follows again", Duration.ofSeconds(30), () -> api.get("/api/search?q=" + Api.encode("恢复试验")).expect(200).response().body().contains(made));
            assertThat(tenon.pid()).isEqualTo(pid);
        } finally {
            server.end();
        }
    }
}
