package org.tenon.records.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.ImportCompanion;
import org.tenon.sdk.text.Labels;

/** What each column of a file means. Headers match, folded, a field's label in any language, its name, and its aliases. */
final class Columns {

    /**
     * @param header    as it stands in the file
     * @param field     the field's name
     * @param companion null for the imported type's own field
     * @param part      which part of a region the column names, null if it holds the whole value
     */
    record Column(int index, String header, String field, @Nullable ImportCompanion companion, RegionNames.@Nullable Level part) {
    }

    private final List<Column> columns = new ArrayList<>();
    private final List<String> unmatched = new ArrayList<>();

    Columns(List<String> headers, RecordModel model, List<ImportCompanion> companions, Labels labels) {
        Map<String, Column> known = known(model, companions, labels);
        Optional<FieldModel> region = model.fields().values().stream().filter(field -> field.type() == FieldType.REGION).findFirst();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < headers.size(); i++) {
            String header = headers.get(i);
            Column meant = known.get(Words.fold(header));
            if (meant == null && region.isPresent()) {
                String field = region.get().name();
                meant = RegionNames.Level.of(header).map(level -> new Column(0, "", field, null, level)).orElse(null);
            }
            if (meant == null || !taken.add(meant.field() + "/" + meant.companion() + "/" + meant.part())) {
                unmatched.add(header);
            } else {
                columns.add(new Column(i, header, meant.field(), meant.companion(), meant.part()));
            }
        }
    }

    List<Column> all() {
        return columns;
    }

    /** Headers that name nothing, or what a column before them names already. */
    List<String> unmatched() {
        return unmatched;
    }

    /** Whether any column is the companion's. */
    boolean name(ImportCompanion companion) {
        return columns.stream().anyMatch(column -> column.companion() == companion);
    }

    private static Map<String, Column> known(RecordModel model, List<ImportCompanion> companions, Labels labels) {
        Map<String, Column> known = new HashMap<>();
        String area = model.info().area();
        for (ImportCompanion companion : companions) {
            companion.columns().forEach((field, key) -> words(labels, area, key)
                    .forEach(word -> known.putIfAbsent(word, new Column(0, "", field, companion, null))));
        }
        for (FieldModel field : model.fields().values()) {
            if (!field.info().readOnly()) {
                Column column = new Column(0, "", field.name(), null, null);
                String key = model.info().simpleName() + "." + field.name();
                words(labels, area, key).forEach(word -> known.putIfAbsent(word, column));
                if (field.info().common()) {
                    words(labels, "records", "field." + field.name()).forEach(word -> known.putIfAbsent(word, column));
                }
            }
        }
        for (String name : model.fields().keySet()) {
            if (!model.require(name).info().readOnly()) {
                known.putIfAbsent(Words.fold(name), new Column(0, "", name, null, null));
            }
        }
        return known;
    }

    private static Set<String> words(Labels labels, String area, String key) {
        Set<String> words = new HashSet<>();
        for (Locale locale : Labels.LOCALES) {
            labels.find(area, key, locale).ifPresent(label -> words.add(Words.fold(label)));
            labels.find(area, key + ".aliases", locale).ifPresent(aliases -> {
                for (String alias : aliases.split("[,，、]")) {
                    words.add(Words.fold(alias));
                }
            });
        }
        return words;
    }
}
