package org.tenon.records.dictionary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.tenon.sdk.record.Dictionary.Item;
import org.tenon.sdk.record.Dictionary;
import org.tenon.sdk.record.DictionaryContribution;
import org.tenon.sdk.text.Labels;

/** The dictionaries there are now. Of two with one name the one that came first holds. Safe for all threads. */
@Component(service = Dictionaries.class)
public final class Dictionaries {

    private final Labels labels;
    private final List<DictionaryContribution> contributions = new ArrayList<>();
    private Map<String, Edit> edits = Map.of();
    private volatile Map<String, Dictionary> brought = Map.of();
    private volatile Map<String, Entry> byName = Map.of();

    private record Entry(Dictionary dictionary, Map<String, Item> items) {
    }

    @Activate
    public Dictionaries(@Reference Labels labels) {
        this.labels = labels;
        add(new CoreDictionaries());
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public synchronized void add(DictionaryContribution contribution) {
        contributions.add(contribution);
        rebuild();
    }

    public synchronized void remove(DictionaryContribution contribution) {
        contributions.remove(contribution);
        rebuild();
    }

    /** Puts what a contribution brings now in the place of what it brought before, at once. */
    public synchronized void replace(DictionaryContribution before, DictionaryContribution now) {
        contributions.remove(before);
        contributions.add(now);
        rebuild();
    }

    /** Puts administrators' edits over what areas bring, from now on. */
    synchronized void edited(Map<String, Edit> present) {
        edits = Map.copyOf(present);
        rebuild();
    }

    /** As an installed area brings it; empty if none does. */
    Optional<Dictionary> brought(String name) {
        return Optional.ofNullable(brought.get(name));
    }

    /** Every dictionary there is, by name. */
    List<Dictionary> all() {
        return byName.values().stream().map(Entry::dictionary).toList();
    }

    /** Empty if no installed area has it. */
    public Optional<Dictionary> find(String name) {
        return Optional.ofNullable(byName.get(name)).map(Entry::dictionary);
    }

    /** True if the dictionary has the value. */
    public boolean has(String name, String value) {
        Entry entry = byName.get(name);
        return entry != null && entry.items().containsKey(value);
    }

    /** True if the dictionary has the value and does not offer it any more. */
    public boolean retired(String name, String value) {
        Entry entry = byName.get(name);
        Item item = entry == null ? null : entry.items().get(value);
        return item != null && item.retired();
    }

    /** The value above one of a dictionary; null at the top, and where there is no such dictionary or value. */
    public @Nullable String parent(String name, String value) {
        Entry entry = byName.get(name);
        Item item = entry == null ? null : entry.items().get(value);
        return item == null ? null : item.parent();
    }

    /** The value and all below it; the value alone if the dictionary does not have it or is not there. */
    public Set<String> below(String name, String value) {
        Set<String> found = new LinkedHashSet<>(Set.of(value));
        List<Item> items = find(name).map(Dictionary::items).orElse(List.of());
        int before = 0;
        while (before < found.size()) {
            before = found.size();
            items.stream().filter(item -> item.parent() != null && found.contains(item.parent())).forEach(item -> found.add(item.value()));
        }
        return found;
    }

    /** True if values of the dictionary stand below others. */
    public boolean tree(String name) {
        return find(name).map(Dictionary::items).orElse(List.of()).stream().anyMatch(item -> item.parent() != null);
    }

    /** The value's text; the value itself if the dictionary does not have it or is not there. */
    public String label(String name, String value, Locale locale) {
        Entry entry = byName.get(name);
        Item item = entry == null ? null : entry.items().get(value);
        return item == null ? value : label(name, item, locale);
    }

    /** As {@link #label(String, String, Locale)} of an item at hand. */
    public String label(String name, Item item, Locale locale) {
        String own = item.labels().get(locale);
        if (own != null) {
            return own;
        }
        int dot = name.indexOf('.');
        return labels.find(name.substring(0, dot), "dictionary." + name.substring(dot + 1) + "." + item.value(), locale).orElse(item.value());
    }

    /** The texts from the top down to the value, with blanks between: {@code 广东省 广州市 天河区}. One that repeats the one above is left out. */
    public String path(String name, String value, Locale locale) {
        Entry entry = byName.get(name);
        Item item = entry == null ? null : entry.items().get(value);
        if (entry == null || item == null) {
            return value;
        }
        List<String> path = new ArrayList<>();
        for (@Nullable Item at = item; at != null; at = at.parent() == null ? null : entry.items().get(at.parent())) {
            String text = label(name, at, locale);
            if (path.isEmpty() || !path.get(0).equals(text)) {
                path.add(0, text);
            }
        }
        return String.join(" ", path);
    }

    private void rebuild() {
        Map<String, Dictionary> contributed = new TreeMap<>();
        for (DictionaryContribution contribution : contributions) {
            contribution.dictionaries().forEach(dictionary -> contributed.putIfAbsent(dictionary.name(), dictionary));
        }
        Map<String, Dictionary> present = new TreeMap<>(contributed);
        edits.forEach((name, edit) -> {
            Dictionary base = contributed.get(name);
            if (base != null || name.startsWith(DictionaryEditor.OWN)) {
                present.put(name, edit.over(base));
            }
        });
        Map<String, Entry> built = new TreeMap<>();
        present.forEach((name, dictionary) -> {
            Map<String, Item> items = new LinkedHashMap<>();
            dictionary.items().forEach(item -> items.put(item.value(), item));
            built.put(name, new Entry(dictionary, items));
        });
        brought = contributed;
        byName = built;
    }
}
