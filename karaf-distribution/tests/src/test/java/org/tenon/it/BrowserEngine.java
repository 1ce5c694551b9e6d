package org.tenon.it;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The Chromium of this machine, started once for all classes that ask for it by a parameter. They are skipped, with the reason, where there is
 * none, and fail there if {@code TENON_REQUIRE_DATA=1}. For the thread of the tests only.
 */
final class BrowserEngine implements CloseableResource {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic",
        "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private final Playwright playwright = Playwright.create();
    private final Browser browser;

    BrowserEngine(Path executable) {
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        browser = playwright.chromium().launch(new LaunchOptions().setExecutablePath(executable).setArgs(ARGUMENTS));
    }

    /** Somebody at a browser of their own; nobody is signed in. The language is English unless {@code look} says otherwise. */
    BrowserUser open(URI base, UnaryOperator<Browser.NewContextOptions> look) {
        Browser.NewContextOptions usual = new Browser.NewContextOptions().setBaseURL(base.toString()).setLocale("en-US")
            .setTimezoneId("Asia/Shanghai").setViewportSize(1440, 900);
        return new BrowserUser(base, browser.newContext(look.apply(usual)));
    }

    BrowserUser open(URI base) {
        return open(base, UnaryOperator.identity());
    }

    /** Pictures of all open pages, {@code failed-<test>-<n>.png} beside the other screenshots. */
    private void picture(String test) {
        int number = 0;
        for (BrowserContext context : browser.contexts()) {
            for (Page page : context.pages()) {
                Path file = Path.of("target", "screenshots", "failed-" + test + "-" + ++number + ".png");
                try {
                    page.screenshot(new ScreenshotOptions().setPath(file).setTimeout(5_000));
                } catch (PlaywrightException unresponsive) {
                    System.err.println("no picture " + file + ": " + unresponsive.getMessage());
                }
            }
        }
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Optional<Path> find() {
        String places = Optional.ofNullable(System.getenv("PATH")).orElse("") + File.pathSeparator + "/usr/bin";
        return NAMES.stream().flatMap(name -> Arrays.stream(places.split(File.pathSeparator)).map(place -> Path.of(place, name)))
            .filter(Files::isExecutable).findFirst();
    }

    /** Gives test classes the engine, or the reason why they do not run; takes a picture of what was to be seen when a test failed. */
    static final class Provider implements ExecutionCondition, ParameterResolver, AfterTestExecutionCallback {

        private static final String MISSING = "no browser: " + String.join(", ", NAMES) + " not on the path";

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return find().isPresent() || "1".equals(System.getenv("TENON_REQUIRE_DATA"))
                ? ConditionEvaluationResult.enabled("a browser is here, or required") : ConditionEvaluationResult.disabled(MISSING);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == BrowserEngine.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return engine(context);
        }

        @Override
        public void afterTestExecution(ExtensionContext context) {
            if (context.getExecutionException().isPresent()) {
                engine(context).picture(context.getRequiredTestClass().getSimpleName() + "-" + context.getRequiredTestMethod().getName());
            }
        }

        private static BrowserEngine engine(ExtensionContext context) {
            Path executable = find().orElseThrow(() -> new AssertionError(MISSING));
            return context.getRoot().getStore(Namespace.GLOBAL)
                .getOrComputeIfAbsent("browser", key -> new BrowserEngine(executable), BrowserEngine.class);
        }
    }
}
