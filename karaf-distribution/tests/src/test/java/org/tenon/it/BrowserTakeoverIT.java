package org.tenon.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tenon.it.plugin.Clients;
import org.tenon.it.plugin.Orders;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.Tenon;
import org.tenon.testkit.source.Administrator;

/** On the page of plugins the records of a replaced area are copied into the plugin that took its place. */
@ExtendWith(BrowserEngine.Provider.class)
class BrowserTakeoverIT {

    @Test
    void theRecordsAreCopiedWithProgressAndResult(BrowserEngine engine) {
        try (Tenon tenon = Tenon.start("takeover-page", Map.of()); BrowserUser user = engine.open(tenon.base())) {
            Api api = tenon.admin();
            List<String> names = List.of("接管甲", "接管乙", "接管丙");
            names.forEach(name -> api.post("/api/customers/customers", Map.of("name", name)).expect(201));
            new Administrator(api).install(Clients.plugin());
            new Administrator(api).install(Orders.version("1.0.0"));
            user.enter("admin", tenon.adminPassword());
            user.go("/plugins");
            Page page = user.page();
            assertThat(row(page, "Orders").getByRole(AriaRole.BUTTON, copy())).hasCount(0);

            row(page, "Clients").getByRole(AriaRole.BUTTON, copy()).click();
            Locator dialog = user.dialog("Copy the records of Customers into Clients?");
            assertThat(BrowserAxe.violations(page)).isEmpty();
            dialog.getByRole(AriaRole.BUTTON, copy()).click();

            assertThat(dialog.getByRole(AriaRole.STATUS)).containsText("3 copied");
            assertThat(dialog.getByRole(AriaRole.BUTTON, copy())).hasCount(0);
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "takeover.png")));
            assertThat(api.get(Clients.LIST).expect(200).json().get("items").findValuesAsText("name")).containsExactlyInAnyOrderElementsOf(names);
            assertThat(user.complaints()).isEmpty();
        }
    }

    private static Locator row(Page page, String name) {
        return page.getByRole(AriaRole.LISTITEM, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator.GetByRoleOptions copy() {
        return new Locator.GetByRoleOptions().setName("Copy records");
    }
}
