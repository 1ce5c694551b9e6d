package org.tenon.records.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.tenon.sdk.text.Labels;
import org.tenon.sdk.text.TextSource;

/** The texts of areas as they lie beside their classes. Safe for all threads. */
final class StandaloneLabels implements Labels {

    private final Map<String, Properties> texts = new ConcurrentHashMap<>();

    private final java.util.List<TextSource> sources = new java.util.concurrent.CopyOnWriteArrayList<>();

    void add(TextSource source) {
        sources.add(source);
    }

    /** Takes in the texts of an area that the loader sees; none is fine. */
    void add(String area, ClassLoader loader) {
        for (Locale locale : LOCALES) {
            String name = "i18n/" + area + "_" + suffix(locale) + ".properties";
            Properties properties = texts.computeIfAbsent(area + "/" + locale, key -> new Properties());
            try (InputStream file = loader.getResourceAsStream(name)) {
                if (file != null) {
                    properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(name, e);
            }
        }
    }

    @Override
    public Optional<String> find(String area, String key, Locale locale, Object... args) {
        Properties properties = texts.get(area + "/" + locale);
        String text = properties == null ? null : properties.getProperty(key);
        return Optional.ofNullable(text).or(() -> sources.stream().flatMap(source -> source.text(area, key, locale).stream()).findFirst()).map(found -> args.length == 0 ? found : new MessageFormat(found, locale).format(args));
    }

    private static String suffix(Locale locale) {
        return locale.getCountry().isEmpty() ? locale.getLanguage() : locale.getLanguage() + "_" + locale.getCountry();
    }
}
