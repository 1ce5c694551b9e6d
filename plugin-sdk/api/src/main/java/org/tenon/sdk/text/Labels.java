package org.tenon.sdk.text;

import java.util.Locale;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The texts of every installed area: {@code i18n/<area>_{en,zh_CN,zh_TW}.properties} (UTF-8) of each bundle with the header
 * {@code Tenon-Area: <area>}. Safe for all threads.
 */
@ProviderType
public interface Labels {

    /** The languages every text exists in. */
    java.util.List<Locale> LOCALES = java.util.List.of(Locale.SIMPLIFIED_CHINESE, Locale.TRADITIONAL_CHINESE, Locale.ENGLISH);

    /** The text, {@link java.text.MessageFormat}ted with {@code args} if there are any; empty if the area has no such key. */
    Optional<String> find(String area, String key, Locale locale, Object... args);

    /** The text, or the key itself where there is none. */
    default String text(String area, String key, Locale locale, Object... args) {
        return find(area, key, locale, args).orElse(key);
    }
}
