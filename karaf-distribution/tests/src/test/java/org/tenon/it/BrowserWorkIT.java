package org.tenon.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.KeyboardModifier;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tenon.testkit.process.Api;

/** A day's work in lists: peeking, arranging columns, keys, undoing, views, cards, and a list as long as it is. */
@ExtendWith({BrowserEngine.Provider.class, BrowserDemo.Provider.class})
class BrowserWorkIT {

    private static final String CUSTOMERS = "/api/customers/customers";
    private static final String LIST = "/customers/customers?view=all";
    private static final String COUNT_SHIFTS = """
        window.shifted = 0
        new PerformanceObserver(list => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value })
          .observe({ type: 'layout-shift', buffered: true })""";

    private final BrowserEngine engine;
    private final BrowserDemo demo;
    private final Api api;
    private final String name = "工作试验有限公司" + System.nanoTime();
    private String id = "";
    private BrowserUser user;
    private Page page;
    private Keyboard keys;
    private BrowserList list;

    BrowserWorkIT(BrowserEngine engine, BrowserDemo demo) {
        this.engine = engine;
        this.demo = demo;
        this.api = demo.admin();
    }

    @BeforeEach
    void enter() {
        id = api.post(CUSTOMERS, Map.of("name", name, "level", "B")).expect(201).json().get("id").asText();
        user = engine.open(demo.tenon().base());
        page = user.page();
        keys = page.keyboard();
        list = new BrowserList(user, api, CUSTOMERS);
        user.enter("admin", demo.tenon().adminPassword());
    }

    @AfterEach
    void leave() {
        // What was just deleted may be asked for once more.
        assertThat(user.complaints()).allMatch(complaint -> complaint.contains("404"));
        user.close();
    }

