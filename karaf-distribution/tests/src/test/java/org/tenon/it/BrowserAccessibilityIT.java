package org.tenon.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The shell for everybody: with a screen reader, with the keyboard alone, on a phone; and without breaking its own content policy. */
@ExtendWith({BrowserEngine.Provider.class, BrowserDemo.Provider.class})
class BrowserAccessibilityIT {

    private static final int PHONE = 390;

    private final BrowserEngine engine;
    private final BrowserDemo demo;
    private final BrowserPages pages;

    BrowserAccessibilityIT(BrowserEngine engine, BrowserDemo demo) {
        this.engine = engine;
        this.demo = demo;
        this.pages = new BrowserPages(demo.admin());
    }

    @ParameterizedTest
    @EnumSource(value = ColorScheme.class, names = {"LIGHT", "DARK"})
    void axeFindsNothingOnTheWayIn(ColorScheme theme) {
        try (BrowserUser user = engine.open(demo.tenon().base(), look -> look.setColorScheme(theme))) {
            user.go("/");
            assertThat(user.heading("Sign in to Tenon")).isVisible();
            assertThat(BrowserAxe.violations(user.page())).isEmpty();
            assertThat(user.complaints()).isEmpty();
        }
    }

    @Test
    void axeFindsNothingWhileSomethingIsOpen() {
        try (BrowserUser user = engine.open(demo.tenon().base())) {
            List<String> found = new ArrayList<>();
            user.enter("admin", demo.tenon().adminPassword());
            pages.open(user, "customers");
            user.button("Add filter").click();
            user.item("Industry").click();
            assertThat(user.button("Apply filter")).isVisible();
            collect(found, "filter", user);
            user.page().keyboard().press("Control+K");
            assertThat(user.dialog("Search and commands")).isVisible();
            collect(found, "palette", user);
            pages.open(user, "customer");
            user.button("Edit: Profile").click();
            assertThat(user.button("Save")).isVisible();
            collect(found, "edit", user);
            user.button("Cancel").click();
            user.button("More actions").click();
            user.item("Team and sharing").click();
            assertThat(user.dialog("Record team and sharing")).isVisible();
            collect(found, "sharing", user);
            assertThat(found).isEmpty();
            assertThat(user.complaints()).isEmpty();
        }
    }

    @Test
    void nothingIsLostAtTwiceTheSize() {
        try (BrowserUser user = engine.open(demo.tenon().base(), look -> look.setViewportSize(720, 450).setDeviceScaleFactor(2))) {
            user.enter("admin", demo.tenon().adminPassword());
            for (String name : List.of("home", "customers", "customer", "create", "profile", "plugins")) {
                pages.open(user, name);
                assertThat(((Number) user.page().evaluate("document.scrollingElement.scrollWidth")).intValue()).as("width of " + name).isLessThanOrEqualTo(720);
            }
            pages.open(user, "create");
            Locator save = user.button("Save");
            assertThat(save).isInViewport();
            user.page().getByRole(AriaRole.TEXTBOX).last().scrollIntoViewIfNeeded();
            assertThat(save).isInViewport();
            assertThat(user.button("Menu")).isVisible();
        }
    }

    @Test
    void keyboardAloneSignsInFindsEditsAndSaves() {
        String name = "键盘试验有限公司" + System.nanoTime();
        String id = demo.admin().post("/api/customers/customers", Map.of("name", name)).expect(201).json().get("id").asText();
        try (BrowserUser user = engine.open(demo.tenon().base())) {
            user.go("/");
            assertThat(user.field("User name")).isFocused();
            Keyboard keys = user.page().keyboard();
            keys.type("admin");
            keys.press("Tab");
            keys.type(demo.tenon().adminPassword());
            keys.press("Enter");
            assertThat(user.entry("Customers")).isVisible();
            tabTo(user, user.entry("Customers"));
            keys.press("Enter");
            assertThat(user.heading("Customers")).isVisible();
            keys.press("/");
            keys.type(name);
            Locator found = new BrowserList(user, demo.admin(), "/api/customers/customers").row(name);
            assertThat(found).isVisible();
            tabTo(user, found);
            keys.press("Enter");
            assertThat(user.heading(name)).isVisible();
            keys.press("e");
            assertThat(user.page().getByRole(AriaRole.TEXTBOX).first()).isFocused();
            keys.press("End");
            keys.type("改");
            keys.press("Control+Enter");
            assertThat(user.heading(name + "改")).isVisible();
            assertThat(demo.admin().get("/api/customers/customers/" + id).json().get("name").asText()).isEqualTo(name + "改");
            assertThat(user.complaints()).isEmpty();
        }
    }

    @Test
    void phoneShowsCardsAndADrawerAndNeverScrollsSideways() {
        try (BrowserUser user = engine.open(demo.tenon().base(), look -> look.setViewportSize(PHONE, 844).setHasTouch(true).setIsMobile(true))) {
            user.go("/");
            assertThat(user.heading("Sign in to Tenon")).isVisible();
            fits(user, "sign-in");
            user.enter("admin", demo.tenon().adminPassword());
            user.button("Menu").tap();
            user.entry("Customers").tap();
            assertThat(user.entry("Customers")).isHidden();
            Locator cards = user.page().getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Customers").setExact(true));
            assertThat(cards.getByRole(AriaRole.LISTITEM).first()).isVisible();
            assertThat(user.page().getByRole(AriaRole.TABLE)).hasCount(0);
            assertThat(BrowserAxe.violations(user.page())).isEmpty();
            cards.getByRole(AriaRole.LINK).first().tap();
            assertThat(user.button("Edit")).isVisible();
            fits(user, "opened card");
            assertThat(user.complaints()).isEmpty();
        }
    }

    private static void collect(List<String> found, String place, BrowserUser user) {
        BrowserAxe.violations(user.page()).forEach(violation -> found.add(place + ": " + violation));
    }

    /** Presses Tab until the element has the focus, which must be seen. */
    private static void tabTo(BrowserUser user, Locator wanted) {
        for (int presses = 0; presses < 60; presses++) {
            user.page().keyboard().press("Tab");
            if ((Boolean) wanted.evaluate("element => element === document.activeElement")) {
                assertThat(wanted.evaluate("element => { const style = getComputedStyle(element); return style.outlineStyle !== 'none' || style.boxShadow !== 'none' }"))
                    .as("focus is seen").isEqualTo(true);
                return;
            }
        }
        throw new AssertionError("not reached with 60 presses of Tab: " + wanted);
    }

    private static void fits(BrowserUser user, String place) {
        assertThat(((Number) user.page().evaluate("document.scrollingElement.scrollWidth")).intValue()).as("width of " + place).isLessThanOrEqualTo(PHONE);
    }
}
