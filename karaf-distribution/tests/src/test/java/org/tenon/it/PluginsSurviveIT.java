package org.tenon.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tenon.it.plugin.Orders;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.Tenon;
import org.tenon.testkit.source.Administrator;
import org.tenon.testkit.source.PluginSource;

/** What is installed is there after a restart, without the container's memory, at another place, and after a process that was killed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PluginsSurviveIT {

    private Tenon tenon;
    private Api api;
    private Administrator admin;

    @BeforeAll
    void start() {
        tenon = Tenon.start("plugins-survive", config());
        api = tenon.admin();
        admin = new Administrator(api);
    }

    /** Lines of conf/tenon.properties. */
    Map<String, String> config() {
        return Map.of();
    }

    @AfterAll
    void stop() {
        tenon.close();
    }

    @AfterEach
    void purge() {
        api.post("/api/plugins/orders/purge", Map.of("confirm", Orders.NAME)).expect(200, 404);
    }

    private void assertServes(String version) {
        assertThat(api.get(Orders.PING).expect(200).json().get("version").asText()).isEqualTo(version);
        JsonNode plugin = admin.get(Orders.NAME);
        assertThat(plugin.get("version").asText()).isEqualTo(version);
        assertThat(plugin.get("state").asText()).isEqualTo("active");
    }

    @Test
    void whatIsInstalledIsThereAfterARestartAndWithoutTheContainersMemory() {
        admin.install(Orders.version("1.0.0"));
        admin.install(Orders.version("1.1.0"));

        restart(() -> { });
        assertServes("1.1.0");

        restart(() -> delete(tenon.folder().resolve("data")));
        assertServes("1.1.0");

        admin.act("orders", "stop").expect(200);
        admin.remove("customers").expect(200, 204);
        restart(() -> delete(tenon.folder().resolve("data")));
        assertThat(admin.get("orders").get("state").asText()).isEqualTo("stopped");
        assertThat(admin.get("customers").get("state").asText()).isEqualTo("available");
        admin.act("orders", "start").expect(200);
        api.post("/api/plugins", Map.of("name", "customers")).expect(200);
        assertServes("1.1.0");
    }

    @Test
    void whatCannotComeUpAtAStartIsLeftOutWithTheReasonAndTheSystemStarts() {
        admin.install(Orders.version("1.0.0"));

        restart(() -> {
            delete(tenon.folder().resolve("data"));
            delete(tenon.home().resolve("plugins/unpacked"));
            write(tenon.home().resolve("plugins/archives/orders/1.0.0.kar"), "no archive");
        });

        JsonNode plugin = admin.get("orders");
        assertThat(plugin.get("state").asText()).isEqualTo("failed");
        assertThat(plugin.get("reason").asText()).isNotEmpty();
        api.get("/api/customers/customers").expect(200);
        admin.install(Orders.version("1.1.0"));
        assertServes("1.1.0");
    }

    @Test
    void whatIsInstalledIsThereWhenTheHomeHasMovedAndTheContainerRemembersItsOldPlace() {
        admin.install(Orders.version("1.0.0"));
        admin.install(Orders.version("1.1.0"));

        restart(() -> tenon.moveHome("home-elsewhere"));

        assertServes("1.1.0");
        admin.act("orders", "rollback").expect(200);
        assertServes("1.0.0");
        assertThat(tenon.home().resolveSibling("home")).doesNotExist();
    }

    /** How far a change has come when the process is killed. */
    enum Point {
        WRITTEN_DOWN((tenon, api) -> Files.exists(plugins(tenon, "pending.json"))),
        KEPT((tenon, api) -> Files.exists(plugins(tenon, "archives/orders/1.1.0.kar"))),
        UNPACKED((tenon, api) -> versions(plugins(tenon, "unpacked/orders")).stream().anyMatch(version -> version.startsWith("1.1.0")));

        private final BiPredicate<Tenon, Api> reached;

        Point(BiPredicate<Tenon, Api> reached) {
            this.reached = reached;
        }

        private static Path plugins(Tenon tenon, String path) {
            return tenon.home().resolve("plugins").resolve(path);
        }

        private static List<String> versions(Path folder) {
            String[] found = folder.toFile().list();
            return found == null ? List.of() : List.of(found);
        }
    }

    @ParameterizedTest
    @EnumSource
    void killedInTheMiddleOfAnInstallItIsThereOrItIsNot(Point point) throws Exception {
        killedOnceReached(point, Orders.version("1.1.0"));

        if (api.get("/api/plugins/orders").expect(200, 404).status() == 200) {
            assertServes("1.1.0");
        } else {
            api.get(Orders.PING).expect(404);
            assertThat(admin.attempt().get("outcome").asText()).isEqualTo("failed");
        }
        admin.install(Orders.version("1.2.0"));
        assertServes("1.2.0");
    }

    @ParameterizedTest
    @EnumSource(names = {"WRITTEN_DOWN", "KEPT"})
    void killedInTheMiddleOfAnUpgradeItIsTheOldOrTheNewOne(Point point) throws Exception {
        admin.install(Orders.version("1.0.0"));

        killedOnceReached(point, Orders.version("1.1.0"));

        assertThat(admin.get("orders").get("version").asText()).isIn("1.0.0", "1.1.0");
        assertServes(admin.get("orders").get("version").asText());
        admin.install(Orders.version("1.2.0"));
        assertServes("1.2.0");
    }

    private void killedOnceReached(Point point, PluginSource plugin) throws Exception {
        String upload = admin.send(plugin.kar()).get("id").asText();
        CompletableFuture<Void> change = CompletableFuture.runAsync(() -> admin.install(upload));
        while (!point.reached.test(tenon, api)) {
            assertThat(change).as("the change ended before it was %s", point).isNotDone();
        }
        tenon.kill();
        change.handle((done, broken) -> true).get(30, TimeUnit.SECONDS);
        tenon.boot();
        assertThat(tenon.home().resolve("plugins/pending.json")).doesNotExist();
    }

    private void restart(Runnable meanwhile) {
        tenon.stop();
        meanwhile.run();
        tenon.boot();
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String content) {
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
