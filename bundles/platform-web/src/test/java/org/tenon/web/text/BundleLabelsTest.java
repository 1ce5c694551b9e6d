package org.tenon.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.tenon.web.Http;

class BundleLabelsTest {

    @TempDir
    Path folder;

    private final BundleLabels labels = new BundleLabels(Http.proxy(BundleContext.class, (name, args) -> name.equals("getBundles") ? new Bundle[0] : null));

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(folder.resolve("i18n"));
        file("en", "customer=Customer\nonly=English only\ncount={0} customers\n");
        file("zh_CN", "customer=客户\nsimplified=只有简体\n");
        file("zh_TW", "customer=客戶\n");
    }

    @Test
    void everyLanguageHasItsTextAndFallsBackToTheNext() {
        labels.addingBundle(bundle("customers"), null);
        assertThat(labels.text("customers", "customer", Locale.ENGLISH)).isEqualTo("Customer");
        assertThat(labels.text("customers", "customer", Locale.SIMPLIFIED_CHINESE)).isEqualTo("客户");
        assertThat(labels.text("customers", "customer", Locale.TRADITIONAL_CHINESE)).isEqualTo("客戶");
        assertThat(labels.text("customers", "simplified", Locale.TRADITIONAL_CHINESE)).isEqualTo("只有简体");
        assertThat(labels.text("customers", "only", Locale.TRADITIONAL_CHINESE)).isEqualTo("English only");
        assertThat(labels.find("customers", "simplified", Locale.ENGLISH)).isEmpty();
        assertThat(labels.text("customers", "customer", Locale.forLanguageTag("zh-Hant-HK"))).isEqualTo("客戶");
        assertThat(labels.text("customers", "customer", Locale.FRENCH)).isEqualTo("Customer");
    }

    @Test
    void argumentsAreFilledIn() {
        labels.addingBundle(bundle("customers"), null);
        assertThat(labels.text("customers", "count", Locale.ENGLISH, 1_200)).isEqualTo("1,200 customers");
        assertThat(labels.text("customers", "count", Locale.ENGLISH)).isEqualTo("{0} customers");
    }

    @Test
    void theTextsGoWithTheirBundle() {
        Bundle bundle = bundle("customers");
        Bundle next = bundle("customers");
        Texts texts = labels.addingBundle(bundle, null);
        Texts newer = labels.addingBundle(next, null);
        labels.removedBundle(bundle, null, texts);
        assertThat(labels.find("customers", "customer", Locale.ENGLISH)).contains("Customer");
        labels.removedBundle(next, null, newer);
        assertThat(labels.find("customers", "customer", Locale.ENGLISH)).isEmpty();
        assertThat(labels.text("customers", "customer", Locale.ENGLISH)).isEqualTo("customer");
    }

    @Test
    void aBundleWithoutAreaHasNone() {
        assertThat(labels.addingBundle(bundle(null), null)).isNull();
    }

    private void file(String language, String text) throws IOException {
        Files.writeString(folder.resolve("i18n/customers_" + language + ".properties"), text, StandardCharsets.UTF_8);
    }

    private Bundle bundle(String area) {
        Hashtable<String, String> headers = new Hashtable<>(area == null ? Map.of() : Map.of("Tenon-Area", area));
        return Http.proxy(Bundle.class, (name, args) -> switch (name) {
            case "getHeaders" -> headers;
            case "getEntry" -> url((String) args[0]);
            default -> null;
        });
    }

    private URL url(String path) {
        try {
            return Files.exists(folder.resolve(path)) ? folder.resolve(path).toUri().toURL() : null;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
