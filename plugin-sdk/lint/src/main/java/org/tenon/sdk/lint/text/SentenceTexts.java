package org.tenon.sdk.lint.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** The texts of sentences, each file read once. */
final class SentenceTexts {

    private static final String OWN = "lint";
    private static final Map<String, Properties> FILES = new ConcurrentHashMap<>();

    private SentenceTexts() {
    }

    static Optional<String> find(String key, Locale locale) {
        int dot = key.indexOf('.');
        Properties texts = FILES.computeIfAbsent(key.substring(0, dot) + "_" + Languages.of(locale), file -> read(dot, file));
        return Optional.ofNullable(texts.getProperty(key.substring(dot + 1)));
    }

    /** Nothing for a file that is not there. */
    private static Properties read(int dot, String file) {
        Properties texts = new Properties();
        String path = (file.substring(0, dot).equals(OWN) ? "" : "/i18n/") + file + ".properties";
        try (InputStream in = SentenceTexts.class.getResourceAsStream(path)) {
            if (in != null) {
                texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }
}
