package org.tenon.sdk.lint.bundle;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.tenon.sdk.lint.text.Languages;
import org.tenon.sdk.lint.zip.SafeZip;

/**
 * The texts of an area in a bundle: {@code i18n/<area>_<language>.properties}.
 *
 * @param byLanguage language ({@code en}, {@code zh_CN}, {@code zh_TW}) to key to text; a file that is not there is not in it
 */
public record Texts(Map<String, Map<String, String>> byLanguage) {

    public Texts {
        byLanguage = Map.copyOf(byLanguage);
    }

    static Texts read(SafeZip jar, String area) throws IOException {
        Map<String, Map<String, String>> found = new TreeMap<>();
        for (String language : Languages.ALL) {
            String file = "i18n/" + area + "_" + language + ".properties";
            if (jar.has(file)) {
                Properties properties = new Properties();
                properties.load(new InputStreamReader(new ByteArrayInputStream(jar.bytes(file)), StandardCharsets.UTF_8));
                Map<String, String> texts = new TreeMap<>();
                properties.forEach((key, text) -> texts.put((String) key, (String) text));
                found.put(language, texts);
            }
        }
        return new Texts(found);
    }

    /** The text in this language, else in English, else {@code otherwise}. */
    public String find(String key, Locale locale, String otherwise) {
        Map<String, String> english = byLanguage.getOrDefault("en", Map.of());
        return byLanguage.getOrDefault(Languages.of(locale), english).getOrDefault(key, english.getOrDefault(key, otherwise));
    }
}
