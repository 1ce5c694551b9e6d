package org.tenon.records.imports;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenon.records.dictionary.Dictionaries;
import org.tenon.records.model.FieldModel;
import org.tenon.sdk.record.Dictionary.Item;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.text.Labels;

/** Finds the values of choices by what people call them, in any language. For one import. */
final class ChoiceWords {

    private static final String REGIONS = "core.region";

    private final Dictionaries dictionaries;
    private final Map<String, Map<String, String>> known = new HashMap<>();
    private @Nullable RegionNames regions;

    ChoiceWords(Dictionaries dictionaries) {
        this.dictionaries = dictionaries;
    }

    /** The value the word stands for; the word itself if it stands for none. */
    Object value(FieldModel field, String word) {
        String dictionary = field.info().dictionary();
        if (dictionary == null) {
            return word;
        }
        if (field.type() == FieldType.REGION && !word.matches("\\d+")) {
            String code = regions().code(word);
            return code == null ? word : code;
        }
        return known.computeIfAbsent(dictionary, this::words).getOrDefault(Words.fold(word), word);
    }

    RegionNames regions() {
        RegionNames names = regions;
        if (names == null) {
            names = new RegionNames();
            for (Item item : items(REGIONS)) {
                for (Locale locale : Labels.LOCALES) {
                    names.add(item.value(), item.parent() == null ? "" : item.parent(), dictionaries.label(REGIONS, item, locale));
                }
            }
            regions = names;
        }
        return names;
    }

    private Map<String, String> words(String dictionary) {
        Map<String, String> words = new HashMap<>();
        for (Item item : items(dictionary)) {
            for (Locale locale : Labels.LOCALES) {
                words.putIfAbsent(Words.fold(dictionaries.label(dictionary, item, locale)), item.value());
            }
        }
        items(dictionary).forEach(item -> words.put(Words.fold(item.value()), item.value()));
        return words;
    }

    private Iterable<Item> items(String dictionary) {
        return dictionaries.find(dictionary).map(org.tenon.sdk.record.Dictionary::items).orElse(java.util.List.of());
    }
}
