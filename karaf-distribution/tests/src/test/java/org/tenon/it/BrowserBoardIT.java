package org.tenon.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.Await;

/** A list as board and as calendar: moved by mouse, finger and keyboard, refused while it is dragged; and the start page, arranged. */
@ExtendWith({BrowserEngine.Provider.class, BrowserDemo.Provider.class})
class BrowserBoardIT {

    private static final String CUSTOMERS = "/api/customers/customers";

    private final BrowserEngine engine;
    private final BrowserDemo demo;
    private final Api api;
    private final String name = "看板试验有限公司" + System.nanoTime();
    private final String board = "/customers/customers?view=all&as=board&group=level&q=" + Api.encode(name);
    private String id = "";
    private BrowserUser user;
    private Page page;

    BrowserBoardIT(BrowserEngine engine, BrowserDemo demo) {
        this.engine = engine;
        this.demo = demo;
        this.api = demo.admin();
    }

    @BeforeEach
    void make() {
        id = api.post(CUSTOMERS, Map.of("name", name, "level", "B", "employees", 70)).expect(201).json().get("id").asText();
        Await.until("the search knows it", Duration.ofSeconds(30), () -> !api.get(CUSTOMERS + "?limit=1&q=" + Api.encode(name)).expect(200).json().get("items").isEmpty());
        open(UnaryOperator.identity());
    }

    @AfterEach
    void leave() {
        user.close();
    }

    @Test
    void aCardIsMovedByMouseAndTheMoveTakenBack() {
        user.go(board + "&cols=name,employees");
        assertThat(lane("B").locator(".lane-sum")).containsText("70");
        drag(card("B"), lane("A"));
        page.mouse().up();
        assertThat(user.button("Undo")).isVisible();
        assertThat(stored()).isEqualTo("A");
        assertThat(lane("A").locator(".lane-sum")).containsText("70");
        user.button("Undo").click();
        assertThat(card("B")).isVisible();
        assertThat(stored()).isEqualTo("B");
    }

    @Test
    void aCardIsMovedByKeyboard() {
        user.go(board);
        lift(user.button("Move " + name));
        assertThat(page.locator(".lifted")).isVisible();
        page.keyboard().press("ArrowLeft");
        assertThat(lane("A")).hasClass(Pattern.compile(".*over.*"));
        page.keyboard().press("Space");
        assertThat(user.button("Undo")).isVisible();
        assertThat(stored()).isEqualTo("A");
    }

    @Test
    void aCardIsMovedByFinger() {
        user.close();
        open(look -> look.setHasTouch(true));
        user.go(board);
        BoundingBox from = card("B").boundingBox();
        BoundingBox to = lane("A").boundingBox();
        CDPSession touch = page.context().newCDPSession(page);
        send(touch, "touchStart", from.x + 40, from.y + 20);
        page.waitForCondition(() -> {
            send(touch, "touchMove", from.x + 41, from.y + 20);
            return page.locator(".lifted").count() > 0;
        });
        for (int step = 1; step <= 6; step++) {
            send(touch, "touchMove", from.x + 40 + (to.x + 80 - from.x - 40) * step / 6, to.y + 80);
        }
        assertThat(lane("A")).hasClass(Pattern.compile(".*over.*"));
        send(touch, "touchEnd", new JsonArray());
        assertThat(user.button("Undo")).isVisible();
        assertThat(stored()).isEqualTo("A");
    }

    @Test
    void whatIsNotAllowedIsRefusedWhileItIsDragged() {
        String login = "board" + System.nanoTime();
        BrowserPeople.onlooker(api, "孙试验", login);
        user.close();
        user = engine.open(demo.tenon().base());
        page = user.page();
        user.enter(login, BrowserPeople.PASSWORD);
        user.go(board);
        drag(card("B"), lane("A"));
        assertThat(lane("A").locator(".lane-refusal")).isVisible();
        page.mouse().up();
        assertThat(page.locator(".lane.refused")).hasCount(0);
        assertThat(card("B")).isVisible();
        assertThat(stored()).isEqualTo("B");
    }

