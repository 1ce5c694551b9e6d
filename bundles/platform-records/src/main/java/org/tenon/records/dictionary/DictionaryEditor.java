package org.tenon.records.dictionary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.persistence.Db;
import org.tenon.persistence.PersistenceUnit;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.Dictionary;
import org.tenon.sdk.record.Dictionary.Item;
import org.tenon.sdk.text.Labels;

/** Lets administrators change dictionaries that areas bring, and make their own ones. Other nodes follow within seconds. Safe for all threads. */
@Component(service = DictionaryEditor.class, immediate = true)
public final class DictionaryEditor implements AutoCloseable {

    /** Area of dictionaries that administrators made. */
    static final String OWN = "own.";
    private static final Logger LOG = LoggerFactory.getLogger(DictionaryEditor.class);
    private static final long LOOK_SECONDS = 2;

    private final EditTable table;
    private final Dictionaries dictionaries;
    private final Labels labels;
    private final ScheduledExecutorService watch;
    private volatile Map<String, Edit> edits = Map.of();
    private volatile long revision;

    /** @param ours there once our tables are */
    @Activate
    public DictionaryEditor(@Reference Db db, @Reference(target = "(" + PersistenceUnit.AREA + "=records)") PersistenceUnit ours,
                            @Reference Dictionaries dictionaries, @Reference Labels labels) {
        this.table = new EditTable(db);
        this.dictionaries = dictionaries;
        this.labels = labels;
        load();
        this.watch = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "tenon-dictionaries");
            thread.setDaemon(true);
            return thread;
        });
        watch.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    /** All that can be changed, by name. */
    public List<Map<String, @Nullable Object>> list(Locale locale) {
        List<Map<String, @Nullable Object>> list = new ArrayList<>();
        for (Dictionary dictionary : dictionaries.all()) {
            if (changeable(dictionary)) {
                Edit edit = edits.get(dictionary.name());
                Map<String, @Nullable Object> json = new LinkedHashMap<>();
                json.put("name", dictionary.name());
                json.put("label", label(dictionary.name(), locale));
                json.put("own", own(dictionary.name()));
                json.put("changed", edit != null && !edit.items().isEmpty());
                json.put("values", dictionary.items().stream().filter(item -> !item.retired()).count());
                json.put("retired", dictionary.items().stream().filter(Item::retired).count());
                list.add(json);
            }
        }
        return list;
    }

    /** One with everything that can be changed. @throws TenonException NOT_FOUND */
    public Map<String, @Nullable Object> form(String name, Locale locale) {
        Dictionary present = present(name);
        Set<String> brought = values(dictionaries.brought(name));
        Edit edit = edits.get(name);
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("version", edit == null ? 0 : edit.version());
        json.put("label", label(name, locale));
        json.put("labels", edit == null ? Map.of() : tags(edit.labels()));
        json.put("own", own(name));
        json.put("changed", edit != null && !edit.items().isEmpty());
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        for (Item item : present.items()) {
            Map<String, @Nullable Object> value = new LinkedHashMap<>();
            value.put("value", item.value());
            Map<Locale, String> texts = new HashMap<>();
            Labels.LOCALES.forEach(each -> texts.put(each, dictionaries.label(name, item, each)));
            value.put("labels", tags(texts));
            value.put("parent", item.parent());
            value.put("color", item.color());
            value.put("retired", item.retired());
            value.put("brought", brought.contains(item.value()));
            items.add(value);
        }
        json.put("items", items);
        return json;
    }

    /** @throws TenonException INVALID also if a value is missing that was there, STALE */
    public void save(String name, DictionaryWish wish) {
        Dictionary present = present(name);
        Edit before = edits.get(name);
        List<Item> items = wish.read();
        Set<String> wanted = items.stream().map(Item::value).collect(Collectors.toSet());
        for (Item item : present.items()) {
            if (!wanted.contains(item.value())) {
                throw TenonException.invalid("items", "missing", "records may have the value " + item.value() + ": retire it rather than leave it out");
            }
        }
        if (wish.version() != (before == null ? 0 : before.version())) {
            throw new TenonException(Kind.STALE, "someone else changed the dictionary " + name + " meanwhile");
        }
        Dictionary brought = dictionaries.brought(name).orElse(null);
        Map<Locale, String> own = own(name) ? named(wish) : Map.of();
        store(new Edit(name, wish.version() + 1, own, brought == null ? items : items.stream().map(item -> changed(name, item, brought)).toList()));
    }

    /** A new one of their own. @return its full name @throws TenonException INVALID, CONFLICT if the name is taken */
    public String create(DictionaryWish wish) {
        String name = wish.name() == null ? "" : wish.name();
        if (!name.matches("[a-z][a-z0-9-]{0,59}")) {
            throw TenonException.invalid("name", "dictionary", "a name is 1 to 60 lower case letters, digits and -, not " + name);
        }
        if (edits.containsKey(OWN + name)) {
            throw TenonException.conflict("there is a dictionary " + name + " already");
        }
        store(new Edit(OWN + name, 1, named(wish), wish.read()));
        return OWN + name;
    }

    /** Back to what the area brings; values that only the edits had are retired, as records may have them. @throws TenonException CONFLICT for one's own */
    public void reset(String name) {
        present(name);
        Edit before = edits.get(name);
        if (own(name)) {
            throw TenonException.conflict("no area brings " + name + ": there is nothing to go back to");
        }
        if (before == null || before.items().isEmpty()) {
            return;
        }
        Set<String> brought = values(dictionaries.brought(name));
        List<Item> kept = before.items().stream().filter(item -> !brought.contains(item.value()))
                .map(item -> new Item(item.value(), null, item.color(), item.labels(), true)).toList();
        if (kept.isEmpty()) {
            store(new Edit(name, before.version() + 1, Map.of(), List.of()));
            return;
        }
        List<Item> all = new ArrayList<>(dictionaries.brought(name).orElseThrow().items().stream()
                .map(item -> new Item(item.value(), item.parent(), item.color(), Map.of(), item.retired())).toList());
        all.addAll(kept);
        store(new Edit(name, before.version() + 1, Map.of(), all));
    }

    private void store(Edit edit) {
        table.put(edit);
        load();
    }

    private static Map<Locale, String> named(DictionaryWish wish) {
        Map<Locale, String> names = DictionaryWish.labels("labels", wish.labels());
        if (names.isEmpty()) {
            throw TenonException.invalid("labels", "required", "a dictionary needs a name in one language at least");
        }
        return names;
    }

    /** Labels that say what the area's say are not kept, so that the area can put them better later. */
    private Item changed(String name, Item item, Dictionary brought) {
        Item base = brought.items().stream().filter(each -> each.value().equals(item.value())).findFirst().orElse(null);
        Map<Locale, String> labels = new HashMap<>(item.labels());
        if (base != null) {
            labels.entrySet().removeIf(entry -> entry.getValue().equals(dictionaries.label(name, base, entry.getKey())));
        }
        return new Item(item.value(), item.parent(), item.color(), labels, item.retired());
    }

    private Dictionary present(String name) {
        return dictionaries.find(name).filter(this::changeable).orElseThrow(() -> TenonException.notFound("no dictionary " + name + " that can be changed"));
    }

    /** Options of custom fields are changed with their field; regions are law. */
    private boolean changeable(Dictionary dictionary) {
        return dictionary.items().size() <= DictionaryWish.MOST && !dictionary.name().startsWith("custom.") && !dictionary.name().equals("core.region");
    }

    private static boolean own(String name) {
        return name.startsWith(OWN);
    }

    private String label(String name, Locale locale) {
        Edit edit = edits.get(name);
        if (own(name) && edit != null) {
            return Optional.ofNullable(edit.labels().get(locale)).orElseGet(() -> edit.labels().values().stream().findFirst().orElse(name));
        }
        int dot = name.indexOf('.');
        return labels.find(name.substring(0, dot), "dictionary." + name.substring(dot + 1), locale).orElse(name);
    }

    private static Set<String> values(Optional<Dictionary> dictionary) {
        return dictionary.map(brought -> brought.items().stream().map(Item::value).collect(Collectors.toSet())).orElse(Set.of());
    }

    private static Map<String, String> tags(Map<Locale, String> labels) {
        Map<String, String> byTag = new TreeMap<>();
        labels.forEach((locale, label) -> byTag.put(locale.toLanguageTag(), label));
        return byTag;
    }

    private synchronized void load() {
        revision = table.revision();
        edits = table.all();
        dictionaries.edited(edits);
    }

    private void look() {
        try {
            if (table.revision() != revision) {
                load();
            }
        } catch (RuntimeException e) {
            LOG.debug("The dictionaries could not be looked at; tried again shortly", e);
        }
    }

    @Override
    @Deactivate
    public void close() {
        watch.shutdownNow();
    }
}
