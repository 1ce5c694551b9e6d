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
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tenon.it.plugin.Administrator;
import org.tenon.it.plugin.Orders;
import org.tenon.it.plugin.PluginSource;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.Tenon;

/** Plugins come, change and go in the running system; those that do not come up leave it as it was, and say why. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PluginsIT {

    private Tenon tenon;
    private Api api;
    private Administrator admin;

    @BeforeAll
    void start() {
        tenon = Tenon.start("plugins", config());
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
    void remove() {
        admin.remove(Orders.NAME).expect(200, 204, 404);
    }

    private void assertServes(String version) {
        assertThat(api.get(Orders.PING).expect(200).json().get("version").asText()).isEqualTo(version);
        JsonNode plugin = admin.get(Orders.NAME);
        assertThat(plugin.get("version").asText()).isEqualTo(version);
        assertThat(plugin.get("state").asText()).isEqualTo("active");
    }

    @Test
    void installsUpgradesRollsBackStopsStartsAndRemoves() {
        JsonNode offer = admin.send(Orders.version("1.0.0").kar());
        assertThat(offer.get("action").asText()).isEqualTo("install");
        JsonNode plugin = api.post("/api/plugins", Map.of("upload", offer.get("id").asText())).expect(200).json();
        assertThat(plugin.at("/brings/paths/0/name").asText()).isEqualTo("/api/orders");
        assertThat(plugin.at("/brings/permissions/0/name").asText()).isEqualTo("orders:use");
        assertThat(plugin.get("by").asText()).isNotEmpty();
        assertServes("1.0.0");
        assertThat(menu()).contains("orders.list");

        admin.install(Orders.version("1.1.0"));
        assertServes("1.1.0");
        admin.act("orders", "rollback").expect(200);
        assertServes("1.0.0");
        admin.toVersion("orders", "1.1.0");
        assertServes("1.1.0");

        admin.act("orders", "stop").expect(200);
        assertThat(admin.get("orders").get("state").asText()).isEqualTo("stopped");
        api.get(Orders.PING).expect(404, 503);
        admin.act("orders", "start").expect(200);
        assertServes("1.1.0");

        admin.remove("orders").expect(200, 204);
        assertThat(admin.get("orders").get("state").asText()).isEqualTo("available");
        assertThat(menu()).doesNotContain("orders.list");
        assertThat(admin.attempt().get("action").asText()).isEqualTo("uninstall");
    }

    static Stream<Arguments> broken() {
        return Stream.of(
            Arguments.of("missing package", Orders.missingPackage("1.2.0"), "the package org.tenon.sdk.file (version 7.0.0 or later, before 8.0.0) is missing"),
            Arguments.of("failing migration", Orders.failingMigration("1.2.0"), "ALTER TABLE orders_missing ADD COLUMN amount INTEGER"),
            Arguments.of("throwing activator", Orders.throwingActivator("1.2.0"), "the licence has expired"),
            Arguments.of("unsatisfied component", Orders.unsatisfied("1.2.0"), "waits for the service org.example.orders.Fleet, which nobody offers"),
            Arguments.of("failing smoke check", Orders.failingSmoke("1.2.0"), "its smoke check GET /api/orders/broken is answered with 500"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void whatDoesNotComeUpLeavesThePreviousVersionRunningAndSaysWhy(String name, PluginSource broken, String reason) {
        admin.install(Orders.version("1.0.0"));

        Api.Answer answer = admin.tryInstall(broken).expect(409);

        assertThat(answer.json().get("reason").asText()).contains(reason);
        assertServes("1.0.0");
        assertThat(admin.attempt().get("outcome").asText()).isEqualTo("failed");
        assertThat(admin.attempt().get("reason").asText()).contains(reason);
        admin.install(Orders.version("1.3.0"));
        assertServes("1.3.0");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void whatDoesNotComeUpAtFirstLeavesNothing(String name, PluginSource broken, String reason) {
        admin.tryInstall(broken).expect(409);

        assertThat(api.get("/api/plugins").expect(200).json().findValuesAsText("name")).containsOnlyOnce("customers");
        api.get(Orders.PING).expect(404);
        admin.install(Orders.version("1.0.0"));
        assertServes("1.0.0");
    }

    private List<String> menu() {
        return api.get("/api/shell/contributions").expect(200).json().findValuesAsText("id");
    }

    @Test
    void dependentsAreNamedAndKeepWhatTheyNeed() {
        admin.install(Orders.version("1.0.0"));
        PluginSource invoices = new PluginSource("invoices", "1.0.0").requires("orders").type("Invoices", "public final class Invoices { }");
        admin.install(invoices);
        assertThat(admin.get("orders").at("/requiredBy/0").asText()).isEqualTo("invoices");

        assertThat(admin.remove("orders").expect(409).json().get("reason").asText()).contains("invoices needs it");
        assertThat(admin.act("orders", "stop").expect(409).json().get("reason").asText()).contains("invoices needs it");
        assertServes("1.0.0");

        admin.remove("invoices").expect(200, 204);
        admin.remove("orders").expect(200, 204);
        assertThat(admin.tryInstall(invoices).expect(409).json().get("reason").asText()).contains("invoices needs orders");
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

    @ParameterizedTest
    @ValueSource(ints = {0, 300, 1_500, 4_000})
    void killedInTheMiddleOfAnUpgradeItIsTheOldOrTheNewOne(int millis) throws Exception {
        admin.install(Orders.version("1.0.0"));
        String upload = admin.send(Orders.version("1.1.0").kar()).get("id").asText();
        CompletableFuture<Void> upgrade = CompletableFuture.runAsync(() -> api.post("/api/plugins", Map.of("upload", upload)));

        LockSupport.parkNanos(millis * 1_000_000L);
        tenon.kill();
        upgrade.handle((done, broken) -> true).get(30, TimeUnit.SECONDS);
        tenon.boot();

        assertServes(admin.get("orders").get("version").asText());
        assertThat(admin.get("orders").get("version").asText()).isIn("1.0.0", "1.1.0");
        assertThat(tenon.home().resolve("plugins/pending.json")).doesNotExist();
        admin.install(Orders.version("1.2.0"));
        assertServes("1.2.0");
    }

    @Test
    void purgingCopiesTheTablesAndDropsThem() {
        admin.install(Orders.version("1.0.0"));
        api.post("/api/plugins/orders/purge", Map.of("confirm", "order")).expect(422);
        assertServes("1.0.0");

        String backup = api.post("/api/plugins/orders/purge", Map.of("confirm", "orders")).expect(200).json().get("backup").asText();

        assertThat(tenon.home().resolve("backups").resolve(backup)).isNotEmptyFile();
        api.get("/api/plugins/orders").expect(404);
        admin.install(Orders.version("1.0.0"));
        assertServes("1.0.0");
    }

    @Test
    void aSingleBundleIsAPluginToo() {
        JsonNode offer = admin.send(Orders.version("1.0.0").jar());
        assertThat(offer.get("name").asText()).isEqualTo("orders");
        api.post("/api/plugins", Map.of("upload", offer.get("id").asText())).expect(200);
        assertServes("1.0.0");
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