    @Test
    void aDayIsMovedInTheCalendar() {
        api.patch(CUSTOMERS + "/" + id, 1, Map.of("founded", "2001-05-09")).expect(200);
        user.go("/customers/customers?view=all&as=calendar&group=founded&month=2001-05&q=" + Api.encode(name));
        Locator entry = page.locator("[data-day='2001-05-09'] .calendar-entry");
        assertThat(entry).hasText(name);
        lift(user.button("Move " + name));
        assertThat(page.locator(".lifted")).isVisible();
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("[data-day='2001-05-10']")).hasClass(Pattern.compile(".*over.*"));
        page.keyboard().press("Space");
        assertThat(user.button("Undo")).isVisible();
        assertThat(api.get(CUSTOMERS + "/" + id).expect(200).json().get("founded").asText()).isEqualTo("2001-05-10");
        assertThat(user.complaints()).isEmpty();
    }

    @Test
    void theStartPageIsArrangedAndRememberedForOneselfAndForARole() {
        String login = "home" + System.nanoTime();
        BrowserPeople.colleague(api, "赵试验", login);
        String role = api.get("/api/identity/roles?limit=1&filter=" + Api.encode("{\"==\":[{\"var\":\"name\"},\"Sales " + login + "\"]}")).expect(200).json().at("/items/0/id").asText();
        assertThat(user.part("My customers to contact today")).isVisible();
        assertThat(user.part("My customers")).isVisible();
        user.button("Arrange").click();
        user.button("Remove Recently opened").click();
        user.button("Size of My customers: one column").click();
        assertThat(user.button("Size of My customers: two columns")).isVisible();
        Locator widgets = page.locator("[data-widget]");
        String first = widgets.first().getAttribute("data-widget");
        String second = widgets.nth(1).getAttribute("data-widget");
        lift(widgets.first().locator(".drag-handle"));
        assertThat(page.locator("li.dragged")).isVisible();
        assertThat(said("My customers is over My customers")).hasCount(1);
        page.keyboard().press("ArrowRight");
        assertThat(said("is over New customers")).hasCount(1);
        page.keyboard().press("Space");
        assertThat(widgets.first()).hasAttribute("data-widget", second);
        assertThat(widgets.nth(1)).hasAttribute("data-widget", first);
        user.button("Done").click();
        Await.until("it is stored", Duration.ofSeconds(20), () -> api.get("/api/identity/session/remembered").expect(200).json().at("/items/home").asText().startsWith("[{\"id\":\"" + second));
        page.reload();
        assertThat(page.locator(".home-grid > section").first()).hasAttribute("aria-label", "New customers this month");
        assertThat(user.part("Recently opened")).hasCount(0);

        String kept = api.get("/api/identity/session/remembered").expect(200).json().at("/items/home").asText();
        api.put("/api/identity/roles/" + role + "/remembered/home", Map.of("content", kept)).expect(200, 204);
        try (BrowserUser colleague = engine.open(demo.tenon().base())) {
            colleague.enter(login, BrowserPeople.PASSWORD);
            assertThat(colleague.page().locator(".home-grid > section").first()).hasAttribute("aria-label", "New customers this month");
        }
        user.button("Arrange").click();
        user.button("Reset").click();
        assertThat(user.button("Remove Recently opened")).isVisible();
    }

    private void open(UnaryOperator<NewContextOptions> look) {
        user = engine.open(demo.tenon().base(), look);
        page = user.page();
        user.enter("admin", demo.tenon().adminPassword());
    }

    private Locator lane(String level) {
        return page.locator("[data-lane='" + level + "']");
    }

    private Locator card(String level) {
        return lane(level).locator("[data-id='" + id + "']");
    }

    /** Lifts it by keyboard; arrows lead somewhere once the places are measured, which is when it is said what it is over. */
    private void lift(Locator handle) {
        handle.focus();
        page.keyboard().press("Space");
        assertThat(said("is over ")).hasCount(1);
    }

    /** Lifts it by mouse and holds it there. */
    private void drag(Locator from, Locator to) {
        BoundingBox start = from.boundingBox();
        BoundingBox end = to.boundingBox();
        page.mouse().move(start.x + 40, start.y + 20);
        page.mouse().down();
        page.mouse().move(start.x + 60, start.y + 24, new Mouse.MoveOptions().setSteps(4));
        assertThat(page.locator(".lifted")).isVisible();
        page.mouse().move(end.x + 80, end.y + 80, new Mouse.MoveOptions().setSteps(6));
    }

    private Locator said(String text) {
        return page.locator("[aria-live]").filter(new Locator.FilterOptions().setHasText(text));
    }

    private static void send(CDPSession touch, String kind, double x, double y) {
        JsonObject point = new JsonObject();
        point.addProperty("x", x);
        point.addProperty("y", y);
        JsonArray points = new JsonArray();
        points.add(point);
        send(touch, kind, points);
    }

    private static void send(CDPSession touch, String kind, JsonArray points) {
        JsonObject event = new JsonObject();
        event.addProperty("type", kind);
        event.add("touchPoints", points);
        touch.send("Input.dispatchTouchEvent", event);
    }

    private String stored() {
        return api.get(CUSTOMERS + "/" + id).expect(200).json().get("level").asText();
    }
}
