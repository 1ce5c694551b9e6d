package org.tenon.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tenon.testkit.process.Api;

/** What surrounds every page: the palette, help, how the shell looks, what arrives by itself; and the place where people talk about a record. */
@ExtendWith({BrowserEngine.Provider.class, BrowserDemo.Provider.class})
class BrowserFrameIT {

    private static final String CUSTOMERS = "/api/customers/customers";

    private final BrowserDemo demo;
    private final BrowserEngine engine;
    private final Api api;
    private final String login = "frame" + System.nanoTime();
    private final String name = "框架试验" + login;
    private final BrowserUser user;
    private String id = "";

    BrowserFrameIT(BrowserEngine engine, BrowserDemo demo) {
        this.demo = demo;
        this.engine = engine;
        this.api = demo.admin();
        this.user = engine.open(demo.tenon().base());
    }

    @BeforeEach
    void enter() {
        BrowserPeople.colleague(api, "Fern " + login, login);
        id = api.post(CUSTOMERS, Map.of("name", name)).expect(201).json().get("id").asText();
        user.enter(login, BrowserPeople.PASSWORD);
    }

    @AfterEach
    void leave() {
        user.close();
    }

    @Test
    void paletteHoldsEveryEntryAndCommandAndNeedsArrowsAndEnterOnly() {
        Keyboard keys = user.page().keyboard();
        keys.press("Control+k");
        Locator options = user.dialog("Search and commands").getByRole(AriaRole.OPTION);
        JsonNode contributed = Api.session(demo.tenon().base(), login, BrowserPeople.PASSWORD).get("/api/shell/contributions").expect(200).json();
        for (String list : List.of("menu", "commands")) {
            StreamSupport.stream(contributed.get(list).spliterator(), false).filter(entry -> entry.path("path").isTextual()).forEach(entry ->
                assertThat(options.filter(new Locator.FilterOptions().setHasText(entry.get("label").asText())).first()).isAttached());
        }
        keys.type("Contact");
        assertThat(options.first()).isVisible();
        Locator chosen = user.page().locator("[role=option][aria-selected=true]");
        String first = chosen.innerText();
        keys.press("ArrowDown");
        assertThat(chosen).not().hasText(first);
        keys.press("ArrowUp");
        keys.press("Escape");
        keys.press("Control+k");
        keys.type(name);
        assertThat(options.filter(new Locator.FilterOptions().setHasText(name))).not().hasCount(0);
        keys.press("Enter");
        assertThat(user.heading(name)).isVisible();
    }

