package org.tenon.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tenon.testkit.process.Api;

/** What keeps people's work safe: from each other, from mistakes, and from leaving too early. */
@ExtendWith({BrowserEngine.Provider.class, BrowserDemo.Provider.class})
class BrowserConflictIT {

    private static final String CUSTOMERS = "/api/customers/customers";

    private final BrowserEngine engine;
    private final BrowserDemo demo;
    private final Api api;
    private final String name = "榫卯试验有限公司" + System.nanoTime();
    private BrowserUser user;
    private String id = "";

    BrowserConflictIT(BrowserEngine engine, BrowserDemo demo) {
        this.engine = engine;
        this.demo = demo;
        this.api = demo.admin();
        this.user = engine.open(demo.tenon().base());
    }

    @BeforeEach
    void openACustomer() {
        id = api.post(CUSTOMERS, Map.of("name", name, "remark", "原来的备注")).expect(201).json().get("id").asText();
        open(user);
    }

    @AfterEach
    void leave() {
        user.close();
    }

    @Test
    void whoSavesLaterSeesBothValuesAndChooses() {
        try (BrowserUser other = engine.open(demo.tenon().base())) {
            open(other);
            user.button("Edit: Preferences").click();
            user.field("Remark").fill("甲写的");
            other.button("Edit: Preferences").click();
            other.field("Remark").fill("乙写的");
            other.field("Preferences and habits").fill("上午联系");
            other.button("Save").click();
            assertThat(other.part("Preferences")).containsText("乙写的");

            assertThat(user.part("Preferences")).containsText("Somebody changed this record while you were editing.");
            user.button("Save").click();
            Locator dialog = user.dialog("The record was changed by somebody else");
            assertThat(dialog).containsText("原来的备注");
            assertThat(dialog.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("甲写的"))).isChecked();
            assertThat(dialog.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("乙写的"))).not().isChecked();
            assertThat(api.get(path()).json().get("remark").asText()).isEqualTo("乙写的");
            user.button("Save what I chose").click();
            assertThat(dialog).isHidden();
            assertThat(user.part("Preferences")).containsText("甲写的");
            assertThat(user.part("Preferences")).containsText("上午联系");
            assertThat(other.part("Preferences")).containsText("甲写的");
        }
    }

    @Test
    void choosingTheirsStoresNothing() {
        user.button("Edit: Preferences").click();
        user.field("Remark").fill("甲写的");
        api.patch(path(), version(), Map.of("remark", "乙写的")).expect(200);
        int version = version();
        user.button("Save").click();
        user.dialog("The record was changed by somebody else").getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("乙写的")).check();
        user.button("Save what I chose").click();
        assertThat(user.part("Preferences")).containsText("乙写的");
        assertThat(user.button("Edit: Preferences")).isVisible();
        assertThat(version()).isEqualTo(version);
    }

    @Test
    void refusalStandsBesideItsFieldAndNothingIsStored() {
        user.button("Edit: Profile").click();
        user.field("Unified social credit code").fill("123");
        Locator title = user.field("Customer name");
        title.fill("");
        user.button("Save").click();
        assertThat(title).hasAccessibleDescription("Customer name is required");
        title.fill(name);
        user.button("Save").click();
        Locator code = user.field("Unified social credit code");
        assertThat(code).hasAccessibleDescription(Pattern.compile("Not a unified social credit code"));
        assertThat(code).hasAttribute("aria-invalid", "true");
        Locator summary = user.page().getByRole(AriaRole.ALERT);
        assertThat(summary).containsText("Not a unified social credit code");
        summary.getByRole(AriaRole.LINK).click();
        assertThat(code).isFocused();
        assertThat(version()).isEqualTo(1);
    }

    @Test
    void leavingWithUnsavedInputAsksFirst() {
        user.button("Edit: Preferences").click();
        user.field("Remark").fill("还没有保存");
        user.entry("Contacts").click();
        user.button("Stay here").click();
        assertThat(user.dialog("Unsaved changes")).isHidden();
        assertThat(user.field("Remark")).hasValue("还没有保存");
        user.page().keyboard().press("Escape");
        assertThat(user.dialog("Discard your changes?")).isVisible();
        user.button("Keep editing").click();
        assertThat(user.dialog("Discard your changes?")).isHidden();
        assertThat(user.field("Remark")).hasValue("还没有保存");
        user.entry("Contacts").click();
        user.button("Leave without saving").click();
        assertThat(user.heading("Contacts")).isVisible();
        assertThat(api.get(path()).json().get("remark").asText()).isEqualTo("原来的备注");
    }

    @Test
    void deletedRecordReturnsFromTheRecycleBin() {
        user.button("More actions").click();
        user.item("Delete").click();
        assertThat(user.heading("Customers")).isVisible();
        api.get(path()).expect(404);
        BrowserList customers = new BrowserList(user, api, CUSTOMERS);
        customers.search(name);
        assertThat(user.notice("Nothing in Customers matches")).isVisible();
        customers.more("Open the recycle bin");
        assertThat(customers.row(name)).isVisible();
        user.page().getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Select " + name)).check();
        user.button("Restore").click();
        assertThat(customers.row(name)).hasCount(0);
        api.get(path()).expect(200);
        customers.more("Leave the recycle bin");
        assertThat(customers.row(name)).isVisible();
    }

    private void open(BrowserUser who) {
        who.enter("admin", demo.tenon().adminPassword());
        who.go("/customers/customers/" + id);
        assertThat(who.heading(name)).isVisible();
    }

    private String path() {
        return CUSTOMERS + "/" + id;
    }

    private int version() {
        return api.get(path()).expect(200).json().get("version").asInt();
    }
}
