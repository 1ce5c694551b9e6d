package org.tenon.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.Await;

/** What goes with a record: sheets and mails made from it, colleagues mentioned, files looked at. */
@ExtendWith({BrowserEngine.Provider.class, BrowserDemo.Provider.class})
class BrowserPaperIT {

    private static final String TYPE = "customers.customer";

    private final BrowserEngine engine;
    private final BrowserDemo demo;
    private final Api api;
    private final String stamp = Long.toString(System.nanoTime(), 36);
    private final String name = "榫卯纸品" + stamp;
    private BrowserUser user;

    BrowserPaperIT(BrowserEngine engine, BrowserDemo demo) {
        this.engine = engine;
        this.demo = demo;
        this.api = demo.admin();
    }

    @BeforeEach
    void openACustomer() {
        String id = api.post("/api/customers/customers", Map.of("name", name, "level", "B", "emails", List.of(Map.of("kind", "work", "value", "office@paper.example"))))
            .expect(201).json().get("id").asText();
        user = engine.open(demo.tenon().base());
        user.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        user.enter("admin", demo.tenon().adminPassword());
        user.go("/customers/customers/" + id);
        assertThat(user.heading(name)).isVisible();
    }

    @AfterEach
    void leave() {
        assertThat(user.complaints()).isEmpty();
        user.close();
    }

    @Test
    void aRecordIsPrintedOnASheetAndNothingElse() {
        template("Data sheet " + stamp, "print", null, "<h1>{{name}}</h1><p>Level {{level}}</p><ul>{{#emails}}<li>{{value}}</li>{{/emails}}</ul>");
        user.page().reload();
        Page sheet = user.page().context().waitForPage(() -> choose("Print with template", "Data sheet " + stamp));
        Locator paper = sheet.locator(".print-sheet");
        assertThat(paper.getByRole(AriaRole.HEADING)).hasText(name);
        assertThat(paper).containsText("office@paper.example");
        Locator print = sheet.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Print").setExact(true));
        assertThat(print).isVisible();
        assertThat(sheet.locator(".top-bar, .navigation")).hasCount(0);
        picture(sheet, "print");
        sheet.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(print).isHidden();
        assertThat(paper).isVisible();
        picture(sheet, "print-paper");
        sheet.close();
    }

    @Test
    void aMailIsWrittenForACustomerAndCopied() {
        template("Greeting " + stamp, "mail", "Your order, {{name}}", "<p>Dear {{name}},</p><p>thank you & goodbye.</p>");
        user.page().reload();
        choose("Write with template", "Greeting " + stamp);
        Locator dialog = user.dialog("Greeting " + stamp);
        assertThat(dialog).containsText("Your order, " + name);
        assertThat(dialog).containsText("Dear " + name + ",");
        Locator mail = dialog.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Open in mail program"));
        assertThat(mail).hasAttribute("href", Pattern.compile("^mailto:office@paper\\.example\\?subject=Your%20order%2C%20.*&body=Dear%20"));
        picture(user.page(), "mail");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Copy").setExact(true)).click();
        assertThat(user.notice("Copied")).isVisible();
        assertThat((String) user.page().evaluate("navigator.clipboard.readText()")).startsWith("Your order, " + name + "\n\nDear " + name).contains("thank you & goodbye");
        user.page().keyboard().press("Escape");
        assertThat(dialog).isHidden();
    }

