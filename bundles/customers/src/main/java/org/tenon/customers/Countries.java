package org.tenon.customers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tenon.sdk.record.Dictionary;
import org.tenon.sdk.text.Labels;

/** The countries and territories of ISO 3166-1, as the Java runtime names them in our languages. */
final class Countries {

    /** Offered before the others, which follow by their English names. */
    private static final List<String> FIRST = List.of("CN", "HK", "MO", "TW");

    private Countries() {
    }

    static List<Dictionary.Item> items() {
        List<String> codes = new ArrayList<>(List.of(Locale.getISOCountries()));
        codes.sort(Comparator.comparing(code -> name(code, Locale.ENGLISH)));
        Set<String> ordered = new LinkedHashSet<>(FIRST);
        ordered.addAll(codes);
        return ordered.stream().map(code -> new Dictionary.Item(code, null, null, labels(code))).toList();
    }

    private static Map<Locale, String> labels(String code) {
        Map<Locale, String> labels = new LinkedHashMap<>();
        for (Locale locale : Labels.LOCALES) {
            labels.put(locale, name(code, locale));
        }
        return labels;
    }

    private static String name(String code, Locale locale) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(locale);
    }
}
