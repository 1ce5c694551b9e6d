package org.tenon.records.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenon.records.imports.RowTable.Kept;
import org.tenon.records.log.ChangeLabels;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.records.model.RecordModels;
import org.tenon.records.policy.FieldLevel;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.policy.TypeAccess;
import org.tenon.records.query.RecordTitles;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;

/** An import's rows in the JSON form of docs/rest.md, with no value that the caller may not see. */
final class RowViews {

    private final RecordModels models;
    private final RecordPolicy policy;
    private final RecordTitles titles;
    private final ChangeLabels labels;

    RowViews(RecordModels models, RecordPolicy policy, RecordTitles titles, ChangeLabels labels) {
        this.models = models;
        this.policy = policy;
        this.titles = titles;
        this.labels = labels;
    }

    /** @param own whether it is the caller's import: what others' files say is not shown as it stands there */
    List<Map<String, @Nullable Object>> of(List<Kept> rows, boolean own) {
        Map<String, Set<Long>> wanted = new HashMap<>();
        for (Kept row : rows) {
            Set<Long> ids = wanted.computeIfAbsent(row.type(), type -> new HashSet<>());
            if (row.target() != null) {
                ids.add(row.target());
            }
            others(row).forEach(id -> ids.add(id));
        }
        Map<String, Map<Long, String>> known = new HashMap<>();
        wanted.forEach((type, ids) -> known.put(type, titles.of(Caller.current(), type, ids)));
        return rows.stream().map(row -> view(row, known.getOrDefault(row.type(), Map.of()), own)).toList();
    }

    private Map<String, @Nullable Object> view(Kept row, Map<Long, String> known, boolean own) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        RecordModel model = models.find(row.type()).orElse(null);
        List<Map<String, @Nullable Object>> changes = model == null ? List.of() : changes(model, row);
        json.put("line", row.line());
        json.put("outcome", row.outcome());
        json.put("type", row.type());
        // A dry run may change a record that it would have created just before: that one is nowhere.
        Long there = row.target() != null && known.containsKey(row.target()) ? row.target() : null;
        json.put("record", there == null ? null : RecordId.text(there));
        json.put("title", there != null ? known.get(there) : title(model, changes));
        json.put("changes", changes);
        json.put("errors", errors(row, own));
        json.put("others", others(row).stream().map(id -> Map.of("id", RecordId.text(id), "title", known.getOrDefault(id, RecordTitles.UNREADABLE))).toList());
        json.put("hidden", row.detail().getOrDefault("hidden", 0L));
        json.put("twin", row.detail().get("twin"));
        json.put("cells", own ? row.detail().get("cells") : null);
        json.put("undone", row.undone());
        json.put("undoReason", row.reason());
        return json;
    }

    private static @Nullable Object title(@Nullable RecordModel model, List<Map<String, @Nullable Object>> changes) {
        String field = model == null ? "" : model.info().titleField();
        return changes.stream().filter(change -> field.equals(change.get("field"))).map(change -> change.get("new")).findFirst().orElse(null);
    }

    private List<Map<String, @Nullable Object>> changes(RecordModel model, Kept row) {
        TypeAccess access = policy.access(Caller.current(), model.info());
        List<Map<String, @Nullable Object>> changes = new ArrayList<>();
        for (Object each : row.detail().get("changes") instanceof List<?> list ? list : List.of()) {
            List<?> parts = (List<?>) each;
            FieldModel field = model.field(String.valueOf(parts.get(0))).orElse(null);
            FieldLevel level = field == null ? FieldLevel.HIDDEN : access.level(field.info());
            if (level != FieldLevel.HIDDEN) {
                Map<String, @Nullable Object> change = new LinkedHashMap<>();
                change.put("field", parts.get(0));
                change.put("old", level.clear() || parts.get(1) == null ? parts.get(1) : RecordTitles.UNREADABLE);
                change.put("new", level.clear() || parts.get(2) == null ? parts.get(2) : RecordTitles.UNREADABLE);
                changes.add(change);
            }
        }
        labels.add(model, changes);
        return changes;
    }

    private static List<Map<String, Object>> errors(Kept row, boolean own) {
        List<Map<String, Object>> errors = new ArrayList<>();
        for (Object each : row.detail().get("errors") instanceof List<?> list ? list : List.of()) {
            List<?> parts = (List<?>) each;
            errors.add(Map.of("header", parts.get(0), "field", parts.get(1), "value", own ? parts.get(2) : "", "reason", parts.get(3)));
        }
        return errors;
    }

    private static List<Long> others(Kept row) {
        List<Long> ids = new ArrayList<>();
        for (Object id : row.detail().get("others") instanceof List<?> list ? list : List.of()) {
            ids.add(((Number) id).longValue());
        }
        return ids;
    }
}
