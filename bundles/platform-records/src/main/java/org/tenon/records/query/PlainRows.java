package org.tenon.records.query;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tenon.persistence.Db;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.records.policy.Row;

/** Living records past all policy, for work that compares or moves them; whoever shows anything of them asks the policy. Safe for all threads. */
public final class PlainRows {

    /** @param values by field name in JSON form, without empty ones */
    public record Plain(Row row, int version, String title, Map<String, Object> values) {
    }

    private final Db db;

    public PlainRows(Db db) {
        this.db = db;
    }

    /** By id; without records that do not exist or lie in the recycle bin. */
    public Map<Long, Plain> read(RecordModel model, List<FieldModel> fields, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<Long, Plain> plain = new LinkedHashMap<>();
        db.glance(connection -> new Rows(db.kind(), model, fields).read(connection, ids, false)).forEach((id, row) -> plain.put(id, plain(model, row)));
        return plain;
    }

    private static Plain plain(RecordModel model, RowData row) {
        Map<String, Object> values = new LinkedHashMap<>();
        row.values().forEach((name, value) -> values.put(name, JsonForm.of(model.require(name), value)));
        return new Plain(row.row(), row.version(), row.title() == null ? "" : row.title(), values);
    }
}
