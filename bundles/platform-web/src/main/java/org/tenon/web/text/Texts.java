package org.tenon.web.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The texts of one bundle in each language, holes filled from the next best. Immutable. */
final class Texts {

    private static final Logger LOG = LoggerFactory.getLogger(Texts.class);

    private final Map<String, String> english;
    private final Map<String, String> simplified;
    private final Map<String, String> traditional;

    /** @param find a file of the bundle by path, null if there is none */
    Texts(String area, Function<String, @Nullable URL> find) {
        english = read(find.apply("i18n/" + area + "_en.properties"), Map.of());
        simplified = read(find.apply("i18n/" + area + "_zh_CN.properties"), english);
        traditional = read(find.apply("i18n/" + area + "_zh_TW.properties"), simplified);
    }

    /** @param locale of any country; what is neither kind of Chinese is English */
    Optional<String> find(String key, Locale locale) {
        return Optional.ofNullable(of(locale).get(key));
    }

    private Map<String, String> of(Locale locale) {
        if (!locale.getLanguage().equals("zh")) {
            return english;
        }
        boolean hant = locale.getScript().equals("Hant")
                || switch (locale.getCountry()) {
                    case "TW", "HK", "MO" -> true;
                    default -> false;
                };
        return hant ? traditional : simplified;
    }

    private static Map<String, String> read(@Nullable URL file, Map<String, String> otherwise) {
        if (file == null) {
            return otherwise;
        }
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(file.openStream(),
                StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT))) {
            texts.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            LOG.error("{} cannot be read: its texts are missing", file, e);
        }
        Map<String, String> all = new HashMap<>(otherwise);
        texts.stringPropertyNames().forEach(key -> all.put(key, texts.getProperty(key)));
        return Map.copyOf(all);
    }
}
