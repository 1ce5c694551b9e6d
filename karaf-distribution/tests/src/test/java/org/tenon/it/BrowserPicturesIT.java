package org.tenon.it;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Takes pictures of the main pages into target/screenshots, for people to look at. */
@ExtendWith({BrowserEngine.Provider.class, BrowserDemo.Provider.class})
class BrowserPicturesIT {

    private final BrowserEngine engine;
    private final BrowserDemo demo;
    private final BrowserPages pages;

    BrowserPicturesIT(BrowserEngine engine, BrowserDemo demo) {
        this.engine = engine;
        this.demo = demo;
        this.pages = new BrowserPages(demo.admin());
    }

    @Test
    void everyMainPageIsDrawnInEachLanguageThemeAndWidth() {
        for (String language : List.of("zh-CN", "zh-TW", "en")) {
            demo.admin().put("/api/identity/session/preferences", Map.of("locale", language)).expect(200, 204);
            draw(language, look -> look.setLocale(language));
        }
        draw("dark", look -> look.setColorScheme(ColorScheme.DARK));
        draw("phone", look -> look.setViewportSize(390, 844).setHasTouch(true).setIsMobile(true));
    }

    private void draw(String name, UnaryOperator<NewContextOptions> look) {
        try (BrowserUser user = engine.open(demo.tenon().base(), look)) {
            user.enter("admin", demo.tenon().adminPassword());
            for (String place : pages.names()) {
                pages.open(user, place);
                user.page().screenshot(new ScreenshotOptions().setPath(Path.of("target/screenshots", place + "-" + name + ".png"))
                    .setAnimations(ScreenshotAnimations.DISABLED));
            }
        }
    }
}
