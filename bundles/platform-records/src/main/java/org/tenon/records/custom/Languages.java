package org.tenon.records.custom;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Texts in the three languages, by language tag. */
final class Languages {

    static final List<String> TAGS = List.of("zh-CN", "zh-TW", "en");

    private Languages() {
    }

    /** The same text in all three; missing ones are those of the nearest language. */
    static Map<String, String> filled(Map<String, String> given) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String tag : TAGS) {
            List<String> order = switch (tag) {
                case "zh-CN" -> List.of("zh-CN", "zh-TW", "en");
                case "zh-TW" -> List.of("zh-TW", "zh-CN", "en");
                default -> List.of("en", "zh-CN", "zh-TW");
            };
            order.stream().map(given::get).filter(text -> text != null && !text.isBlank()).findFirst().ifPresent(text -> all.put(tag, text));
        }
        return all;
    }

    static Optional<String> of(Map<String, String> texts, Locale locale) {
        return Optional.ofNullable(texts.get(locale.toLanguageTag()));
    }

    static Map<Locale, String> byLocale(Map<String, String> texts) {
        Map<Locale, String> all = new LinkedHashMap<>();
        texts.forEach((tag, text) -> all.put(Locale.forLanguageTag(tag), text));
        return all;
    }
}
