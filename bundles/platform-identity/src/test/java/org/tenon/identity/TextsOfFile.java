package org.tenon.identity;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.tenon.sdk.text.Labels;

/** The shipped texts of this bundle. */
public final class TextsOfFile implements Labels {

    @Override
    public Optional<String> find(String area, String key, Locale locale, Object... args) {
        return Optional.ofNullable(texts(locale).getProperty(key)).map(text -> args.length == 0 ? text : new MessageFormat(text, locale).format(args));
    }

    public static Properties texts(Locale locale) {
        String file = "/i18n/identity_" + (locale.getLanguage().equals("zh") ? locale.toString() : "en") + ".properties";
        try (var stream = Objects.requireNonNull(TextsOfFile.class.getResourceAsStream(file), file);
             var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
