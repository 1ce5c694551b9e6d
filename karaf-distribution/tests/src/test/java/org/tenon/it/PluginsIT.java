package org.tenon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tenon.it.plugin.Clients;
import org.tenon.it.plugin.Couriers;
import org.tenon.it.plugin.JobLoad;
import org.tenon.it.plugin.Orders;
import org.tenon.testkit.installed.Plugins;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.Await;
import org.tenon.testkit.process.Tenon;
import org.tenon.testkit.source.Administrator;
import org.tenon.testkit.source.Load;
import org.tenon.testkit.source.PluginSource;

/** Plugins come, change and go in the running system; those that do not come up leave it as it was, and say why. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PluginsIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int EXCHANGES = 10;

    private Tenon tenon;
    private Api api;
    private Administrator admin;

    @BeforeAll
    void start() {
        tenon = Tenon.start("plugins", config());
        api = tenon.admin().with("Accept-Language", "en");
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
            Arguments.of("missing package", Orders.missingPackage("1.2.0"), "the package org.tenon.sdk.file (version 7.0.0 or later, before 8.0.0) is missing",
                "缺少包 org.tenon.sdk.file（版本 7.0.0 及以上，低于 8.0.0）"),
            Arguments.of("failing migration", Orders.failingMigration("1.2.0"), "ALTER TABLE orders_missing ADD COLUMN amount INTEGER",
                "数据库脚本 V2__orders.sql 在第 2 行失败，ALTER TABLE orders_missing ADD COLUMN amount INTEGER："),
            Arguments.of("throwing activator", Orders.throwingActivator("1.2.0"), "the licence has expired",
                "the licence has expired"),
            Arguments.of("unsatisfied component", Orders.unsatisfied("1.2.0"), "waits for the service org.example.orders.Fleet, which nobody offers",
                "org.example.orders.VanCourier 在等待服务 org.example.orders.Fleet，而没有任何模块提供它"),
            Arguments.of("failing smoke check", Orders.failingSmoke("1.2.0"), "its smoke check GET /api/orders/broken is answered with 500",
                "自检 GET /api/orders/broken 的结果是 500"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void whatDoesNotComeUpLeavesThePreviousVersionRunningAndSaysWhy(String name, PluginSource broken, String reason, String chinese) {
        admin.install(Orders.version("1.0.0"));

        Api.Answer answer = admin.tryInstall(broken).expect(409);

        assertThat(answer.json().get("reason").asText()).contains(reason);
        assertServes("1.0.0");
        assertThat(admin.attempt().get("outcome").asText()).isEqualTo("failed");
        assertThat(admin.attempt().get("reason").asText()).contains(reason);
        JsonNode told = api.with("Accept-Language", "zh-CN").get("/api/plugins/attempts").expect(200).json().at("/items/0");
        assertThat(told.get("reason").asText()).contains(chinese);
        admin.install(Orders.version("1.3.0"));
        assertServes("1.3.0");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void whatDoesNotComeUpAtFirstLeavesNothing(String name, PluginSource broken, String reason, String chinese) {
        assertThat(new Administrator(api.with("Accept-Language", "zh-CN")).tryInstall(broken).expect(409).json().get("detail").asText())
            .startsWith("orders 1.2.0 未能启动：").contains(chinese);

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
    void twoProvidersOfOneInterfaceReplaceEachOtherWhileTheyAreAskedFor() throws Exception {
        admin.install(Couriers.shop());
        admin.install(Couriers.provider("north"));
        String south = admin.send(Couriers.provider("south").kar()).get("id").asText();

        try (Load calls = new Load(2, api, List.of(Couriers.NAME)); JobLoad quotes = new JobLoad(api, () -> api.post(Couriers.QUOTES, Map.of()), "/courier")) {
            Await.until("both are asked", SOON, () -> calls.count() > 50 && quotes.outcomes().containsKey("north"));
            api.post("/api/plugins", Map.of("upload", south)).expect(200);
            admin.remove("north").expect(200, 204);
            for (int i = 0; i < EXCHANGES; i++) {
                String[] turn = i % 2 == 0 ? new String[] {"north", "south"} : new String[] {"south", "north"};
                api.post("/api/plugins", Map.of("name", turn[0], "version", "1.0.0")).expect(200);
                admin.remove(turn[1]).expect(200, 204);
                int before = quotes.outcomes().getOrDefault(turn[0], 0);
                Await.until(turn[0] + " alone is asked", SOON, () -> quotes.outcomes().getOrDefault(turn[0], 0) > before || !quotes.failures().isEmpty());
            }
            assertThat(calls.failures()).isEmpty();
            assertThat(quotes.failures()).isEmpty();
            assertThat(quotes.outcomes()).containsOnlyKeys("north", "south");
        }
        List.of("shop", "north", "south").forEach(name -> admin.remove(name).expect(200, 204, 404));
    }

    @Test
    void purgingTakesHistoryAndSettingsOfItsRecordsAlongAndLeavesALogThatCanBeChecked() throws IOException {
        String type = "clients.client";
        admin.install(Clients.plugin());
        String record = api.post(Clients.LIST, Map.of("name", "榫卯木业")).expect(201).json().get("id").asText();
        api.post("/api/records/comments/" + type + "/" + record, Map.of("body", "很重要的客户")).expect(201);
        api.post("/api/records/fields", Map.of("type", type, "kind", "text", "name", "xHall", "labels", Map.of("zh-CN", "展厅", "zh-TW", "展廳", "en", "Hall"))).expect(201);
        api.post("/api/records/views", Map.of("type", type, "name", "展厅的客户")).expect(201);

        String backup = api.post("/api/plugins/clients/purge", Map.of("confirm", "clients")).expect(200).json().get("backup").asText();

        try (ZipFile zip = new ZipFile(tenon.home().resolve("backups").resolve(backup).toFile())) {
            assertThat(lines(zip, "clients_client.jsonl")).contains("榫卯木业");
            assertThat(lines(zip, "kept/records_change.jsonl")).contains("榫卯木业");
            assertThat(lines(zip, "kept/records_comment.jsonl")).contains("很重要的客户");
            assertThat(lines(zip, "kept/records_field.jsonl")).contains("xHall");
            assertThat(lines(zip, "kept/records_view.jsonl")).contains("展厅的客户");
        }
        api.post("/api/identity/audit/check", Map.of()).expect(200).json().get("logs").forEach(log -> assertThat(log.get("broken").isNull()).as(log.toString()).isTrue());
        admin.install(Clients.plugin());
        assertThat(api.get(Clients.LIST).expect(200).json().get("items")).isEmpty();
        assertThat(api.get("/api/records/fields?type=" + type).expect(200).json().get("items")).isEmpty();
        assertThat(api.get("/api/records/views?type=" + type).expect(200).json().get("items")).isEmpty();
        assertThat(api.get("/api/records/types/" + type).expect(200).json().get("fields").findValuesAsText("name")).contains("name").doesNotContain("xHall");
        api.post("/api/plugins/clients/purge", Map.of("confirm", "clients")).expect(200);
    }

    private static String lines(ZipFile zip, String table) throws IOException {
        return new String(zip.getInputStream(zip.getEntry(table)).readAllBytes(), StandardCharsets.UTF_8);
    }

    /** What an author sees in the build's log when a component of the plugin under test does not start. */
    @Test
    void theTestKitSaysWhichServiceIsMissing() {
        assertThatThrownBy(() -> new Plugins(api).install(Orders.unsatisfied("1.0.0").kar())).isInstanceOf(AssertionError.class)
            .hasMessageContaining("org.example.orders.Delivery waits for the service org.example.orders.Courier, which org.example.orders.VanCourier would offer")
            .hasMessageContaining("org.example.orders.VanCourier waits for the service org.example.orders.Fleet, which nobody offers");
    }

    @Test
    void aSingleBundleIsAPluginToo() {
        JsonNode offer = admin.send(Orders.version("1.0.0").jar());
        assertThat(offer.get("name").asText()).isEqualTo("orders");
        api.post("/api/plugins", Map.of("upload", offer.get("id").asText())).expect(200);
        assertServes("1.0.0");
    }
}
