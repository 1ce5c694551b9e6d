package org.tenon.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.Await;

/** Views made, kept, shared and reopened; conditions put together; grouped rows edited where they stand. */
@ExtendWith({BrowserEngine.Provider.class, BrowserDemo.Provider.class})
class BrowserViewsIT {

    private static final String CUSTOMERS = "/api/customers/customers";
    private static final String TYPE = "customers.customer";

    private final BrowserEngine engine;
    private final BrowserDemo demo;
    private final Api api;
    private final String stamp = Long.toString(System.nanoTime(), 36);
    private BrowserUser user;
    private BrowserList list;

    BrowserViewsIT(BrowserEngine engine, BrowserDemo demo) {
        this.engine = engine;
        this.demo = demo;
        this.api = demo.admin();
    }

    @BeforeEach
    void openTheList() {
        user = engine.open(demo.tenon().base());
        user.enter("admin", demo.tenon().adminPassword());
        user.go("/customers/customers");
        list = new BrowserList(user, api, CUSTOMERS);
        assertThat(user.page().getByRole(AriaRole.ROWHEADER).first()).isVisible();
    }

    @AfterEach
    void leave() {
        for (JsonNode view : views(api)) {
            api.delete("/api/records/views/" + view.get("id").asText()).expect(204);
        }
        assertThat(user.complaints()).isEmpty();
        user.close();
    }

