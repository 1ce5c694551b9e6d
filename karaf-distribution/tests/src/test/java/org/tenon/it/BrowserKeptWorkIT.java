package org.tenon.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tenon.testkit.process.Api;

/** What is entered outlives a lost connection, a reload and the end of the session. */
@ExtendWith({BrowserEngine.Provider.class, BrowserDemo.Provider.class})
class BrowserKeptWorkIT {

    private static final String CUSTOMERS = "/api/customers/customers";

    private final BrowserDemo demo;
    private final Api api;
    private final String login = "kept" + System.nanoTime();
    private final BrowserUser user;
    private final Locator bar;
    private String id = "";

    BrowserKeptWorkIT(BrowserEngine engine, BrowserDemo demo) {
        this.demo = demo;
        this.api = demo.admin();
        this.user = engine.open(demo.tenon().base());
        this.bar = user.page().getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("The server is out of reach"));
    }

    @BeforeEach
    void openACustomer() {
        BrowserPeople.colleague(api, "Kept Work", login);
        id = api.post(CUSTOMERS, Map.of("name", "榫卯留存" + login, "remark", "原来的备注")).expect(201).json().get("id").asText();
        user.page().onDialog(Dialog::accept);
        user.enter(login, BrowserPeople.PASSWORD);
        user.go("/customers/customers/" + id);
        assertThat(user.part("Preferences")).containsText("原来的备注");
    }

    @AfterEach
    void leave() {
        user.close();
    }

    @Test
    void lostConnectionIsSaidAndWhatIsSavedMeanwhileArrivesOnceItIsBack() {
        edit("断线时写的");
        user.page().context().setOffline(true);
        assertThat(bar).isVisible();
        user.button("Save").click();
        assertThat(user.field("Remark")).hasValue("断线时写的");
        assertThat(remark()).isEqualTo("原来的备注");
        user.page().context().setOffline(false);
        assertThat(bar).hasCount(0);
        assertThat(user.part("Preferences")).containsText("断线时写的");
        assertThat(user.field("Remark")).hasCount(0);
        assertThat(remark()).isEqualTo("断线时写的");
    }

    @Test
    void draftOfAnEditedSectionIsThereAfterAReload() {
        edit("还没有保存");
        user.page().reload();
        assertThat(user.field("Remark")).hasValue("还没有保存");
        assertThat(user.part("Preferences")).containsText("What you had entered and not saved is back.");
        api.patch(CUSTOMERS + "/" + id, version(), Map.of("remark", "别人改的")).expect(200);
        user.page().reload();
        assertThat(user.field("Remark")).hasValue("还没有保存");
        user.button("Save").click();
        assertThat(user.dialog("The record was changed by somebody else")).containsText("别人改的");
        user.button("Save what I chose").click();
        assertThat(user.part("Preferences")).containsText("还没有保存");
        user.page().reload();
        assertThat(user.part("Preferences")).containsText("还没有保存");
        assertThat(user.field("Remark")).hasCount(0);
    }

    @Test
    void draftOfANewRecordIsThereAfterAReloadAndCanBeCleared() {
        user.go("/customers/customers/new");
        user.field("Customer name").fill("草稿客户");
        user.page().reload();
        assertThat(user.field("Customer name")).hasValue("草稿客户");
        user.button("Clear").click();
        assertThat(user.field("Customer name")).hasValue("");
        user.page().reload();
        assertThat(user.field("Customer name")).hasValue("");
    }

    @Test
    void endOfTheSessionAsksForThePasswordInPlaceAndTheSaveGoesOn() {
        edit("会话结束前写的");
        endSession();
        user.page().keyboard().press("Control+Enter");
        Locator dialog = user.dialog("Sign in again");
        Locator password = dialog.getByLabel("Password of Kept Work");
        password.fill("wrong-Password-1");
        password.press("Enter");
        assertThat(dialog.getByRole(AriaRole.ALERT)).isVisible();
        assertThat(user.page().locator(".frame")).hasJSProperty("inert", true);
        password.fill(BrowserPeople.PASSWORD);
        password.press("Enter");
        assertThat(dialog).isHidden();
        assertThat(user.part("Preferences")).containsText("会话结束前写的");
        assertThat(user.field("Remark")).hasCount(0);
        assertThat(remark()).isEqualTo("会话结束前写的");
    }

    @Test
    void timeZoneOfTheMemberCountsAtOnceAndInTheNextBrowser() {
        DateTimeFormatter day = DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.ENGLISH);
        user.go("/me");
        for (String zone : new String[] {"Pacific/Kiritimati", "Pacific/Pago_Pago"}) {
            Locator box = user.page().getByRole(AriaRole.COMBOBOX, new com.microsoft.playwright.Page.GetByRoleOptions().setName("Time zone"));
            box.click();
            box.fill(zone);
            user.page().locator(".ant-select-item-option").filter(new Locator.FilterOptions().setHasText(zone)).click();
            assertThat(user.part("Time zone")).containsText("It is now " + LocalDate.now(ZoneId.of(zone)).format(day));
        }
        user.page().evaluate("localStorage.clear()");
        user.page().reload();
        assertThat(user.part("Time zone")).containsText("It is now " + LocalDate.now(ZoneId.of("Pacific/Pago_Pago")).format(day));
        assertThat(user.part("Time zone")).containsText("Pacific/Pago_Pago");
    }

    private void edit(String remark) {
        user.button("Edit: Preferences").click();
        user.field("Remark").fill(remark);
    }

    /** Ends the browser's session from elsewhere. */
    private void endSession() {
        Api elsewhere = Api.session(demo.tenon().base(), login, BrowserPeople.PASSWORD);
        for (JsonNode session : elsewhere.get("/api/identity/sessions").expect(200).json().get("items")) {
            if (!session.path("present").asBoolean()) {
                elsewhere.delete("/api/identity/sessions/" + session.get("id").asText()).expect(204);
            }
        }
    }

    private String remark() {
        return api.get(CUSTOMERS + "/" + id).expect(200).json().get("remark").asText();
    }

    private int version() {
        return api.get(CUSTOMERS + "/" + id).expect(200).json().get("version").asInt();
    }
}
