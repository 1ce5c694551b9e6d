package org.tenon.records.query;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.persistence.Db;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.policy.Row;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.text.Titles;

/** Finds living records by what a field of theirs holds, for many values with few statements. Safe for all threads. */
@Component(service = RecordFinder.class)
public final class RecordFinder {

    private static final int AT_ONCE = 256;

    /** @param values JSON forms of the wanted fields, without empty ones */
    public record Found(Row row, String title, Map<String, Object> values) {
    }

    private final Db db;
    private final RecordPolicy policy;

    @Activate
    public RecordFinder(@Reference Db db, @Reference RecordPolicy policy) {
        this.db = db;
        this.policy = policy;
    }

    /** True if records can be found by the field at all; by custom ones only where they are kept for filtering. */
    public static boolean findable(FieldModel field) {
        if (field.custom()) {
            return field.info().filter() && (field.type().multiple() || field.type() == FieldType.TEXT || field.type() == FieldType.CHOICE);
        }
        return switch (field.type()) {
            case MONEY, LONG_TEXT, RICH_TEXT, FILES -> false;
            default -> !field.anyReference();
        };
    }

    /**
     * Those of the records that the present caller may read, in no order.
     *
     * @param by     its title and texts of several values as they are compared elsewhere: a title folded, the rest exactly
     * @param values JSON forms; what is no value of the field finds nothing
     * @param fields to answer
     */
    public List<Found> readable(RecordModel model, FieldModel by, Collection<?> values, Collection<FieldModel> fields) {
        List<Found> found = all(model, by, values, fields);
        Set<Long> readable = policy.readable(Caller.current(), model.info(), found.stream().map(Found::row).toList());
        return found.stream().filter(each -> readable.contains(each.row().id())).toList();
    }

    /** All of the records, whoever may read them. */
    public List<Found> all(RecordModel model, FieldModel by, Collection<?> values, Collection<FieldModel> fields) {
        List<Object> binds = values.stream().map(value -> bind(model, by, value)).filter(Objects::nonNull).distinct().collect(Collectors.toList());
        return binds.isEmpty() ? List.of() : db.read(connection -> {
            Rows rows = new Rows(db.kind(), model, List.copyOf(fields));
            Set<Long> ids = new HashSet<>();
            for (int from = 0; from < binds.size(); from += AT_ONCE) {
                ids.addAll(ids(connection, model, by, binds.subList(from, Math.min(binds.size(), from + AT_ONCE))));
            }
            List<Found> found = new ArrayList<>();
            for (RowData row : rows.read(connection, ids, false).values()) {
                Map<String, Object> json = fields.stream().filter(field -> row.values().get(field.name()) != null)
                        .collect(Collectors.toMap(FieldModel::name, field -> JsonForm.of(field, row.values().get(field.name()))));
                found.add(new Found(row.row(), String.valueOf(row.title()), json));
            }
            return found;
        });
    }

    private static Set<Long> ids(Connection connection, RecordModel model, FieldModel by, List<Object> values) throws SQLException {
        Sql sql = new Sql();
        if (by.type().multiple() || by.custom()) {
            sql.add("SELECT record_id FROM records_value WHERE record_type = ").bind(model.name()).add(" AND field_key = ").bind(by.name())
                    .add(" AND str_val IN ").list(Binds.padded(values));
        } else {
            String column = by.name().equals(model.info().titleField()) ? "title_fold" : by.column();
            sql.add("SELECT id FROM ").add(model.info().table()).add(" WHERE deleted_token = 0 AND ").add(column).add(" IN ").list(Binds.padded(values));
        }
        Set<Long> ids = new HashSet<>();
        try (PreparedStatement select = sql.prepare(connection); ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        return ids;
    }

    private static @Nullable Object bind(RecordModel model, FieldModel by, Object json) {
        if (by.name().equals(model.info().titleField())) {
            return Titles.fold(String.valueOf(json));
        }
        if (by.type().multiple()) {
            return json instanceof Map<?, ?> contact ? contact.get("value") : String.valueOf(json);
        }
        try {
            return switch (by.type()) {
                case NUMBER -> ((Number) json).longValue();
                case DECIMAL -> new BigDecimal(String.valueOf(json));
                case BOOLEAN -> (Boolean) json;
                case DATE -> LocalDate.parse((String) json);
                case TIME -> LocalTime.parse((String) json);
                case DATE_TIME -> OffsetDateTime.parse((String) json).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
                case REFERENCE, MEMBER, DEPARTMENT -> RecordId.of((String) json).value();
                default -> String.valueOf(json).strip();
            };
        } catch (ClassCastException | NumberFormatException | DateTimeException | TenonException e) {
            return null;
        }
    }
}
