package org.tenon.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tenon.testkit.installed.Plugins;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.Await;
import org.tenon.testkit.process.RunningTenon;
import org.tenon.testkit.process.Tenon;

/** The example plugin on the screen: its widget on the start page, its page, and points spent on a customer's tab. */
@ExtendWith({RunningTenon.class, BrowserEngine.Provider.class})
class BrowserLoyaltyIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void pointsAreSeenAndSpent(Tenon tenon, BrowserEngine engine, @TempDir Path folder) throws IOException, InterruptedException {
        Api admin = tenon.admin();
        Plugins plugins = new Plugins(admin);
        try (BrowserUser user = engine.open(tenon.base())) {
            user.enter("admin", tenon.adminPassword());
            Page page = user.page();
            plugins.install(packed(folder));
            assertThat(user.entry("Top customers")).isVisible();
            String name = "榫卯木业" + System.nanoTime();
            String customer = admin.post("/api/customers/customers", Map.of("name", name)).expect(201).json().get("id").asText();
            admin.post("/api/loyalty/rewards", Map.of("name", "Cup", "points", 60)).expect(201);
            Await.until("the welcome is booked", SOON, () -> admin.get("/api/loyalty/customers/" + customer).expect(200).json().get("balance").asInt() == 100);

            user.go("/");
            assertThat(user.part("Most points")).containsText(name);
            picture(page, "loyalty-home");
            user.go("/loyalty/top");
            assertThat(user.link(name)).isVisible();
            user.go("/customers/customers/" + customer);
            assertThat(page.locator(".loyalty-balance")).hasText("100");
            page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Choose a reward")).click();
            page.locator(".ant-select-item-option").getByText("Cup (60)").click();
            user.button("Redeem").click();
            assertThat(page.locator(".loyalty-balance")).hasText("40");
            picture(page, "loyalty-tab");

            assertThat(user.complaints()).isEmpty();
            plugins.remove("loyalty");
            assertThat(page.locator(".loyalty-balance")).hasCount(0);
            // The tab may ask once more while its plugin goes.
            assertThat(user.complaints()).allMatch(complaint -> complaint.contains("404") && complaint.contains("/api/loyalty/"));
        }
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    }

    private static Path packed(Path folder) throws IOException, InterruptedException {
        Path source = Path.of(System.getProperty("tenon.root"), "plugin-sdk/example-plugin");
        ProcessBuilder build = new ProcessBuilder("sh", "-c", "exec mvn -B -q -DskipTests package");
        Process process = Maven.same(build, folder).directory(source.toFile()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return source.resolve("target/loyalty-1.0.0.kar");
    }
}
