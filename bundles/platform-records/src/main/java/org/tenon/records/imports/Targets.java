package org.tenon.records.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenon.records.imports.RegionNames.Level;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.records.policy.FieldLevel;
import org.tenon.records.policy.TypeAccess;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.ImportCompanion;
import org.tenon.sdk.text.Labels;

/**
 * What columns can mean, for one caller: fields they may write, by name; {@code <region>@province}, {@code @city} and {@code @district}; fields
 * of companions as {@code <companion's type>#<field>}; and {@code id}. Headers match, folded, a field's label in any language, its name, and its
 * aliases.
 */
final class Targets {

    /**
     * @param field     the field's name
     * @param companion null for the imported type's own field
     * @param part      which part of a region is meant, null for all of it
     * @param label     in the caller's language
     */
    record Target(String key, FieldModel field, @Nullable ImportCompanion companion, @Nullable Level part, String label) {
    }

    /**
     * A column of the file that looks like a field which no file fills.
     *
     * @param reason {@code files} or {@code readOnly}, of {@code problem.unloaded.<reason>}
     */
    record Closed(int column, FieldModel field, String reason) {
    }

    private final Map<String, Target> byKey = new LinkedHashMap<>();
    private final Map<String, String> byWord = new HashMap<>();
    private final RecordModel model;
    private final TypeAccess access;
    private final Labels labels;
    private final Locale locale;

    Targets(RecordModel model, TypeAccess access, Map<ImportCompanion, RecordModel> companions, Labels labels, Locale locale) {
        this.model = model;
        this.access = access;
        this.labels = labels;
        this.locale = locale;
        companions.forEach((companion, type) -> companion.columns().forEach((name, text) -> type.field(name).ifPresent(field -> {
            String key = type.name() + "#" + name;
            byKey.put(key, new Target(key, field, companion, null, labels.text(model.info().area(), text, locale)));
            words(model.info().area(), text).forEach(word -> byWord.putIfAbsent(word, key));
        })));
        List<FieldModel> writable = model.fields().values().stream().filter(field -> !field.info().readOnly() && field.type() != FieldType.FILES
                && access.level(field.info()) == FieldLevel.WRITE).toList();
        for (FieldModel field : writable) {
            own(field);
        }
        writable.forEach(field -> byWord.putIfAbsent(Words.fold(field.name()), field.name()));
        model.field("id").ifPresent(id -> {
            byKey.put("id", new Target("id", id, null, null, labels.text("records", "field.id", locale)));
            byWord.putIfAbsent("id", "id");
        });
    }

    private void own(FieldModel field) {
        String name = field.name();
        String label = label(field);
        byKey.put(name, new Target(name, field, null, null, label));
        words(field).forEach(word -> byWord.putIfAbsent(word, name));
        if (field.type() == FieldType.REGION) {
            for (Level level : Level.values()) {
                String key = name + "@" + level.name().toLowerCase(Locale.ROOT);
                String part = labels.text("records", "import.part." + level.name().toLowerCase(Locale.ROOT), locale);
                byKey.put(key, new Target(key, field, null, level, label + " · " + part));
            }
        }
    }

    /** The field's label in the caller's language. */
    String label(FieldModel field) {
        return labels.find(model.info().area(), model.info().simpleName() + "." + field.name(), locale)
                .or(() -> labels.find("records", "field." + field.name(), locale)).orElse(field.name());
    }

    List<Target> all() {
        return List.copyOf(byKey.values());
    }

    Optional<Target> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** Why no file fills the field, {@code files} or {@code readOnly}; empty for one that is a target, or none the caller may see. */
    Optional<String> closed(String name) {
        return model.field(name).filter(field -> !byKey.containsKey(name) && access.level(field.info()) != FieldLevel.HIDDEN)
                .map(field -> field.type() == FieldType.FILES ? "files" : "readOnly");
    }

    /** Columns by whose headers people may expect a field to be filled that no file fills. */
    List<Closed> closed(List<String> headers) {
        List<Closed> closed = new ArrayList<>();
        for (FieldModel field : model.fields().values()) {
            closed(field.name()).ifPresent(reason -> {
                Set<String> words = words(field);
                for (int i = 0; i < headers.size(); i++) {
                    String header = Words.fold(headers.get(i));
                    if (words.contains(header) && !byWord.containsKey(header)) {
                        closed.add(new Closed(i, field, reason));
                    }
                }
            });
        }
        return closed;
    }

    /** What the headers probably mean; each target once. */
    List<ImportOptions.Column> suggest(List<String> headers) {
        List<ImportOptions.Column> columns = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        Optional<FieldModel> region = model.fields().values().stream()
                .filter(field -> field.type() == FieldType.REGION && byKey.containsKey(field.name())).findFirst();
        for (int i = 0; i < headers.size(); i++) {
            String header = headers.get(i);
            String key = byWord.get(Words.fold(header));
            if (key == null && region.isPresent()) {
                key = Level.of(header).map(level -> region.get().name() + "@" + level.name().toLowerCase(Locale.ROOT)).orElse(null);
            }
            if (key != null && taken.add(key)) {
                columns.add(new ImportOptions.Column(i, key, null, null, null));
            }
        }
        return columns;
    }

    private Set<String> words(FieldModel field) {
        Set<String> words = words(model.info().area(), model.info().simpleName() + "." + field.name());
        words.add(Words.fold(label(field)));
        if (field.info().common()) {
            words.addAll(words("records", "field." + field.name()));
        }
        return words;
    }

    private Set<String> words(String area, String key) {
        Set<String> words = new HashSet<>();
        for (Locale each : Labels.LOCALES) {
            labels.find(area, key, each).ifPresent(label -> words.add(Words.fold(label)));
            labels.find(area, key + ".aliases", each).ifPresent(aliases -> {
                for (String alias : aliases.split("[,，、]")) {
                    words.add(Words.fold(alias));
                }
            });
        }
        return words;
    }
}
