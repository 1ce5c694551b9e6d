package org.tenon.records.dictionary;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.record.Dictionary;
import org.tenon.sdk.record.Dictionary.Item;
import org.tenon.sdk.text.Labels;

/**
 * What an administrator made of a dictionary. Their values win over what an area brings; values that the area brings later come after them;
 * those it does not bring any more stay as the administrator's own.
 *
 * @param version 1 for the first change
 * @param labels  names of the dictionary itself, of one's own only
 * @param items   in order; of values an area brings, labels in the languages that were changed
 */
record Edit(String name, int version, Map<Locale, String> labels, List<Item> items) {

    /** @param brought null for one's own */
    Dictionary over(@Nullable Dictionary brought) {
        Map<String, Item> left = new LinkedHashMap<>();
        if (brought != null) {
            brought.items().forEach(item -> left.put(item.value(), item));
        }
        Map<String, Item> all = new LinkedHashMap<>();
        for (Item item : items) {
            Item base = left.remove(item.value());
            all.put(item.value(), base == null ? complete(item) : merged(item, base));
        }
        all.putAll(left);
        return new Dictionary(name, List.copyOf(all.values()));
    }

    private static Item merged(Item item, Item base) {
        Map<Locale, String> labels = new HashMap<>(base.labels());
        labels.putAll(item.labels());
        return new Item(item.value(), item.parent(), item.color(), labels, item.retired());
    }

    /** In languages without a label, the first there is. */
    private static Item complete(Item item) {
        Map<Locale, String> labels = new HashMap<>(item.labels());
        String any = Labels.LOCALES.stream().map(labels::get).filter(java.util.Objects::nonNull).findFirst().orElse(item.value());
        Labels.LOCALES.forEach(locale -> labels.putIfAbsent(locale, any));
        return new Item(item.value(), item.parent(), item.color(), labels, item.retired());
    }
}
