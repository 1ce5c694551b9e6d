package org.tenon.records.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenon.persistence.DbKind;
import org.tenon.records.model.CustomValues;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.records.policy.Row;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.Money;
import org.tenon.sdk.record.RecordRef;

/** Reads records by their ids, no more columns than wanted. */
public final class Rows {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int AT_ONCE = 256;

    private final DbKind kind;
    private final RecordModel model;
    private final List<FieldModel> fields;
    private final boolean custom;
    private final String select;

    public Rows(DbKind kind, RecordModel model, List<FieldModel> fields) {
        this.kind = kind;
        this.model = model;
        this.fields = fields;
        StringBuilder columns = new StringBuilder("SELECT r.id, r.version, r.deleted_token, r.").append(model.title().column());
        if (model.owned()) {
            columns.append(", r.owner_id, r.department_id");
        }
        for (FieldModel field : fields) {
            if (field.custom()) {
                continue;
            }
            columns.append(", r.").append(field.column());
            if (field.secondColumn() != null) {
                columns.append(", r.").append(field.secondColumn());
            }
        }
        this.custom = fields.stream().anyMatch(FieldModel::custom);
        this.select = columns.append(custom ? ", r." + CustomValues.COLUMN : "").append(" FROM ").append(model.info().table()).append(" r WHERE r.id IN ").toString();
    }

    /** By id; ids of no record are left out. @param deleted false for living ones only, true for deleted ones only, null for both */
    public Map<Long, RowData> read(Connection connection, Collection<Long> ids, @Nullable Boolean deleted) throws SQLException {
        Map<Long, RowData> found = new HashMap<>();
        List<Long> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            Sql sql = new Sql().add(select).list(Binds.padded(all.subList(from, Math.min(all.size(), from + AT_ONCE))));
            try (PreparedStatement statement = sql.prepare(connection); ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (deleted == null || deleted == (rows.getLong(3) != 0)) {
                        found.put(rows.getLong(1), row(rows));
                    }
                }
            }
        }
        return found;
    }

    private RowData row(ResultSet rows) throws SQLException {
        int at = 5;
        Long owner = null;
        Long department = null;
        if (model.owned()) {
            owner = (Long) Columns.read(kind, rows, at++, FieldType.MEMBER);
            department = (Long) Columns.read(kind, rows, at++, FieldType.DEPARTMENT);
        }
        Map<String, Object> values = new HashMap<>();
        for (FieldModel field : fields) {
            if (field.custom()) {
                continue;
            }
            Object value = Columns.read(kind, rows, at++, field.type());
            if (field.secondColumn() != null) {
                value = pair(value, rows.getString(at++));
            } else if (field.type().multiple()) {
                value = members(field, (String) value);
            }
            if (value != null) {
                values.put(field.name(), value);
            }
        }
        if (custom) {
            custom(rows.getString(at), values);
        }
        return new RowData(new Row(rows.getLong(1), owner, department), rows.getInt(2), rows.getString(4), values);
    }

    private void custom(@Nullable String text, Map<String, Object> values) {
        Map<String, Object> stored = CustomValues.read(text);
        for (FieldModel field : fields) {
            Object json = field.custom() ? stored.get(field.name()) : null;
            if (json != null) {
                values.put(field.name(), JsonForm.read(field, json));
            }
        }
    }

    private static @Nullable Object pair(@Nullable Object first, @Nullable String second) {
        if (first == null || second == null) {
            return null;
        }
        return first instanceof BigDecimal amount ? new Money(amount, second.strip()) : new RecordRef(second, (Long) first);
    }

    private @Nullable Object members(FieldModel field, @Nullable String json) {
        if (json == null || json.isBlank()) {
            return null;
        }
        try {
            List<?> list = JSON.readValue(json, ArrayList.class);
            return list.isEmpty() ? null : list;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(model.name() + "." + field.name() + " holds no JSON list", e);
        }
    }
}