    @Test
    void languageThemeAndDensityChangeAtOnce() {
        user.page().evaluate("window.stayed = true");
        Locator root = user.page().locator("html");
        command("Dark");
        assertThat(root).hasAttribute("data-theme", "dark");
        command("Compact");
        assertThat(root).hasAttribute("data-density", "compact");
        command("简体中文");
        assertThat(user.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("客户").setExact(true)).first()).isVisible();
        assertThat(root).hasAttribute("lang", "zh-CN");
        assertThat(user.page().evaluate("window.stayed")).isEqualTo(true);
        user.page().evaluate("localStorage.clear()");
        user.page().reload();
        assertThat(root).hasAttribute("data-theme", "dark");
        assertThat(root).hasAttribute("data-density", "compact");
        assertThat(root).hasAttribute("lang", "zh-CN");
    }

    @Test
    void composerMentionsAttachesAndTakesCommands() {
        user.go("/customers/customers/" + id);
        Locator composer = user.page().getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Comment").setExact(true));
        Locator stream = user.part("Timeline");
        composer.pressSequentially("请看 @" + "Fern " .strip());
        user.page().locator(".ant-mentions-dropdown-menu-item").filter(new Locator.FilterOptions().setHasText("Fern " + login)).first().click();
        user.page().locator(".composer input[type=file]").setInputFiles(new FilePayload("note.txt", "text/plain", "记".getBytes(StandardCharsets.UTF_8)));
        assertThat(stream.locator(".composer-files")).containsText("note.txt");
        composer.press("Control+Enter");
        assertThat(stream.locator(".mention").first()).containsText("@Fern " + login);
        assertThat(stream.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("note.txt"))).isVisible();
        composer.fill("");
        composer.pressSequentially("/con");
        user.page().locator(".ant-mentions-dropdown-menu-item").filter(new Locator.FilterOptions().setHasText("contact")).first().click();
        assertThat(user.page()).hasURL(java.util.regex.Pattern.compile("/customers/contact(s|-logs)/new"));
        assertThat(user.page().locator("form")).containsText(name);
    }

    @Test
    void whatOthersDoArrivesByItself() {
        user.go("/customers/customers?q=" + Api.encode(name));
        BrowserList customers = new BrowserList(user, api, CUSTOMERS);
        assertThat(customers.row(name)).isVisible();
        api.patch(CUSTOMERS + "/" + id, version(), Map.of("level", "A")).expect(200);
        assertThat(user.page().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(name)).locator(".dot")).not().hasCount(0);
        user.go("/customers/customers/" + id);
        assertThat(user.heading(name)).isVisible();
        String member = api.get("/api/identity/members?limit=1&q=" + Api.encode("Fern " + login)).expect(200).json().at("/items/0/id").asText();
        api.patch(CUSTOMERS + "/" + id, version(), Map.of("ownerId", member)).expect(200);
        assertThat(user.page().locator(".facts")).containsText("Fern " + login);
        assertThat(user.button("Mentions of me")).isVisible();
        api.post("/api/records/comments/customers.customer/" + id, Map.of("body", "@[" + member + "] 请跟进")).expect(201);
        assertThat(user.button("Mentions of me: 1 unread")).isVisible();
    }

    @Test
    void helpIsAboutThePageOneIsOn() {
        for (Map.Entry<String, String> page : Map.of("/", "Home", "/customers/customers", "Lists", "/customers/customers/new", "New records", "/me", "Your settings")
            .entrySet()) {
            user.go(page.getKey());
            user.button("Help").click();
            user.item("Help on this page").click();
            Locator panel = user.dialog(page.getValue());
            assertThat(panel.getByRole(AriaRole.LISTITEM).first()).isVisible();
            assertThat(BrowserAxe.violations(user.page())).as("help on " + page.getKey()).isEmpty();
        }
    }

    @Test
    void administratorsAreLedThroughTheFirstStepsUntilTheyPutThemAway() {
        assertThat(user.part("First steps")).hasCount(0);
        try (BrowserUser admin = engine.open(demo.tenon().base())) {
            api.put("/api/identity/session/preferences", Map.of("toured", false, "locale", "en")).expect(200, 204);
            admin.enter("admin", demo.tenon().adminPassword());
            Locator steps = admin.part("First steps");
            assertThat(steps.getByRole(AriaRole.LINK)).hasText(new String[] {
                "Set up your company", "Add members", "Hand out roles and permissions", "Import customers", "Install plugins"});
            steps.getByRole(AriaRole.LINK).nth(3).click();
            assertThat(admin.page().locator(".file-drop")).isVisible();
            admin.go("/");
            admin.button("Put away").click();
            assertThat(steps).hasCount(0);
            admin.page().evaluate("localStorage.clear()");
            admin.page().reload();
            assertThat(admin.page().locator(".home-grid .card").first()).isVisible();
            assertThat(steps).hasCount(0);
            admin.button("Help").click();
            admin.item("First steps").click();
            assertThat(steps).isVisible();
        }
    }

    @Test
    void partOfThePageThatDoesNotArriveLeavesTheFrameAndCanBeAskedForAgain() {
        user.page().route("**/assets/JobsPage-*.js", com.microsoft.playwright.Route::abort);
        user.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Fern")).click();
        user.item("Background jobs").click();
        assertThat(user.page().getByRole(AriaRole.ALERT)).containsText("The server cannot be reached");
        assertThat(user.navigation()).isVisible();
        user.page().unroute("**/assets/JobsPage-*.js");
        user.button("Try again").click();
        assertThat(user.heading("Background jobs")).isVisible();
    }

    @Test
    void paperShowsTheRecordWhoPrintedItAndNothingToPress() {
        for (String path : List.of("/customers/customers/" + id, "/customers/customers?q=" + Api.encode(name))) {
            user.go(path);
            assertThat(user.page().getByText(name).first()).isVisible();
            user.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(user.page().locator(".print-head")).containsText("Fern " + login);
            assertThat(user.page().getByText(name).first()).isVisible();
            assertThat(user.page().locator(".navigation, .top-bar, .page-actions, .filter-bar, .composer").filter(new Locator.FilterOptions().setVisible(true))).hasCount(0);
            user.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            assertThat(user.page().locator(".print-head")).isHidden();
        }
    }

    @Test
    void phoneCallsMailsAndSavesWithinReachOfAThumb() {
        String reachable = api.post(CUSTOMERS, Map.of("name", "手机" + login, "phones", List.of(Map.of("kind", "mobile", "value", "13800138000")),
            "emails", List.of(Map.of("kind", "work", "value", "fern@example.com")))).expect(201).json().get("id").asText();
        try (BrowserUser phone = engine.open(demo.tenon().base(), look -> look.setViewportSize(390, 844).setHasTouch(true).setIsMobile(true))) {
            phone.enter(login, BrowserPeople.PASSWORD);
            phone.go("/customers/customers/" + reachable);
            for (String href : List.of("tel:13800138000", "mailto:fern@example.com")) {
                Locator link = phone.page().locator("a[href='" + href + "']").first();
                assertThat(link).isVisible();
                assertThat(link.boundingBox().height).as(href).isGreaterThanOrEqualTo(43.5);
            }
            phone.go("/customers/customers/new");
            Locator save = phone.button("Save");
            assertThat(save).isInViewport();
            phone.page().getByRole(AriaRole.TEXTBOX).last().scrollIntoViewIfNeeded();
            assertThat(save).isInViewport();
            assertThat(save.boundingBox().height).isGreaterThanOrEqualTo(43.5);
            phone.button("Menu").tap();
            assertThat(phone.entry("Contacts")).isVisible();
            assertThat(phone.entry("Contacts").boundingBox().height).isGreaterThanOrEqualTo(43.5);
        }
    }

    private int version() {
        return api.get(CUSTOMERS + "/" + id).expect(200).json().get("version").asInt();
    }

    private void command(String text) {
        user.page().keyboard().press("Control+k");
        Locator options = user.page().getByRole(AriaRole.DIALOG).getByRole(AriaRole.OPTION);
        assertThat(options.first()).isVisible();
        user.page().keyboard().type(text);
        assertThat(user.page().locator("[role=option][aria-selected=true]")).containsText(text);
        user.page().keyboard().press("Enter");
        assertThat(user.page().getByRole(AriaRole.DIALOG)).hasCount(0);
    }
}
