package org.tenon.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.Tenon;

/** A newcomer's first ten minutes, at a browser: the main job on the shared customers, and an area that leaves and returns meanwhile. */
@ExtendWith(BrowserEngine.Provider.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class BrowserFirstTenMinutesIT {

    private static final String CUSTOMERS = "/api/customers/customers";
    private static final LocatorAssertions.IsVisibleOptions IMPORTED = new LocatorAssertions.IsVisibleOptions().setTimeout(120_000);
    /** An area that left or came is seen within two seconds of the server's word; a busy machine gets more. */
    private static final LocatorAssertions.IsVisibleOptions SOON = new LocatorAssertions.IsVisibleOptions().setTimeout(10_000);

    private final Path file = SharedData.file("customers-zh/customers-utf8bom.csv");
    private final Tenon tenon;
    private final Api api;
    private final BrowserUser newcomer;
    private final BrowserUser colleague;
    private final BrowserList customers;
    private JsonNode chosen = Api.JSON.nullNode();

    BrowserFirstTenMinutesIT(BrowserEngine engine) {
        tenon = Tenon.start("browser", Map.of());
        api = tenon.admin();
        newcomer = engine.open(tenon.base());
        colleague = engine.open(tenon.base());
        customers = new BrowserList(newcomer, api, CUSTOMERS);
    }

    @AfterAll
    void leave() {
        colleague.close();
        newcomer.close();
        tenon.close();
    }

    @Test
    @Order(1)
    void wrongPasswordIsToldAndTheFirstPasswordSignsIn() {
        newcomer.go("/");
        newcomer.field("User name").fill("admin");
        newcomer.field("Password").fill("not-this-one");
        newcomer.button("Sign in").click();
        assertThat(newcomer.page().getByRole(AriaRole.ALERT)).hasText("User name or password is wrong");
        newcomer.signIn("admin", tenon.adminPassword());
        assertThat(newcomer.heading("Sign in to Tenon")).hasCount(0);
    }

    @Test
    @Order(2)
    void languageChangesAtOnceAndTheMenuWithIt() {
        for (Map.Entry<String, String> language : List.of(Map.entry("简体中文", "客户"), Map.entry("繁體中文", "客戶"), Map.entry("English", "Customers"))) {
            newcomer.page().locator("header").getByRole(AriaRole.BUTTON).last().click();
            newcomer.item(language.getKey()).click();
            newcomer.page().keyboard().press("Escape");
            assertThat(newcomer.entry(language.getValue())).isVisible();
        }
        assertThat(newcomer.page().locator("html")).hasAttribute("lang", "en");
    }

    @Test
    @Order(3)
    void importTakesTheGoodRowsAndTellsEachRefusedOneItsReason() {
        newcomer.entry("Customers").click();
        customers.more("Import");
        Page page = newcomer.page();
        page.locator("input[type=file]").setInputFiles(file);
        page.getByLabel("Create another one").check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Preview")).click();
        assertThat(page.getByText(Pattern.compile("^2,?240 of 2,?240 rows checked: 2,?200 can be imported, 0 stay or are skipped, 40 cannot"))).isVisible(IMPORTED);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Import 2,?200 rows$"))).click();
        assertThat(page.getByText(Pattern.compile("^2,?240 of 2,?240 rows done: 2,?200 imported, 0 unchanged or skipped, 40 refused"))).isVisible(IMPORTED);
        Locator rows = newcomer.part("Refused rows (40)").getByRole(AriaRole.ROW);
        assertThat(rows).hasCount(41);
        Set<Integer> lines = new TreeSet<>();
        for (Locator row : rows.all().subList(1, 41)) {
            // The table is drawn anew when the job's last news comes.
            assertThat(row.getByRole(AriaRole.CELL).nth(2)).isVisible();
            List<String> cells = row.getByRole(AriaRole.CELL).allInnerTexts();
            lines.add(Integer.valueOf(cells.get(0).replace(",", "")));
            assertThat(cells.get(2)).as("reason of line " + cells.get(0)).isNotBlank();
        }
        assertThat(lines).hasSize(40);
        newcomer.link("Show Customers").click();
        customers.saysTotal(2200);
    }

    @Test
    @Order(4)
    void filterChipsNarrowByRegionAndIndustry() {
        customers.filter("Region", "Guangdong");
        customers.shows("filter=" + Api.encode("{\"within\":[{\"var\":\"region\"},\"44\"]}"));
        customers.filter("Industry", "Information technology");
        customers.shows("filter=" + Api.encode("""
            {"and":[{"within":[{"var":"region"},"44"]},{"in":[{"var":"industry"},["it"]]}]}"""));
        customers.dropFilter("Region");
        customers.shows("filter=" + Api.encode("{\"in\":[{\"var\":\"industry\"},[\"it\"]]}"));
        customers.dropFilter("Industry");
        customers.saysTotal(2200);
    }

    @Test
    @Order(5)
    void columnsSortBothWaysAndTheListGoesOnWhereItEnds() {
        customers.sortBy("Customer name");
        assertThat(customers.header("Customer name")).hasAttribute("aria-sort", "ascending");
        JsonNode first = customers.shows("sort=name");
        JsonNode second = customers.page("sort=name&cursor=" + Api.encode(first.get("next").asText()));
        customers.toTheEnd();
        customers.showsAfter(first, second);
        customers.sortBy("Customer name");
        assertThat(customers.header("Customer name")).hasAttribute("aria-sort", "descending");
        chosen = customers.shows("sort=-name").get("items").get(0);
    }

    @Test
    @Order(6)
    void fieldIsEditedInPlaceAndTheTimelineTellsIt() {
        customers.open(title());
        newcomer.button("Edit: Preferences").click();
        newcomer.field("Remark").fill("第一次编辑");
        newcomer.button("Save").click();
        assertThat(newcomer.part("Preferences")).containsText("第一次编辑");
        assertThat(newcomer.part("Timeline")).containsText("Remark");
        assertThat(newcomer.part("Timeline")).containsText("第一次编辑");
        assertThat(newcomer.part("Timeline")).containsText("created the record");
        assertThat(api.get(path()).expect(200).json().get("remark").asText()).isEqualTo("第一次编辑");
    }

    @Test
    @Order(7)
    void contactAddedFromTheCustomerStandsInItsList() {
        newcomer.part("Contacts").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Create Contact").setExact(true)).click();
        newcomer.field("Name").fill("欧阳询");
        newcomer.button("Save").click();
        assertThat(newcomer.heading(title())).isVisible();
        assertThat(newcomer.part("Contacts").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("欧阳询"))).isVisible();
    }

    @Test
    @Order(8)
    void contactLogEntryStandsInItsListAndMovesTheNextContact() {
        newcomer.part("Contact log").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Create Contact log entry").setExact(true)).click();
        newcomer.choose("Kind", "Call");
        newcomer.field("Subject").fill("报价");
        int nextYear = LocalDate.now().getYear() + 1;
        newcomer.field("Next contact").fill(nextYear + "-03-01 10:00");
        newcomer.button("OK").click();
        newcomer.button("Save").click();
        assertThat(newcomer.heading(title())).isVisible();
        assertThat(newcomer.part("Contact log").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("报价"))).isVisible();
        assertThat(newcomer.part("Profile")).containsText("Mar 1, " + nextYear);
        assertThat(api.get(path()).expect(200).json().get("nextContactAt").asText()).isEqualTo(nextYear + "-03-01T02:00:00Z");
    }

    @Test
    @Order(9)
    void colleagueSeesTheChangeWithoutReloading() {
        BrowserPeople.colleague(api, "李娜", "lina");
        colleague.signIn("lina", BrowserPeople.PASSWORD);
        colleague.go("/customers/customers/" + chosen.get("id").asText());
        assertThat(colleague.part("Preferences")).containsText("第一次编辑");
        colleague.page().evaluate("window.sameAsBefore = true");
        newcomer.button("Edit: Preferences").click();
        newcomer.field("Remark").fill("第二次编辑");
        newcomer.button("Save").click();
        assertThat(colleague.part("Preferences")).containsText("第二次编辑");
        assertThat(colleague.part("Timeline")).containsText("第二次编辑");
        assertThat(colleague.page().evaluate("window.sameAsBefore")).isEqualTo(true);
    }

    @Test
    @Order(10)
    void areaThatIsUninstalledLeavesBothMenusAndReturnsWithItsRecords() {
        newcomer.entry("Customers").click();
        customers.saysTotal(2200);
        colleague.page().evaluate("window.sameAsBefore = true");
        api.delete("/api/plugins/customers").expect(200, 204);
        for (BrowserUser each : List.of(newcomer, colleague)) {
            assertThat(each.entry("Customers")).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(10_000));
            assertThat(each.heading("This page is not available")).isVisible();
        }
        api.post("/api/plugins", Map.of("name", "customers")).expect(200, 201);
        assertThat(colleague.entry("Customers")).isVisible(SOON);
        assertThat(newcomer.entry("Customers")).isVisible(SOON);
        customers.saysTotal(2200);
        assertThat(colleague.heading(title())).isVisible();
        assertThat(colleague.page().evaluate("window.sameAsBefore")).isEqualTo(true);
    }

    @Test
    @Order(11)
    void noPageBrokeThePolicyOrThrewAndTheServerLoggedNoError() {
        // The wrong password and the area's absence are answered by 401, 404 and 503, which Chromium notes as errors.
        assertThat(newcomer.complaints()).allMatch(line -> line.startsWith("Failed to load resource"));
        assertThat(colleague.complaints()).allMatch(line -> line.startsWith("Failed to load resource"));
        assertThat(tenon.log()).doesNotContain(" ERROR ");
    }

    private String title() {
        return chosen.get("_title").asText();
    }

    private String path() {
        return CUSTOMERS + "/" + chosen.get("id").asText();
    }
}
