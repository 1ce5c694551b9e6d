package org.tenon.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tenon.it.plugin.Orders;
import org.tenon.it.plugin.Watcher;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.Await;
import org.tenon.testkit.process.Tenon;
import org.tenon.testkit.source.Administrator;
import org.tenon.testkit.source.Load;

/** While people work, a plugin is installed, changed ten times, broken and removed: nobody notices. */
class PluginsUnderLoadIT {

    private static final long MEGABYTE = 1024 * 1024;
    private static final long UPLOAD = 200 * MEGABYTE;
    private static final long MOST_MILLIS = 2_000;
    private static final List<String> AREAS = List.of("/api/customers/customers?limit=5", "/api/identity/members?limit=5", "/api/jobs", "/api/records/types");

    /** Lines of conf/tenon.properties. */
    Map<String, String> config() {
        return Map.of();
    }

    @Test
    void nobodyNoticesWhenPluginsComeChangeAndGo() throws Exception {
        try (Tenon tenon = Tenon.start("plugins-load", config())) {
            Api api = tenon.admin();
            Administrator admin = new Administrator(api);
            Api session = Api.session(tenon.base(), "admin", tenon.adminPassword());
            admin.install(Watcher.plugin());
            JsonNode before = api.get(Watcher.EVENTS).expect(200).json();
            // Read once, so that what the first call of each kind costs is not counted as a delay.
            AREAS.forEach(path -> api.get(path).expect(200));

            try (Load others = new Load(4, api, AREAS)) {
                Await.until("the load runs", Duration.ofSeconds(20), () -> others.count() > 50);
                admin.install(Orders.version("1.0.0"));
                try (Load own = new Load(4, api, List.of(Orders.PING, AREAS.get(0)))) {
                    exchange(api, admin, own);
                    assertThat(own.failures()).isEmpty();
                    assertThat(own.slowest()).as("the slowest call of %s to the plugin", own.count()).isLessThan(MOST_MILLIS);
                }
                admin.remove("orders").expect(200, 204);
                long then = others.count();
                Await.until("the load goes on", Duration.ofSeconds(20), () -> others.count() > then + 50);
                assertThat(others.failures()).isEmpty();
                assertThat(others.slowest()).as("the slowest call of %s to others", others.count()).isLessThan(MOST_MILLIS);
            }
            JsonNode after = api.get(Watcher.EVENTS).expect(200).json();
            assertThat(after.get("events")).allSatisfy(event -> assertThat(event.asText()).isEqualTo("org.example.orders"));
            assertThat(after.get("ids")).isEqualTo(before.get("ids"));
            session.get("/api/identity/session").expect(200);
        }
    }

    private static void exchange(Api api, Administrator admin, Load own) throws Exception {
        // Compiled and sent before, so that nothing but the changes happens meanwhile.
        String next = admin.send(Orders.version("1.1.0").kar()).get("id").asText();
        List<String> broken = Stream.of(Orders.missingPackage("1.2.0"), Orders.throwingActivator("1.3.0"), Orders.unsatisfied("1.4.0"))
            .map(plugin -> admin.send(plugin.kar()).get("id").asText()).toList();
        CompletableFuture<Integer> slow = CompletableFuture.supplyAsync(() -> api.get("/api/orders/slow?millis=5000").status());
        CompletableFuture<Api.Answer> upload = CompletableFuture.supplyAsync(() -> api.send("POST", "/api/orders/upload",
            BodyPublishers.ofInputStream(() -> new Trickle(UPLOAD)), "application/octet-stream"));
        long then = own.count();
        Await.until("the load runs", Duration.ofSeconds(20), () -> own.count() > then + 50);
        admin.install(next).expect(200);
        assertThat(slow).as("still under way when its version left").isNotDone();
        for (int i = 0; i < 5; i++) {
            admin.toVersion("orders", "1.0.0");
            admin.toVersion("orders", "1.1.0");
        }
        for (String one : broken) {
            admin.install(one).expect(409);
        }
        assertThat(slow.get(30, TimeUnit.SECONDS)).isEqualTo(200);
        assertThat(upload.get(60, TimeUnit.SECONDS).expect(200).json().get("bytes").asLong()).isEqualTo(UPLOAD);
        assertThat(api.get(Orders.PING).expect(200).json().get("version").asText()).isEqualTo("1.1.0");
    }

    /** So many bytes, over at least four seconds. */
    private static final class Trickle extends InputStream {

        private static final long PAUSE_NANOS = 20_000_000;

        private long left;

        Trickle(long size) {
            left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(left, length);
            if (left / MEGABYTE != (left - count) / MEGABYTE) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            left -= count;
            return count;
        }
    }
}
