package org.tenon.records.dictionary;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.Dictionary.Item;
import org.tenon.sdk.text.Labels;

/**
 * A dictionary as an administrator wants it.
 *
 * @param name    of a new one, without the area: lower case letters, digits and {@code -}
 * @param version of the edit it was made from, 0 for none
 * @param labels  the dictionary's own names by language tag; for one's own only
 * @param items   all values in order
 */
public record DictionaryWish(@Nullable String name, int version, @Nullable Map<String, String> labels, @Nullable List<Value> items) {

    static final int MOST = 1_000;
    private static final int LONGEST_LABEL = 120;
    private static final Set<String> COLORS = Set.of("green", "amber", "red", "blue", "grey");

    /** One value; labels by language tag. */
    public record Value(@Nullable String value, @Nullable Map<String, String> labels, @Nullable String parent, @Nullable String color, boolean retired) {
    }

    /** @throws TenonException INVALID, naming the place, for what cannot be a dictionary */
    List<Item> read() {
        if (items == null || items.size() > MOST) {
            throw TenonException.invalid("items", "tooMany", "a dictionary has a list of at most " + MOST + " values");
        }
        Set<String> values = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            Value given = items.get(i);
            String value = given == null ? null : given.value();
            if (value == null || !value.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}_.+-]{0,62}")) {
                throw invalid(i, "value", "a value is 1 to 63 letters, digits and _ . + -, not " + value);
            }
            if (!values.add(value)) {
                throw invalid(i, "value", "the value " + value + " is there twice");
            }
        }
        Map<String, @Nullable String> parents = new HashMap<>();
        items.forEach(item -> parents.put(String.valueOf(item.value()), item.parent()));
        List<Item> read = new java.util.ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            read.add(item(i, items.get(i), parents));
        }
        return read;
    }

    private static Item item(int at, Value given, Map<String, @Nullable String> parents) {
        String value = String.valueOf(given.value());
        if (given.color() != null && !COLORS.contains(given.color())) {
            throw invalid(at, "color", "there is no colour " + given.color());
        }
        if (given.parent() != null && !parents.containsKey(given.parent())) {
            throw invalid(at, "parent", "there is no value " + given.parent() + " to stand below");
        }
        Set<String> above = new HashSet<>();
        for (String each = value; each != null; each = parents.get(each)) {
            if (!above.add(each)) {
                throw invalid(at, "parent", "the value " + value + " stands below itself");
            }
        }
        return new Item(value, given.parent(), given.color(), labels("items[" + at + "].labels", given.labels()), given.retired());
    }

    /** @throws TenonException INVALID, naming the field */
    static Map<Locale, String> labels(String field, @Nullable Map<String, String> given) {
        Map<Locale, String> labels = new HashMap<>();
        for (Locale locale : Labels.LOCALES) {
            String label = given == null ? null : given.get(locale.toLanguageTag());
            if (label != null && !label.isBlank()) {
                if (label.strip().length() > LONGEST_LABEL || label.indexOf('\0') >= 0) {
                    throw TenonException.invalid(field, "tooLong", "a label has at most " + LONGEST_LABEL + " characters");
                }
                labels.put(locale, label.strip());
            }
        }
        return labels;
    }

    private static TenonException invalid(int at, String part, String message) {
        return TenonException.invalid("items[" + at + "]." + part, "dictionary", message);
    }
}