    @Test
    void rowsArePeekedAtByClickAndSpaceAndWalkedWithJAndK() {
        user.go(LIST);
        rows().first().locator("td").nth(2).click();
        Locator panel = page.locator(".peek");
        assertThat(panel.getByRole(AriaRole.HEADING).first()).hasText(title(0));
        keys.press("j");
        assertThat(panel.getByRole(AriaRole.HEADING).first()).hasText(title(1));
        keys.press("k");
        assertThat(panel.getByRole(AriaRole.HEADING).first()).hasText(title(0));
        page.reload();
        assertThat(panel.getByRole(AriaRole.HEADING).first()).hasText(title(0));
        user.button("Close").click();
        assertThat(panel).hasCount(0);
        assertThat(rows().first().getByRole(AriaRole.LINK).first()).isFocused();
        keys.press("Space");
        assertThat(panel.getByRole(AriaRole.HEADING).first()).hasText(title(0));
        keys.press("Escape");
        assertThat(panel).hasCount(0);
        Page full = page.context().waitForPage(() -> rows().nth(1).locator("td").nth(2).click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.CONTROL))));
        assertThat(full).hasURL(Pattern.compile(".*/customers/customers/[0-9A-Z]{13}$"));
        full.close();
    }

    @Test
    void theOrderOfColumnsIsRememberedOnTheServer() {
        user.go(LIST.replace("?view=all", ""));
        assertThat(rows().first()).isVisible();
        List<String> before = headers().allInnerTexts();
        user.button("Choose columns").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Move column " + before.get(1)).setExact(true)).focus();
        keys.press("Space");
        assertThat(page.locator("li.dragged")).isVisible();
        keys.press("ArrowDown");
        assertThat(said(before.get(1) + " is over " + before.get(2))).hasCount(1);
        keys.press("Space");
        assertThat(headers().nth(1)).hasText(before.get(2));
        assertThat(headers().nth(2)).hasText(before.get(1));
        try (BrowserUser elsewhere = engine.open(demo.tenon().base())) {
            elsewhere.enter("admin", demo.tenon().adminPassword());
            elsewhere.go("/customers/customers");
            Locator there = elsewhere.page().locator("table.records thead th[scope=col]");
            assertThat(there.nth(1)).hasText(before.get(2));
            assertThat(there.nth(2)).hasText(before.get(1));
        }
        user.button("Back to the usual columns").click();
        assertThat(headers().nth(1)).hasText(before.get(1));
    }

    @Test
    void whatIsDeletedComesBackFromTheNotice() {
        user.go("/customers/customers/" + id);
        user.button("More actions").click();
        user.item("Delete").click();
        assertThat(user.notice(name + " moved to the recycle bin")).isVisible();
        api.get(CUSTOMERS + "/" + id).expect(404);
        user.button("Undo").click();
        assertThat(user.notice("Restored")).isVisible();
        api.get(CUSTOMERS + "/" + id).expect(200);
    }

    @Test
    void manyAreDeletedAtOnceAndBroughtBack() {
        user.go(LIST + "&q=" + Api.encode(name));
        page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Select " + name)).check();
        user.button("Delete").click();
        assertThat(list.row(name)).hasCount(0);
        user.button("Undo").click();
        assertThat(list.row(name)).isVisible();
        api.get(CUSTOMERS + "/" + id).expect(200);
    }

    @Test
    void aViewIsSavedPinnedDeletedAndBroughtBack() {
        String view = "试验视图" + System.nanoTime();
        user.go(LIST);
        list.filter("Level", "A");
        user.button("Save as view").click();
        user.field("Name").fill(view);
        user.dialog("Save as view").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save")).click();
        Locator tab = page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Views")).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile(view)));
        assertThat(tab).hasAttribute("aria-current", "page");
        user.button("Actions for view " + view).click();
        user.item("Pin to the front").click();
        assertThat(tab.getByRole(AriaRole.IMG, new Locator.GetByRoleOptions().setName("Pinned"))).isVisible();
        user.button("Actions for view " + view).click();
        user.item("Delete view").click();
        assertThat(tab).hasCount(0);
        user.button("Undo").click();
        assertThat(tab).hasCount(1);
    }

    @Test
    void theKeyboardLeadsEverywhere() {
        user.go("/");
        assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
        keys.press("?");
        Locator map = user.dialog("Keyboard shortcuts");
        assertThat(map).containsText("Contacts");
        keys.press("Escape");
        assertThat(map).isHidden();
        keys.press("g");
        keys.press("o");
        assertThat(user.heading("Contacts")).isVisible();
        keys.press("g");
        keys.press("h");
        assertThat(page.locator(".home-grid")).isVisible();
        keys.press("c");
        assertThat(user.item("Customer")).isVisible();
        keys.press("Escape");
        user.go(LIST + "&q=" + Api.encode(name));
        assertThat(list.row(name)).isVisible();
        keys.press("j");
        assertThat(list.row(name)).isFocused();
        keys.press("e");
        assertThat(user.button("Save")).isVisible();
        keys.press("Escape");
        assertThat(user.button("Save")).hasCount(0);
        user.go(LIST);
        assertThat(rows().first()).isVisible();
        keys.press("c");
        assertThat(user.heading("Create Customer")).isVisible();
    }

    @Test
    void aListGoesOnAsOneScrollsAndNothingJumps() {
        page.addInitScript(COUNT_SHIFTS);
        user.go(LIST);
        assertThat(rows().first()).isVisible();
        Locator frame = page.locator(".table-frame");
        for (int loaded = 50; loaded <= 400; loaded += 50) {
            list.toTheEnd();
            int more = loaded;
            page.waitForCondition(() -> (Integer) frame.evaluate("frame => Math.round(frame.scrollHeight / frame.querySelector('tr[data-id]').offsetHeight)") > more);
        }
        assertThat((Integer) rows().count()).isLessThan(150);
        frame.evaluate("frame => { frame.scrollTop = 0 }");
        assertThat(rows().first()).hasAttribute("data-id", first("sort=-createdAt"));
        list.sortBy("Customer name");
        assertThat(rows().first()).hasAttribute("data-id", first("sort=name"));
        assertThat(((Number) page.evaluate("window.shifted")).doubleValue()).isLessThan(0.1);
    }

    @Test
    void whatOneRefersToIsShownAndMadeOnTheSpot() {
        String contact = api.post("/api/customers/contacts", Map.of("name", "王试验", "party", Map.of("type", "customers.customer", "id", id))).expect(201).json().get("id").asText();
        user.go("/customers/contacts/" + contact);
        Locator chip = page.locator(".record-main").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name).setExact(true)).first();
        chip.hover();
        Locator card = page.getByRole(AriaRole.TOOLTIP);
        assertThat(card).containsText(name);
        assertThat(card).containsText("Owner");
        keys.press("Escape");
        assertThat(card).hasCount(0);
        String made = "速建试验有限公司" + System.nanoTime();
        user.go("/customers/customers/new");
        Locator box = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Parent company").setExact(true));
        box.click();
        box.pressSequentially(made);
        page.getByText("Create Customer: " + made, new Page.GetByTextOptions().setExact(true)).click();
        Locator dialog = user.dialog("Create Customer");
        Locator title = dialog.getByLabel("Customer name");
        assertThat(title).hasValue(made);
        title.fill(name);
        assertThat(dialog.getByRole(AriaRole.STATUS).getByRole(AriaRole.LINK).first()).containsText(name);
        title.fill(made);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Create Customer")).click();
        assertThat(dialog).hasCount(0);
        assertThat(page.locator(".ant-select").filter(new Locator.FilterOptions().setHasText(made))).isVisible();
        assertThat(api.get(CUSTOMERS + "?limit=5&filter=" + Api.encode("{\"==\":[{\"var\":\"name\"},\"" + made + "\"]}")).expect(200).json().get("items")).isNotEmpty();
        user.field("Customer name").first().fill("");
    }

    private Locator rows() {
        return page.locator("table.records tr[data-id]");
    }

    private Locator headers() {
        return page.locator("table.records thead th[scope=col]");
    }

    private Locator said(String text) {
        return page.locator("[aria-live]").filter(new Locator.FilterOptions().setHasText(text));
    }

    private String title(int row) {
        return rows().nth(row).getByRole(AriaRole.ROWHEADER).innerText();
    }

    private String first(String query) {
        return api.get(CUSTOMERS + "?limit=1&" + query).expect(200).json().at("/items/0/id").asText();
    }
}
