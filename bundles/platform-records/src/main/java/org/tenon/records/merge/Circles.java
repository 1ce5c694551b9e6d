package org.tenon.records.merge;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.records.query.PlainRows;
import org.tenon.records.query.PlainRows.Plain;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.RecordId;

/** Refuses merges that would put a record below itself: one of the others stands above the survivor, with records between them. */
final class Circles {

    private static final int LEVELS = 100;

    private final PlainRows rows;

    Circles(PlainRows rows) {
        this.rows = rows;
    }

    /** @param patch what the survivor's fields will hold */
    void refuse(RecordModel model, long survivor, List<Long> others, Map<String, ?> patch) {
        for (FieldModel field : model.fields().values()) {
            if (field.type() == FieldType.REFERENCE && model.name().equals(field.info().reference()) && !field.info().common()) {
                Object above = patch.containsKey(field.name()) ? patch.get(field.name()) : above(model, field, survivor);
                for (int level = 0; above != null && level < LEVELS; level++) {
                    long id = RecordId.of(String.valueOf(above)).value();
                    if (others.contains(id) || id == survivor) {
                        throw TenonException.conflict("%s of the survivor leads to a merged record: it would lie below itself".formatted(field.name()));
                    }
                    above = above(model, field, id);
                }
            }
        }
    }

    private @Nullable Object above(RecordModel model, FieldModel field, long id) {
        Plain row = rows.read(model, List.of(field), List.of(id)).get(id);
        return row == null ? null : row.values().get(field.name());
    }
}
