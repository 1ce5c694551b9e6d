package org.tenon.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tenon.it.plugin.Gifts;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.Await;
import org.tenon.testkit.process.Tenon;

/** An administrator installs, upgrades and removes a plugin at the browser, while a colleague works in another one that is never reloaded. */
@ExtendWith(BrowserEngine.Provider.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class BrowserPluginsIT {

    private static final String ENTRY = "Gift catalogue";
    /** From the command to the first answer and the menu entry two seconds are allowed; a busy machine gets more. */
    private static final Duration ALLOWED = Duration.ofSeconds(Long.getLong("tenon.it.plugin.seconds", 10));
    private static final IsVisibleOptions SOON = new IsVisibleOptions().setTimeout(ALLOWED.toMillis());

    private final Tenon tenon;
    private final Api api;
    private final BrowserUser admin;
    private final BrowserUser colleague;

    @TempDir
    private static Path folder;

    BrowserPluginsIT(BrowserEngine engine) {
        tenon = Tenon.start("plugins-page", Map.of());
        api = tenon.admin();
        admin = engine.open(tenon.base());
        colleague = engine.open(tenon.base());
    }

    @AfterAll
    void leave() {
        colleague.close();
        admin.close();
        tenon.close();
    }

    @Test
    @Order(1)
    void anArchiveIsShownBeforeAnythingIsInstalled() {
        BrowserPeople.colleague(api, "李娜", "lina");
        colleague.signIn("lina", BrowserPeople.PASSWORD);
        colleague.page().evaluate("window.sameAsBefore = true");
        admin.signIn("admin", tenon.adminPassword());
        admin.go("/plugins");
        upload("1.0.0");

        Locator dialog = admin.dialog("Install Gifts 1.0.0?");
        assertThat(dialog).containsText(ENTRY);
        assertThat(dialog).containsText("/api/gifts");
        assertThat(dialog).containsText("Not signed");
        assertThat(BrowserAxe.violations(admin.page())).isEmpty();
        api.get(Gifts.HELLO).expect(404);
        assertThat(colleague.entry(ENTRY)).isHidden();
    }

    @Test
    @Order(2)
    void installingBringsItsMenuEntryToAnOpenBrowser() {
        long start = System.nanoTime();
        admin.button("Install").click();
        CompletableFuture<Duration> answered = CompletableFuture.supplyAsync(() -> {
            Await.until("the plugin answers", ALLOWED, () -> api.get(Gifts.HELLO).status() == 200);
            return Duration.ofNanos(System.nanoTime() - start);
        });
        assertThat(colleague.entry(ENTRY)).isVisible(SOON);
        Duration shown = Duration.ofNanos(System.nanoTime() - start);

        System.out.println("plugin: first answer after " + answered.join().toMillis() + " ms, menu entry in an open browser after " + shown.toMillis() + " ms");
        assertThat(admin.notice("Gifts 1.0.0 installed")).isVisible();
        assertThat(admin.dialog("Install Gifts 1.0.0?")).isHidden();
        assertThat(plugin()).containsText("Running");
        assertThat(BrowserAxe.violations(admin.page())).isEmpty();
    }

    @Test
    @Order(3)
    void anUpgradeLeavesUnsavedInputAloneAndOffersTheSwitch() {
        colleague.entry(ENTRY).click();
        assertThat(colleague.heading("Gifts 1.0.0")).isVisible();
        colleague.field("Wish").fill("榫卯积木");
        upload("1.1.0");
        assertThat(admin.dialog("Upgrade Gifts to 1.1.0?")).isVisible();
        admin.button("Upgrade").click();
        assertThat(admin.dialog("Upgrade Gifts to 1.1.0?")).isHidden();

        assertThat(colleague.button("Switch to the new version")).isVisible(SOON);
        assertThat(colleague.heading("Gifts 1.0.0")).isVisible();
        assertThat(colleague.field("Wish")).hasValue("榫卯积木");
        colleague.button("Switch to the new version").click();
        assertThat(colleague.heading("Gifts 1.1.0")).isVisible();
        assertThat(colleague.field("Wish")).hasValue("");
    }

    @Test
    @Order(4)
    void withoutUnsavedInputAPageFollowsAtOnce() {
        admin.button("Actions for Gifts").click();
        admin.item("Roll back to 1.0.0").click();

        assertThat(colleague.heading("Gifts 1.0.0")).isVisible();
        assertThat(plugin()).containsText("1.0.0");
    }

    @Test
    @Order(5)
    void removingIsConfirmedByTypingTheName() {
        admin.button("Actions for Gifts").click();
        admin.item("Remove").click();
        Locator dialog = admin.dialog("Remove Gifts?");
        Locator remove = dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Remove"));
        assertThat(remove).isDisabled();
        admin.field("Type gifts to confirm").fill("gifts");
        remove.click();

        assertThat(colleague.entry(ENTRY)).isHidden();
        assertThat(colleague.heading("This page is not available")).isVisible();
        api.get(Gifts.HELLO).expect(404);
        assertThat(colleague.page().evaluate("window.sameAsBefore")).isEqualTo(true);
    }

    @Test
    @Order(6)
    void whatIsNoPluginIsRefusedWithTheReason() throws Exception {
        Path file = Files.writeString(folder.resolve("notes.kar"), "no archive");
        admin.page().setInputFiles(".plugin-drop input", file);

        assertThat(admin.page().getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText("not a zip file"))).isVisible();
    }

    @Test
    @Order(7)
    void everyChangeIsInTheHistory() {
        admin.page().getByText("History").click();

        assertThat(admin.heading("Install gifts 1.0.0")).isVisible();
        assertThat(admin.heading("Upgrade gifts to 1.1.0")).isVisible();
        assertThat(admin.heading("Remove gifts")).isVisible();
    }

    private void upload(String version) {
        admin.page().setInputFiles(".plugin-drop input", Gifts.version(version).kar());
    }

    private Locator plugin() {
        return admin.page().getByRole(AriaRole.LISTITEM, new Page.GetByRoleOptions().setName("Gifts"));
    }
}
