package org.tenon.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ViewportSize;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** For those whose system asks for less motion, whatever opens stands where it should, at once, and closes. */
@ExtendWith({BrowserEngine.Provider.class, BrowserDemo.Provider.class})
class BrowserStillIT {

    private final BrowserEngine engine;
    private final BrowserDemo demo;
    private final String customer;

    BrowserStillIT(BrowserEngine engine, BrowserDemo demo) {
        this.engine = engine;
        this.demo = demo;
        this.customer = demo.admin().post("/api/customers/customers", Map.of("name", "静静" + System.nanoTime(), "shortName", "before")).expect(201)
            .json().get("id").asText();
    }

    @Test
    void dialogsMenusAndNoticesOpenAndClose() {
        try (BrowserUser user = engine.open(demo.tenon().base(), look -> look.setReducedMotion(ReducedMotion.REDUCE))) {
            user.enter("admin", demo.tenon().adminPassword());
            user.go("/customers/customers/" + customer);
            for (int time = 0; time < 3; time++) {
                user.button("More actions").click();
                Locator menu = user.page().getByRole(AriaRole.MENU).filter(new Locator.FilterOptions().setHas(user.item("Why may I see this")));
                inside(user, menu);
                user.item("Why may I see this").click();
                assertThat(menu).isHidden();
                Locator dialog = user.page().getByRole(AriaRole.DIALOG);
                inside(user, dialog);
                user.page().keyboard().press("Escape");
                gone(user, dialog);
            }
            user.button("Edit Short name").click();
            Locator input = user.part("Profile").getByLabel("Short name", new Locator.GetByLabelOptions().setExact(true));
            input.fill("after");
            input.press("Enter");
            assertThat(user.part("Profile")).containsText("after");
            user.button("Undo").click();
            assertThat(user.part("Profile")).containsText("before");
            assertThat(user.button("Undo")).hasCount(0);
            assertThat(user.complaints()).isEmpty();
        }
    }

    @Test
    void theMenuOfAPhoneOpensInsideTheWindowAndCloses() {
        try (BrowserUser user = engine.open(demo.tenon().base(),
                look -> look.setReducedMotion(ReducedMotion.REDUCE).setViewportSize(390, 844).setHasTouch(true).setIsMobile(true))) {
            user.enter("admin", demo.tenon().adminPassword());
            for (int time = 0; time < 3; time++) {
                user.button("Menu").click();
                Locator drawer = user.page().locator(".ant-drawer-content-wrapper");
                inside(user, drawer);
                user.page().keyboard().press("Escape");
                assertThat(drawer).isHidden();
                assertThat(user.page().locator(".ant-drawer-mask:visible")).hasCount(0);
            }
            assertThat(user.complaints()).isEmpty();
        }
    }

    private static void inside(BrowserUser user, Locator what) {
        assertThat(what).isVisible();
        what.evaluate("element => Promise.all(element.getAnimations({subtree: true}).map(animation => animation.finished))");
        ViewportSize window = user.page().viewportSize();
        BoundingBox box = what.boundingBox();
        assertThat(box.x).isGreaterThanOrEqualTo(0);
        assertThat(box.y).isGreaterThanOrEqualTo(0);
        assertThat(box.x + box.width).isLessThanOrEqualTo(window.width + 0.5);
        assertThat(box.width).isGreaterThan(60);
        assertThat((Boolean) what.evaluate("element => element.checkVisibility({checkOpacity: true, checkVisibilityCSS: true})")).isTrue();
    }

    /** Nothing is left over the page that would take what is pressed. */
    private static void gone(BrowserUser user, Locator dialog) {
        assertThat(dialog).isHidden();
        assertThat(user.page().locator(".ant-modal-wrap:visible, .ant-modal-mask:visible")).hasCount(0);
        assertThat(user.page().getByRole(AriaRole.MAIN)).isVisible();
    }
}
