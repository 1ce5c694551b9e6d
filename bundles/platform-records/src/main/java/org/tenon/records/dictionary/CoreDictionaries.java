package org.tenon.records.dictionary;

import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tenon.sdk.record.Dictionary.Item;
import org.tenon.sdk.record.Dictionary;
import org.tenon.sdk.record.DictionaryContribution;
import org.tenon.sdk.text.Labels;

/** The platform's own: regions, kinds of telephone and e-mail, currencies. */
final class CoreDictionaries implements DictionaryContribution {

    /** Most used first. */
    private static final List<String> CURRENCIES = List.of("CNY", "USD", "EUR", "HKD", "TWD", "JPY", "GBP", "AUD", "CAD", "CHF", "SGD", "KRW",
            "MOP", "MYR", "THB", "VND", "IDR", "PHP", "INR", "RUB", "NZD", "SEK", "NOK", "DKK", "AED", "SAR", "BRL", "ZAR", "MXN", "TRY", "PLN");

    private final List<Dictionary> dictionaries = List.of(
            new Dictionary("core.region", Regions.items()),
            kinds("core.phoneKind", Map.of(
                    "mobile", List.of("手机", "手機", "Mobile"), "office", List.of("办公", "辦公", "Office"), "home", List.of("住宅", "住宅", "Home"),
                    "fax", List.of("传真", "傳真", "Fax"), "other", List.of("其他", "其他", "Other")), "mobile", "office", "home", "fax", "other"),
            kinds("core.emailKind", Map.of(
                    "work", List.of("工作", "工作", "Work"), "private", List.of("个人", "個人", "Private"), "other", List.of("其他", "其他", "Other")),
                    "work", "private", "other"),
            new Dictionary("core.currency", CURRENCIES.stream().map(CoreDictionaries::currency).toList()));

    @Override
    public List<Dictionary> dictionaries() {
        return dictionaries;
    }

    private static Dictionary kinds(String name, Map<String, List<String>> texts, String... order) {
        return new Dictionary(name, List.of(order).stream().map(value -> new Item(value, null, null, texts(texts.get(value)))).toList());
    }

    private static Map<Locale, String> texts(List<String> texts) {
        return Map.of(Locale.SIMPLIFIED_CHINESE, texts.get(0), Locale.TRADITIONAL_CHINESE, texts.get(1), Locale.ENGLISH, texts.get(2));
    }

    private static Item currency(String code) {
        Map<Locale, String> names = new HashMap<>();
        Labels.LOCALES.forEach(locale -> names.put(locale, code + " " + Currency.getInstance(code).getDisplayName(locale)));
        return new Item(code, null, null, names);
    }
}
