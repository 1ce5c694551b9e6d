package org.tenon.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.tenon.testkit.process.Api;

/** The list page of a record type, compared with what REST answers for the same question. */
final class BrowserList {

    static final int PAGE = 50;

    private final BrowserUser user;
    private final Page page;
    private final Api api;
    private final String path;

    /** @param path of the type's REST calls */
    BrowserList(BrowserUser user, Api api, String path) {
        this.user = user;
        this.page = user.page();
        this.api = api;
        this.path = path;
    }

    /** Adds a filter chip and applies it with one value. */
    void filter(String field, String value) {
        user.button("Add filter").click();
        user.item(field).click();
        user.choose(field, value);
        user.button("Apply filter").click();
    }

    void dropFilter(String field) {
        user.button("Remove filter " + field).click();
    }

    /** Searches by the beginning of the title. */
    void search(String title) {
        page.getByRole(AriaRole.SEARCH).getByRole(AriaRole.TEXTBOX).fill(title);
    }

    void sortBy(String column) {
        header(column).getByRole(AriaRole.BUTTON).click();
    }

    Locator header(String column) {
        return page.getByRole(AriaRole.COLUMNHEADER, new Page.GetByRoleOptions().setName(column).setExact(true));
    }

    /** The link of a row, by the record's title. */
    Locator row(String title) {
        return page.getByRole(AriaRole.ROWHEADER, new Page.GetByRoleOptions().setName(title).setExact(true)).getByRole(AriaRole.LINK);
    }

    /** Opens the record's page and waits for it: the list has buttons of the same names. */
    void open(String title) {
        row(title).click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1).setName(title).setExact(true))).isVisible();
    }

    List<String> titles() {
        return page.getByRole(AriaRole.ROWHEADER).allInnerTexts();
    }

    /** Chooses what stands under ⋯. */
    void more(String action) {
        user.button("More actions").click();
        user.item(action).click();
    }

    /** Waits until the page says so many. */
    void saysTotal(long total) {
        assertThat(page.getByText(String.format(Locale.ROOT, "%,d in total", total), new Page.GetByTextOptions().setExact(true))).isVisible();
    }

    /** Waits until the rows and the total are those of REST, and gives REST's page. */
    JsonNode shows(String query) {
        JsonNode answer = page(query);
        saysTotal(answer.at("/total/count").asLong());
        has(titles(answer));
        return answer;
    }

    /** Waits until the rows are those of two of REST's pages, one after the other. */
    void showsAfter(JsonNode first, JsonNode second) {
        has(Stream.concat(titles(first).stream(), titles(second).stream()).toList());
    }

    /** What REST answers. */
    JsonNode page(String query) {
        return api.get(path + "?limit=" + PAGE + "&total=true&" + query).expect(200).json();
    }

    /** Scrolls down as far as it goes for now. */
    void toTheEnd() {
        page.locator(".table-frame").evaluate("frame => { frame.scrollTop = frame.scrollHeight }");
    }

    private void has(List<String> expected) {
        assertThat(expected).isNotEmpty();
        assertThat(page.getByRole(AriaRole.ROWHEADER)).hasText(expected.toArray(String[]::new));
    }

    private static List<String> titles(JsonNode answer) {
        return StreamSupport.stream(answer.get("items").spliterator(), false).map(item -> item.get("_title").asText()).toList();
    }
}