    @Test
    void aColleagueIsMentionedByTheKeyboardAndFindsIt() {
        String login = "paper" + stamp;
        BrowserPeople.colleague(api, "Mentioned " + stamp, login);
        Await.until("the index knows the colleague", Duration.ofSeconds(30),
            () -> !api.get("/api/records/options/identity.member?q=Mentioned").expect(200).json().get("items").isEmpty());
        Locator composer = user.page().getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Comment").setExact(true));
        composer.click();
        composer.pressSequentially("Look at this, @Mentioned");
        Locator option = user.page().locator(".ant-mentions-dropdown-menu-item, [class*=mentions] [role=menuitem], [class*=mentions] [role=option]")
            .filter(new Locator.FilterOptions().setHasText("Mentioned " + stamp)).filter(new Locator.FilterOptions().setVisible(true)).first();
        assertThat(option).isVisible();
        picture(user.page(), "mention");
        option.click();
        composer.pressSequentially("please");
        composer.press("Control+Enter");
        Locator said = user.part("Timeline").locator(".words").first();
        assertThat(said).hasText("Look at this, @Mentioned " + stamp + " please");
        assertThat(said.locator(".mention")).hasText("@Mentioned " + stamp);
        assertThat(composer).hasValue("");
        try (BrowserUser colleague = engine.open(demo.tenon().base())) {
            colleague.enter(login, BrowserPeople.PASSWORD);
            colleague.button("Mentions of me: 1 unread").click();
            picture(colleague.page(), "mentions");
            colleague.page().locator(".mentions").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name)).click();
            assertThat(colleague.heading(name)).isVisible();
            assertThat(colleague.button("Mentions of me")).isVisible();
            assertThat(colleague.complaints()).isEmpty();
        }
    }

    @Test
    void picturesAndPdfAreLookedAtInPlace(@TempDir Path folder) throws IOException {
        Path image = folder.resolve("Plan.png");
        BufferedImage plan = new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = plan.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillOval(40, 20, 240, 160);
        pen.dispose();
        ImageIO.write(plan, "png", image.toFile());
        Path paper = folder.resolve("Contract.pdf");
        Files.write(paper, pdf("Contract"));
        user.page().locator("section.attachments input[type=file]").setInputFiles(new Path[] {image, paper});

        user.button("Preview Plan.png").click();
        Locator dialog = user.dialog("Plan.png");
        Locator shown = dialog.locator("img");
        assertThat(shown).isVisible();
        user.page().waitForCondition(() -> ((Number) shown.evaluate("image => image.naturalWidth")).intValue() == 320);
        picture(user.page(), "preview-image");
        user.page().keyboard().press("Escape");
        assertThat(dialog).isHidden();

        Response answer = user.page().waitForResponse(Pattern.compile("/api/files/[^?]+\\?inline=true$"), () -> user.button("Preview Contract.pdf").click());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headerValue("content-type")).isEqualTo("application/pdf");
        assertThat(answer.headerValue("content-disposition")).startsWith("inline");
        Locator frame = user.dialog("Contract.pdf").locator("iframe");
        assertThat(frame).isVisible();
        assertThat(frame.boundingBox().height).isGreaterThan(300);
        picture(user.page(), "preview-pdf");
        user.page().keyboard().press("Escape");
        assertThat(frame).isHidden();
    }

    private void template(String title, String sort, @Nullable String subject, String body) {
        Map<String, Object> wish = new HashMap<>(Map.of("name", title, "sort", sort, "type", TYPE, "body", body, "retired", false, "version", 0));
        if (subject != null) {
            wish.put("subject", subject);
        }
        api.post("/api/records/templates", wish).expect(201);
    }

    private void choose(String menu, String item) {
        user.button("More actions").click();
        user.page().getByRole(AriaRole.MENUITEM).filter(new Locator.FilterOptions().setHasText(menu)).first().hover();
        user.item(item).click();
    }

    private static void picture(Page page, String what) {
        page.screenshot(new ScreenshotOptions().setPath(Path.of("target/screenshots", "paper-" + what + ".png")));
    }

    /** One page with one word on it. */
    private static byte[] pdf(String word) {
        List<String> objects = List.of("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            stream("BT /F1 24 Tf 50 100 Td (" + word + ") Tj ET"), "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII));
        StringBuilder table = new StringBuilder("xref\n0 6\n0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            table.append("%010d 00000 n \n".formatted(out.size()));
            out.writeBytes("%d 0 obj\n%s\nendobj\n".formatted(i + 1, objects.get(i)).getBytes(StandardCharsets.US_ASCII));
        }
        out.writeBytes("%strailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n".formatted(table, out.size()).getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private static String stream(String content) {
        return "<< /Length %d >>\nstream\n%s\nendstream".formatted(content.length(), content);
    }
}
