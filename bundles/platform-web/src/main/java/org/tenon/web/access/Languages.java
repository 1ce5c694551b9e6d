package org.tenon.web.access;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.text.Labels;

/** Which of the platform's languages a sender understands best. */
final class Languages {

    private static final List<String> TRADITIONAL = List.of("zh-tw", "zh-hk", "zh-mo", "zh-hant");

    private Languages() {
    }

    /** @param header {@code Accept-Language}, where it names none of them, as with null or nonsense, the first of the platform's */
    static Locale best(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return Labels.LOCALES.get(0);
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .flatMap(range -> of(range.getRange()).stream())
                    .findFirst().orElse(Labels.LOCALES.get(0));
        } catch (IllegalArgumentException e) {
            return Labels.LOCALES.get(0);
        }
    }

    private static List<Locale> of(String range) {
        if (TRADITIONAL.stream().anyMatch(range::startsWith)) {
            return List.of(Locale.TRADITIONAL_CHINESE);
        }
        return Labels.LOCALES.stream().filter(locale -> range.split("-", 2)[0].equals(locale.getLanguage())).limit(1).toList();
    }
}