    @Test
    void aViewIsKeptSharedWithARoleAndReopenedByItsAddress() {
        String login = "views" + stamp;
        BrowserPeople.colleague(api, "Viewer " + stamp, login);
        Api other = Api.session(demo.tenon().base(), login, BrowserPeople.PASSWORD);
        String name = "Key accounts " + stamp;

        list.filter("Level", "A");
        column("Website");
        groupBy("Industry");
        user.button("Save as view").click();
        Locator dialog = user.dialog("Save as view");
        dialog.getByLabel("Name").fill(name);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save").setExact(true)).click();
        assertThat(tab(user, name)).hasAttribute("aria-current", "page");
        assertThat(user.button("Save as view")).hasCount(0);
        JsonNode kept = views(api).get(0);
        assertThat(kept.get("group").get("field").asText()).isEqualTo("industry");
        assertThat(kept.get("columns").findValuesAsText("name")).contains("website");
        assertThat(views(other)).isEmpty();

        found("/api/records/options/identity.role?q=" + Api.encode("Sales " + login));
        onView(name, "Share");
        dialog = user.dialog("Share view " + name);
        user.choose("Roles", "Sales " + login);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save").setExact(true)).click();
        assertThat(user.notice("Sharing saved")).isVisible();
        assertThat(tab(user, name).getByRole(AriaRole.IMG, new Locator.GetByRoleOptions().setName("Shared").setExact(true))).isVisible();
        onView(name, "Make it my default");
        assertThat(tab(user, name).getByRole(AriaRole.IMG, new Locator.GetByRoleOptions().setName("Default view").setExact(true))).isVisible();

        try (BrowserUser colleague = engine.open(demo.tenon().base())) {
            colleague.enter(login, BrowserPeople.PASSWORD);
            colleague.go(user.page().url());
            assertThat(tab(colleague, name)).hasAttribute("aria-current", "page");
            assertThat(colleague.button("Level A")).isVisible();
            assertThat(header(colleague, "Website")).isVisible();
            assertThat(colleague.page().getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Customers by Industry").setExact(true))).isVisible();
            assertThat(colleague.page().locator("tr.group button").first()).isVisible();
            assertThat(colleague.page().locator("tr.group button").allInnerTexts()).isEqualTo(user.page().locator("tr.group button").allInnerTexts());
            colleague.button("Actions for view " + name).click();
            assertThat(colleague.item("Pin to the front")).isVisible();
            assertThat(colleague.item("Delete view")).hasCount(0);
            assertThat(colleague.complaints()).isEmpty();
        }
        user.go("/customers/customers");
        assertThat(tab(user, name)).hasAttribute("aria-current", "page");
        assertThat(user.button("Level A")).isVisible();
        tab(user, "All").click();
        assertThat(user.button("Level A")).hasCount(0);
    }

    @Test
    void conditionsAreJoinedDeniedAndReckonedFromToday() {
        user.button("Conditions").click();
        Locator dialog = user.dialog("Conditions");
        add(dialog, "Group 1", "Add condition");
        test(dialog, "1", "Created", null);
        dialog.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName("Operator")).click();
        option("in period");
        dialog.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName("Unit")).click();
        option("this year");
        add(dialog, "Group 1", "Add group");
        Locator inner = dialog.getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName("Group 2").setExact(true));
        inner.getByText("Any of", new Locator.GetByTextOptions().setExact(true)).click();
        inner.getByRole(AriaRole.CHECKBOX, new Locator.GetByRoleOptions().setName("None of this")).check();
        add(dialog, "Group 2", "Add condition");
        test(dialog, "2.1", "Level", "A");
        add(dialog, "Group 2", "Add condition");
        test(dialog, "2.2", "Level", "B");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Apply filter")).click();
        assertThat(dialog).isHidden();
        String condition = """
            {"and":[{"==":[{"var":"createdAt"},{"period":"this","unit":"year"}]},\
            {"!":{"or":[{"in":[{"var":"level"},["A"]]},{"in":[{"var":"level"},["B"]]}]}}]}""";
        JsonNode found = list.shows("filter=" + Api.encode(condition));
        assertThat(found.get("items")).allSatisfy(item -> assertThat(item.path("level").asText()).isNotIn("A", "B"));
        user.page().reload();
        list.shows("filter=" + Api.encode(condition));
    }

    @Test
    void aRowOfAGroupIsEditedWhereItStandsAndMovesToItsNewGroup() {
        String name = "榫卯分组" + stamp;
        String id = api.post(CUSTOMERS, Map.of("name", name, "level", "C")).expect(201).json().get("id").asText();
        found(CUSTOMERS + "?q=" + Api.encode(name));
        list.search(name);
        groupBy("Level");
        Locator group = user.page().locator("tr.group button");
        assertThat(group).hasText(Pattern.compile("C.*1"));
        list.row(name).focus();
        user.page().keyboard().press("F2");
        Locator cell = user.page().locator("tr[data-id='" + id + "'] [data-field='name'] input");
        assertThat(cell).isFocused();
        cell.fill(name + "甲");
        user.page().keyboard().press("Enter");
        assertThat(list.row(name + "甲")).isVisible();
        user.page().locator("tr[data-id='" + id + "'] [data-field='level']").dblclick();
        user.choose("Level", "D");
        user.page().keyboard().press("Enter");
        assertThat(group).hasText(Pattern.compile("D.*1"));
        JsonNode stored = api.get(CUSTOMERS + "/" + id).expect(200).json();
        assertThat(stored.get("name").asText()).isEqualTo(name + "甲");
        assertThat(stored.get("level").asText()).isEqualTo("D");
    }

    private List<JsonNode> views(Api whose) {
        JsonNode items = whose.get("/api/records/views?type=" + TYPE).expect(200).json().get("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    /** Waits until the search index knows it. */
    private void found(String query) {
        Await.until("the index answers " + query, Duration.ofSeconds(30), () -> !api.get(query).expect(200).json().get("items").isEmpty());
    }

    private void column(String label) {
        user.button("Choose columns").click();
        user.page().getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(label).setExact(true)).check();
        assertThat(header(user, label)).isVisible();
        user.button("Choose columns").click();
    }

    private void groupBy(String field) {
        user.button("Group").click();
        user.item(field).click();
        assertThat(user.page().getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Customers by " + field).setExact(true))).isVisible();
    }

    private void onView(String name, String action) {
        user.button("Actions for view " + name).click();
        user.item(action).click();
    }

    private static Locator tab(BrowserUser whose, String name) {
        return whose.page().locator(".view-tabs button").filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + Pattern.quote(name) + "\\s*$")));
    }

    private static Locator header(BrowserUser whose, String column) {
        return whose.page().getByRole(AriaRole.COLUMNHEADER, new Page.GetByRoleOptions().setName(column).setExact(true));
    }

    /** Adds to a group, which has its buttons last. */
    private static void add(Locator dialog, String group, String what) {
        dialog.getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName(group).setExact(true))
            .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(what).setExact(true)).last().click();
    }

    /** Chooses the field of a condition, and one value if there is one. */
    private void test(Locator dialog, String place, String field, @Nullable String value) {
        Locator test = dialog.getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName("Condition " + place).setExact(true));
        Locator picker = test.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName("Choose a field").setExact(true));
        picker.click();
        picker.pressSequentially(field);
        user.page().locator("[role=menuitemcheckbox]:visible").filter(new Locator.FilterOptions()
            .setHasText(Pattern.compile("^" + field + "$"))).first().click();
        if (value != null) {
            Locator box = test.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName(field).setExact(true));
            box.click();
            option(value);
            dialog.locator(".ant-modal-title").click();
        }
    }

    private void option(String text) {
        user.page().locator(".ant-select-item-option:visible").filter(new Locator.FilterOptions()
            .setHas(user.page().getByText(text, new Page.GetByTextOptions().setExact(true)))).first().click();
    }
}
