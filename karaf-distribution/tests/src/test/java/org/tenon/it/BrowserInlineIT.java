package org.tenon.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tenon.testkit.process.Api;

/** Values edited where they stand, by keyboard and mouse, and records opened to others from their page. */
@ExtendWith({BrowserEngine.Provider.class, BrowserDemo.Provider.class})
class BrowserInlineIT {

    private static final String CUSTOMERS = "/api/customers/customers";

    private final BrowserEngine engine;
    private final BrowserDemo demo;
    private final Api api;
    private final String name = "榫卯试验有限公司" + System.nanoTime();
    private BrowserUser user;
    private BrowserList list;
    private Keyboard keys;
    private String id = "";

    BrowserInlineIT(BrowserEngine engine, BrowserDemo demo) {
        this.engine = engine;
        this.demo = demo;
        this.api = demo.admin();
    }

    @BeforeEach
    void openTheList() {
        id = api.post(CUSTOMERS, Map.of("name", name, "level", "B")).expect(201).json().get("id").asText();
        user = engine.open(demo.tenon().base());
        keys = user.page().keyboard();
        user.enter("admin", demo.tenon().adminPassword());
        user.go("/customers/customers");
        list = new BrowserList(user, api, CUSTOMERS);
        list.search(name);
        assertThat(list.row(name)).hasCount(1);
    }

    @AfterEach
    void leave() {
        assertThat(user.complaints()).allMatch(complaint -> complaint.contains("412"));
        user.close();
    }

    @Test
    void aCellIsEditedByKeyboardAndTheChangeTakenBack() {
        list.row(name).focus();
        keys.press("F2");
        Locator title = cell("name").locator("input");
        assertThat(title).isFocused();
        title.fill(name + "甲");
        keys.press("Enter");
        assertThat(list.row(name + "甲")).isVisible();
        assertThat(stored("name")).isEqualTo(name + "甲");
        user.button("Undo").click();
        assertThat(list.row(name)).isVisible();
        assertThat(stored("name")).isEqualTo(name);
    }

    @Test
    void escapeStoresNothingAndTabSavesAndMovesOn() {
        list.row(name).focus();
        keys.press("F2");
        cell("name").locator("input").fill("weg");
        keys.press("Escape");
        assertThat(list.row(name)).isVisible();
        assertThat(cell("name")).isFocused();
        assertThat(version()).isEqualTo(1);
        keys.press("F2");
        cell("name").locator("input").fill(name + "乙");
        keys.press("Tab");
        assertThat(user.page().locator("tr[data-id] .inline-editor")).hasCount(1);
        assertThat(cell("name").locator("input")).hasCount(0);
        assertThat(list.row(name + "乙")).isVisible();
        keys.press("Escape");
        assertThat(stored("name")).isEqualTo(name + "乙");
    }

    @Test
    void aRefusalStandsAtTheCell() {
        cell("level").dblclick();
        assertThat(cell("level").locator(".inline-editor")).isVisible();
        keys.press("Escape");
        list.row(name).focus();
        keys.press("F2");
        cell("name").locator("input").fill(" ");
        keys.press("Enter");
        assertThat(cell("name").getByRole(AriaRole.ALERT)).containsText("Customer name is required");
        assertThat(cell("name").locator("input")).hasAttribute("aria-invalid", "true");
        keys.press("Escape");
        assertThat(version()).isEqualTo(1);
    }

    @Test
    void aValueChangedByTwoIsChosenOnThePage() {
        list.open(name);
        user.button("Edit Short name").click();
        Locator input = user.part("Profile").getByLabel("Short name", new Locator.GetByLabelOptions().setExact(true));
        assertThat(input).isFocused();
        input.fill("我的");
        api.patch(CUSTOMERS + "/" + id, 1, Map.of("shortName", "他们的")).expect(200);
        input.press("Enter");
        Locator dialog = user.dialog("The record was changed by somebody else");
        assertThat(dialog).containsText("他们的");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save what I chose")).click();
        assertThat(user.part("Profile")).containsText("我的");
        assertThat(stored("shortName")).isEqualTo("我的");
        user.button("Undo").click();
        assertThat(user.part("Profile")).containsText("他们的");
    }

    @Test
    void aCustomerIsOpenedToAColleagueAndClosedAgain() {
        list.open(name);
        user.button("More actions").click();
        user.item("Team and sharing").click();
        Locator dialog = user.dialog("Record team and sharing");
        assertThat(dialog).containsText("Not open to anybody else yet");
        dialog.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName("Member").setExact(true)).click();
        user.page().locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option").first().click();
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add").setExact(true)).click();
        assertThat(dialog.locator(".entry")).hasCount(1);
        JsonNode entries = api.get("/api/records/teams/customers.customer/" + id).expect(200).json().get("items");
        assertThat(entries).hasSize(1);
        String other = entries.get(0).get("name").asText();
        assertThat(dialog.locator(".entry")).containsText(other);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Remove " + other)).click();
        assertThat(dialog).containsText("Not open to anybody else yet");
        assertThat(api.get("/api/records/teams/customers.customer/" + id).expect(200).json().get("items")).isEmpty();
    }

    private Locator cell(String field) {
        Page page = user.page();
        return page.locator("tr[data-id='" + id + "'] [data-field='" + field + "']");
    }

    private String stored(String field) {
        return api.get(CUSTOMERS + "/" + id).expect(200).json().get(field).asText();
    }

    private int version() {
        return api.get(CUSTOMERS + "/" + id).expect(200).json().get("version").asInt();
    }
}
