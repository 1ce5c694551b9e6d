package org.tenon.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tenon.testkit.process.Api;

/** Somebody at a browser of their own: what they see and press, by role and name, and what the page complained about meanwhile. */
final class BrowserUser implements AutoCloseable {

    private static final String TELL_VIOLATIONS = """
        window.addEventListener('securitypolicyviolation',
          event => console.error(`CSP: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`))""";

    private final URI base;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    BrowserUser(URI base, BrowserContext context) {
        this.base = base;
        this.context = context;
        context.setDefaultTimeout(20_000);
        context.addInitScript(TELL_VIOLATIONS);
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
        context.onWebError(error -> complaints.add(error.error()));
        page = context.newPage();
    }

    Page page() {
        return page;
    }

    /** Console errors, uncaught exceptions and violations of the content security policy so far. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    void go(String path) {
        page.navigate(path);
    }

    /** Signs in by the form, in English, and waits for the shell. */
    BrowserUser signIn(String login, String password) {
        go("/");
        field("User name").fill(login);
        field("Password").fill(password);
        button("Sign in").click();
        assertThat(navigation()).isVisible();
        return this;
    }

    /** Signs in without the form, whatever the language, and waits for the shell. */
    BrowserUser enter(String login, String password) {
        String[] cookie = Api.session(base, login, password).headers().get("Cookie").split("=", 2);
        context.addCookies(List.of(new Cookie(cookie[0], cookie[1]).setUrl(base.toString())));
        go("/");
        assertThat(page.getByRole(AriaRole.MAIN)).isVisible();
        assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
        return this;
    }

    Locator navigation() {
        return page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Main navigation"));
    }

    /** An entry of the menu at the left. */
    Locator entry(String name) {
        return page.locator("nav:not(main nav)").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator heading(String name) {
        return named(AriaRole.HEADING, name);
    }

    Locator button(String name) {
        return named(AriaRole.BUTTON, name);
    }

    Locator link(String name) {
        return named(AriaRole.LINK, name);
    }

    /** An item of the menu that is open. */
    Locator item(String name) {
        return named(AriaRole.MENUITEM, name);
    }

    Locator dialog(String title) {
        return named(AriaRole.DIALOG, title);
    }

    /** A part of the page: a section of a record, a related list, the timeline. */
    Locator part(String name) {
        return named(AriaRole.REGION, name);
    }

    /** An input by its label, a plain text; a required one has a star after it. */
    Locator field(String label) {
        return page.getByLabel(Pattern.compile("^" + label + "( \\*)?$"));
    }

    /** What the page says for a moment, such as "Saved". */
    Locator notice(String text) {
        return page.getByText(text, new Page.GetByTextOptions().setExact(true));
    }

    /** Picks an option by typing its text; returns when the list is closed, which several choices leave open. */
    void choose(String label, String option) {
        Locator box = named(AriaRole.COMBOBOX, label);
        box.click();
        box.pressSequentially(option);
        page.locator(".ant-select-item-option, [role=menuitemcheckbox]").filter(new Locator.FilterOptions().setVisible(true))
            .filter(new Locator.FilterOptions().setHas(page.getByText(option, new Page.GetByTextOptions().setExact(true)))).first().click();
        if ((Boolean) box.evaluate("box => box.closest('.ant-select-multiple') !== null")) {
            box.press("Escape");
        }
        assertThat(box).hasAttribute("aria-expanded", "false");
    }

    private Locator named(AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Override
    public void close() {
        context.close();
    }
}
