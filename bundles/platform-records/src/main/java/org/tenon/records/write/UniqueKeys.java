package org.tenon.records.write;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenon.persistence.Db;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.sdk.record.CustomField;

/** The fields of a type that no two living records may share: by the UNIQUE constraints of its table, and custom fields that are unique. */
final class UniqueKeys {

    /** Part of every such constraint, 0 for a living record. */
    private static final String TOKEN = "deleted_token";

    private final RecordModel model;
    private final List<List<FieldModel>> keys;

    private UniqueKeys(RecordModel model, List<List<FieldModel>> keys) {
        this.model = model;
        this.keys = keys;
    }

    /** Asks the database, once for each use: constraints come and go with an area's scripts. */
    static UniqueKeys of(Db db, RecordModel model) {
        List<List<FieldModel>> keys = new ArrayList<>();
        model.fields().values().stream().filter(UniqueKeys::unique).forEach(field -> keys.add(List.of(field)));
        db.read(connection -> columns(connection, model.info().table())).forEach(columns -> fields(model, columns).ifPresent(keys::add));
        return new UniqueKeys(model, keys);
    }

    private static boolean unique(FieldModel field) {
        CustomField custom = field.info().custom();
        return custom != null && custom.unique();
    }

    /** The columns of each constraint that has the token among them, without it. */
    private static List<List<String>> columns(Connection connection, String table) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        String name = database.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
        Map<String, List<String>> byIndex = new LinkedHashMap<>();
        try (ResultSet found = database.getIndexInfo(null, connection.getSchema(), name, true, true)) {
            while (found.next()) {
                if (found.getString("COLUMN_NAME") != null) {
                    byIndex.computeIfAbsent(found.getString("INDEX_NAME"), key -> new ArrayList<>()).add(found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
                }
            }
        }
        List<List<String>> columns = new ArrayList<>();
        byIndex.values().stream().filter(each -> each.remove(TOKEN) && !each.isEmpty()).forEach(columns::add);
        return columns;
    }

    /** Empty if one of the columns is no field's own. */
    private static Optional<List<FieldModel>> fields(RecordModel model, List<String> columns) {
        List<FieldModel> fields = new ArrayList<>();
        for (String column : columns) {
            model.fields().values().stream().filter(field -> !field.custom() && column.equals(field.column())).findFirst().ifPresent(fields::add);
        }
        return fields.size() == columns.size() ? Optional.of(fields) : Optional.empty();
    }

    /** What the record holds newly of them; what has an empty part is shared by as many as like. */
    List<UniqueValue> of(Checked record) {
        Draft draft = record.draft();
        Set<String> changed = draft.fields();
        List<UniqueValue> values = new ArrayList<>();
        for (List<FieldModel> key : keys) {
            List<@Nullable String> texts = new ArrayList<>();
            key.forEach(field -> texts.add(field.custom() ? CustomWork.unique(field, draft.get(field.name())) : text(field, draft)));
            boolean touched = key.stream().anyMatch(field -> changed.contains(field.name()));
            if (touched && texts.stream().allMatch(Objects::nonNull)) {
                values.add(new UniqueValue(model.name(), key.stream().map(FieldModel::name).toList(), List.copyOf(texts)));
            }
        }
        return values;
    }

    private static @Nullable String text(FieldModel field, Draft draft) {
        Object json = Attributes.json(field, draft.get(field.name()));
        return json == null ? null : String.valueOf(json);
    }
}
