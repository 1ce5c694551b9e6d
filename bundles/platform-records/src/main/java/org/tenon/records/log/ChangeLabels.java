package org.tenon.records.log;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.records.dictionary.Dictionaries;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.records.query.RecordTitles;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.text.Labels;

/** Puts readable texts into changes; titles of records are asked for once a type. Safe for all threads. */
@Component(service = ChangeLabels.class)
public final class ChangeLabels {

    private static final Map<String, String> KEYS = Map.of("old", "oldLabel", "new", "newLabel");

    private final Labels labels;
    private final Dictionaries dictionaries;
    private final RecordTitles titles;

    @Activate
    public ChangeLabels(@Reference Labels labels, @Reference Dictionaries dictionaries, @Reference RecordTitles titles) {
        this.labels = labels;
        this.dictionaries = dictionaries;
        this.titles = titles;
    }

    /** Adds {@code label}, and {@code oldLabel} and {@code newLabel} of choices, regions and references, to each change. */
    public void add(RecordModel model, List<Map<String, @Nullable Object>> changes) {
        Caller caller = Caller.current();
        Map<String, Set<Long>> wanted = new HashMap<>();
        List<Map<String, @Nullable Object>> entries = changes.stream().filter(EntryLabels::is).toList();
        List<Map<String, @Nullable Object>> fields = changes.stream().filter(change -> !EntryLabels.is(change)).toList();
        new EntryLabels(labels, titles).add(entries, caller);
        for (Map<String, @Nullable Object> change : fields) {
            each(model, change, (field, value) -> refer(field, value, (type, id) -> wanted.computeIfAbsent(type, key -> new HashSet<>()).add(id)));
        }
        Map<String, Map<Long, String>> known = new HashMap<>();
        wanted.forEach((type, ids) -> known.put(type, titles.of(caller, type, ids)));
        for (Map<String, @Nullable Object> change : fields) {
            FieldModel field = model.require(String.valueOf(change.get("field")));
            change.put("label", label(model, field, caller.locale()));
            KEYS.forEach((key, label) -> {
                Object value = change.get(key);
                Object text = value == null || value.equals(RecordTitles.UNREADABLE) ? null : text(field, value, caller.locale(), known);
                if (text != null) {
                    change.put(label, text);
                }
            });
        }
    }

    private String label(RecordModel model, FieldModel field, Locale locale) {
        return labels.find(model.info().area(), model.info().simpleName() + "." + field.name(), locale)
                .orElseGet(() -> labels.text("records", "field." + field.name(), locale));
    }

    private @Nullable Object text(FieldModel field, Object value, Locale locale, Map<String, Map<Long, String>> known) {
        String dictionary = String.valueOf(field.info().dictionary());
        return switch (field.type()) {
            case CHOICE -> dictionaries.label(dictionary, String.valueOf(value), locale);
            case REGION -> dictionaries.path(dictionary, String.valueOf(value), locale);
            case MULTI_CHOICE -> value instanceof List<?> list
                    ? list.stream().map(each -> dictionaries.label(dictionary, String.valueOf(each), locale)).toList() : null;
            case FILES -> value instanceof List<?> list ? list.stream().map(each -> titles.file(String.valueOf(each))).toList() : null;
            case REFERENCES -> value instanceof List<?> list ? list.stream().map(each -> title(field, each, known)).toList() : null;
            case REFERENCE, MEMBER, DEPARTMENT -> title(field, value, known);
            default -> null;
        };
    }

    private static @Nullable Object title(FieldModel field, Object value, Map<String, Map<Long, String>> known) {
        String[] found = new String[1];
        refer(field, value, (type, id) -> found[0] = known.getOrDefault(type, Map.of()).get(id));
        return found[0];
    }

    private static void each(RecordModel model, Map<String, @Nullable Object> change, BiConsumer<FieldModel, Object> what) {
        FieldModel field = model.require(String.valueOf(change.get("field")));
        for (String key : KEYS.keySet()) {
            Object value = change.get(key);
            if (value != null && !value.equals(RecordTitles.UNREADABLE)) {
                what.accept(field, value);
            }
        }
    }

    /** Tells the type and id of each record the value points to. */
    private static void refer(FieldModel field, Object value, BiConsumer<String, Long> to) {
        FieldType type = field.type();
        if (value instanceof List<?> list && type == FieldType.REFERENCES) {
            list.forEach(each -> refer(field, each, to));
        } else if (value instanceof Map<?, ?> any && type == FieldType.REFERENCE) {
            to.accept(String.valueOf(any.get("type")), RecordId.of(String.valueOf(any.get("id"))).value());
        } else if (value instanceof String id && (type == FieldType.MEMBER || type == FieldType.DEPARTMENT)) {
            to.accept(type == FieldType.MEMBER ? "identity.member" : "identity.department", RecordId.of(id).value());
        } else if (value instanceof String id && (type == FieldType.REFERENCE || type == FieldType.REFERENCES)) {
            to.accept(String.valueOf(field.info().reference()), RecordId.of(id).value());
        }
    }
}
