package org.tenon.records.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenon.records.model.FieldModel;
import org.tenon.records.policy.TypeAccess;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;

/** Says how a record that someone changed meanwhile differs from what the caller started with and from what they want. */
final class Conflicts {

    private final Writing writing;

    Conflicts(Writing writing) {
        this.writing = writing;
    }

    /** STALE with the values of every field of the patch that the caller may see. @param version the one the caller started with */
    TenonException stale(Draft stored, int version, Map<String, ?> patch, TypeAccess access) {
        String type = stored.model().name();
        long id = stored.item().id();
        Map<String, @Nullable Object> before = writing.log().valuesAt(type, id, version);
        List<Map<String, @Nullable Object>> fields = new ArrayList<>();
        for (Map.Entry<String, ?> entry : patch.entrySet()) {
            FieldModel field = stored.model().field(entry.getKey()).orElse(null);
            if (field != null && access.level(field.info()).clear()) {
                Object theirs = Attributes.json(field, stored.get(field.name()));
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                row.put("field", field.name());
                row.put("base", before.containsKey(field.name()) ? before.get(field.name()) : theirs);
                row.put("yours", entry.getValue());
                row.put("theirs", theirs);
                fields.add(row);
            }
        }
        Map<String, Object> conflict = new LinkedHashMap<>();
        conflict.put("version", stored.item().version());
        writing.log().last(type, id).ifPresent(last -> {
            conflict.put("changedBy", last.memberName());
            conflict.put("changedAt", last.at().toInstant(java.time.ZoneOffset.UTC).toString());
        });
        conflict.put("fields", fields);
        return new TenonException(Kind.STALE, "version %d was changed meanwhile; it is now version %d".formatted(version, stored.item().version()),
                List.of(), Map.of("conflict", conflict), null);
    }
}
