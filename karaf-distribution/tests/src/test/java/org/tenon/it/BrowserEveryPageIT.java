package org.tenon.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every page, light and dark, on a desktop and a phone, in Chinese and English: axe finds nothing, a phone never scrolls sideways and has targets of
 * 44 pixels, and a picture is kept in target/screenshots, for people to look at.
 */
@ExtendWith({BrowserEngine.Provider.class, BrowserDemo.Provider.class})
class BrowserEveryPageIT {

    private static final int PHONE = 390;

    /** Buttons, inputs and links that stand alone and are smaller than a finger. Links in running text may be; a switch takes touches above and below it. */
    private static final String SMALL = """
        () => [...document.querySelectorAll('button:not([role=switch]), [role=button], .button-link, .card-link, .nav-entry, select, input:not([type=checkbox], [type=radio], [type=file])')]
          .filter(one => one.checkVisibility({ visibilityProperty: true }) && !one.closest('[aria-hidden=true], table, .hidden'))
          .map(one => (one.matches('.card-link') ? one.closest('li') : one).closest('li:has(> .card-link), .ant-select, .ant-picker, .ant-input-affix-wrapper, .ant-input-number') ?? one)
          .map(one => ({ box: one.getBoundingClientRect(), one }))
          .filter(({ box }) => box.width > 0 && (box.height < 43.5 || box.width < 43.5))
          .map(({ box, one }) => `${Math.round(box.width)}x${Math.round(box.height)} ${one.tagName}.${one.className} ${one.ariaLabel ?? one.textContent.slice(0, 20)}`)""";

    private final BrowserEngine engine;
    private final BrowserDemo demo;
    private final BrowserPages pages;

    BrowserEveryPageIT(BrowserEngine engine, BrowserDemo demo) {
        this.engine = engine;
        this.demo = demo;
        this.pages = new BrowserPages(demo.admin());
    }

    @AfterEach
    void speakEnglishAgain() {
        speak("en");
    }

    @Test
    void noRouteOfTheShellIsForgotten() throws IOException {
        assertThat(pages.forgotten()).isEmpty();
    }

    /** Each theme, width and language; all are drawn, four of them are asked for violations, so that each theme meets each width. */
    @ParameterizedTest
    @CsvSource({
        "zh-CN, LIGHT, desktop, true", "en, DARK, desktop, true", "zh-CN, DARK, phone, true", "en, LIGHT, phone, true",
        "en, LIGHT, desktop, false", "zh-CN, DARK, desktop, false", "en, DARK, phone, false", "zh-CN, LIGHT, phone, false", "zh-TW, LIGHT, desktop, false",
    })
    void everyPageCanBeUsedAndIsDrawn(String language, ColorScheme theme, String size, boolean asked) {
        boolean phone = size.equals("phone");
        speak(language);
        List<String> found = new ArrayList<>();
        try (BrowserUser user = engine.open(demo.tenon().base(), look -> sized(look.setColorScheme(theme).setLocale(language), phone))) {
            user.enter("admin", demo.tenon().adminPassword());
            for (String name : pages.names()) {
                try {
                    pages.open(user, name);
                } catch (AssertionError missing) {
                    found.add(name + ": " + missing.getMessage());
                    continue;
                }
                if (asked) {
                    BrowserAxe.violations(user.page()).forEach(violation -> found.add(name + ": " + violation));
                }
                if (phone && asked && !name.equals("print")) {
                    fingers(user).forEach(small -> found.add(name + ": smaller than a finger: " + small));
                    int width = ((Number) user.page().evaluate("document.scrollingElement.scrollWidth")).intValue();
                    if (width > PHONE) {
                        found.add(name + ": is " + width + " pixels wide");
                    }
                }
                String file = String.join("-", name, theme.name().toLowerCase(java.util.Locale.ROOT), size, language) + ".png";
                user.page().screenshot(new ScreenshotOptions().setPath(Path.of("target/screenshots", file)).setAnimations(ScreenshotAnimations.DISABLED));
            }
            assertThat(found).isEmpty();
            assertThat(user.complaints()).isEmpty();
        }
    }

    private static NewContextOptions sized(NewContextOptions look, boolean phone) {
        return phone ? look.setViewportSize(PHONE, 844).setHasTouch(true).setIsMobile(true) : look;
    }

    @SuppressWarnings("unchecked")
    private static List<String> fingers(BrowserUser user) {
        return (List<String>) user.page().evaluate(SMALL);
    }

    private void speak(String language) {
        demo.admin().put("/api/identity/session/preferences", Map.of("locale", language)).expect(200, 204);
    }
}
