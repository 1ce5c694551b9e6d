package org.tenon.records.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenon.records.dictionary.Dictionaries;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.records.policy.FieldLevel;
import org.tenon.records.policy.TypeAccess;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordRef;
import org.tenon.sdk.record.RecordView;

/** Makes views of the rows of a page: field policy, JSON forms, labels. Labels of references cost one query a referred type and page. */
final class Views {

    private final RecordTitles titles;
    private final Dictionaries dictionaries;
    private final RecordModel model;
    private final TypeAccess access;
    private final Caller caller;
    private final List<FieldModel> fields;

    Views(RecordTitles titles, Dictionaries dictionaries, RecordModel model, TypeAccess access, Caller caller, List<FieldModel> fields) {
        this.titles = titles;
        this.dictionaries = dictionaries;
        this.model = model;
        this.access = access;
        this.caller = caller;
        this.fields = fields;
    }

    List<RecordView> of(Collection<RowData> rows) {
        Map<String, Map<Long, String>> known = known(rows);
        List<RecordView> views = new ArrayList<>(rows.size());
        rows.forEach(row -> views.add(view(row, known)));
        return views;
    }

    private RecordView view(RowData row, Map<String, Map<Long, String>> known) {
        RecordId id = new RecordId(row.row().id());
        Map<String, Object> json = new LinkedHashMap<>();
        Map<String, Object> labels = new LinkedHashMap<>();
        List<String> masked = new ArrayList<>();
        json.put("id", id.toString());
        json.put("version", row.version());
        for (FieldModel field : fields) {
            Object value = row.values().get(field.name());
            if (field.name().equals("id")) {
                continue;
            }
            if (access.level(field.info()) == FieldLevel.MASKED) {
                masked.add(field.name());
                if (value != null) {
                    json.put(field.name(), RecordTitles.UNREADABLE);
                }
            } else if (value != null) {
                json.put(field.name(), JsonForm.of(field, value));
                Object label = label(field, value, known);
                if (label != null) {
                    labels.put(field.name(), label);
                }
            }
        }
        boolean clear = access.level(model.title().info()).clear();
        json.put("_title", !clear ? RecordTitles.UNREADABLE : row.title() == null ? id.toString() : row.title());
        json.put("_labels", labels);
        if (!masked.isEmpty()) {
            json.put("_masked", masked);
        }
        return new RecordView(id, row.version(), json);
    }

    private @Nullable Object label(FieldModel field, Object value, Map<String, Map<Long, String>> known) {
        String dictionary = field.info().dictionary();
        return switch (field.type()) {
            case CHOICE -> dictionaries.label(String.valueOf(dictionary), (String) value, caller.locale());
            case REGION -> dictionaries.path(String.valueOf(dictionary), (String) value, caller.locale());
            case MULTI_CHOICE -> ((List<?>) value).stream().map(each -> dictionaries.label(String.valueOf(dictionary), String.valueOf(each), caller.locale()))
                    .toList();
            case FILES -> ((List<?>) value).stream().map(each -> titles.file(String.valueOf(each))).toList();
            case REFERENCES -> ((List<?>) value).stream().map(String::valueOf)
                    .map(each -> known.getOrDefault(type(field, each), Map.of()).getOrDefault(RecordId.of(each).value(), each)).toList();
            case REFERENCE, MEMBER, DEPARTMENT -> known.getOrDefault(type(field, value), Map.of()).get(target(value));
            default -> null;
        };
    }

    private Map<String, Map<Long, String>> known(Collection<RowData> rows) {
        Map<String, Set<Long>> wanted = new HashMap<>();
        for (FieldModel field : fields) {
            boolean refers = switch (field.type()) {
                case REFERENCE, REFERENCES, MEMBER, DEPARTMENT -> !field.name().equals("id") && access.level(field.info()).clear();
                default -> false;
            };
            for (RowData row : refers ? rows : List.<RowData>of()) {
                Object value = row.values().get(field.name());
                if (value instanceof List<?> list) {
                    list.forEach(each -> wanted.computeIfAbsent(type(field, each), type -> new HashSet<>()).add(RecordId.of(String.valueOf(each)).value()));
                } else if (value != null) {
                    wanted.computeIfAbsent(type(field, value), type -> new HashSet<>()).add(target(value));
                }
            }
        }
        Map<String, Map<Long, String>> known = new HashMap<>();
        wanted.forEach((type, ids) -> known.put(type, titles.of(caller, type, ids)));
        return known;
    }

    private static long target(Object value) {
        return value instanceof RecordRef ref ? ref.target() : (Long) value;
    }

    private static String type(FieldModel field, Object value) {
        if (value instanceof RecordRef ref) {
            return ref.type();
        }
        return field.type() == FieldType.MEMBER ? "identity.member" : field.type() == FieldType.DEPARTMENT ? "identity.department"
                : String.valueOf(field.info().reference());
    }
}
