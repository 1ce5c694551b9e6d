package org.tenon.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tenon.it.plugin.Ticks;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.Await;
import org.tenon.testkit.process.RunningTenon;
import org.tenon.testkit.process.Tenon;
import org.tenon.testkit.source.Administrator;

/** A plugin's timer, run when its time has not come: over REST, and at the browser. */
@ExtendWith({RunningTenon.class, BrowserEngine.Provider.class})
@TestInstance(Lifecycle.PER_CLASS)
class BrowserTimersIT {

    private static final String TIMERS = "/api/jobs/timers";
    private static final String TICK = "ticks.tick";
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Tenon tenon;
    private final Api api;
    private final Administrator admin;

    BrowserTimersIT(Tenon tenon) {
        this.tenon = tenon;
        this.api = tenon.admin();
        this.admin = new Administrator(api);
    }

    @BeforeAll
    void install() {
        admin.install(Ticks.plugin());
        Await.until("the timer is known", SOON, () -> !tick().isMissingNode());
    }

    @AfterAll
    void remove() {
        admin.remove("ticks").expect(200, 204);
    }

    @Test
    void overRestItRunsAtOnceForThoseWhoMay() {
        BrowserPeople.colleague(api, "陈静", "chenjing");
        Api colleague = Api.session(tenon.base(), "chenjing", BrowserPeople.PASSWORD);
        colleague.get(TIMERS).expect(403);
        colleague.post(TIMERS + "/" + TICK + "/run", Map.of()).expect(403);
        api.post(TIMERS + "/ticks.tock/run", Map.of()).expect(404);

        JsonNode job = api.post(TIMERS + "/" + TICK + "/run", Map.of()).expect(202).json().get("job");

        Await.until("it has run", SOON, () -> api.get("/api/jobs/" + job.get("id").asText()).expect(200).json().get("state").asText().equals("succeeded"));
        JsonNode timer = tick();
        assertThat(timer.at("/lastJob/id")).isEqualTo(job.get("id"));
        assertThat(timer.at("/lastJob/result/changed").asInt()).isEqualTo(3);
        assertThat(timer.get("missed").asText()).isEqualTo("each");
        assertThat(timer.get("nextAt").asText()).as("29 February, 4:15 in Shanghai").endsWith("-02-28T20:15:00Z");
    }

    @Test
    void atTheBrowserItIsRunWithAClickAndWaitsForItsPlugin(BrowserEngine engine) {
        try (BrowserUser user = engine.open(tenon.base())) {
            user.enter("admin", tenon.adminPassword());
            user.go("/jobs/timers");
            Locator card = user.page().getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("15 4 29 2 *"));
            Locator run = card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Run now"));
            assertThat(card).containsText("Leap day tick");
            assertThat(card).containsText("Asia/Shanghai");
            assertThat(card).containsText("every missed run is made up for");
            assertThat(card).containsText("Next run");

            run.click();
            assertThat(card).containsText("Done · 3 changed");
            assertThat(BrowserAxe.violations(user.page())).isEmpty();
            user.page().screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "timers.png")));

            admin.act("ticks", "stop").expect(200);
            user.go("/jobs/timers");
            assertThat(card).containsText("Its plugin is not running");
            assertThat(run).isDisabled();
            admin.act("ticks", "start").expect(200);
            assertThat(user.complaints()).isEmpty();
        }
    }

    private JsonNode tick() {
        for (JsonNode timer : api.get(TIMERS).expect(200).json().get("items")) {
            if (timer.get("name").asText().equals(TICK)) {
                return timer;
            }
        }
        return MissingNode.getInstance();
    }
}
