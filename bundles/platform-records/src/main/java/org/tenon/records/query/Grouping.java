package org.tenon.records.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenon.persistence.DbKind;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.records.policy.TypeAccess;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.RecordId;

/** How a list is divided: by a field's value, regions by province, dates and instants by month. */
final class Grouping {

    private static final LocalDate FIRST_OFFSETS = LocalDate.of(2000, 1, 1);

    private final DbKind kind;
    private final String type;
    private final FieldModel field;
    private final ZoneId zone;

    private Grouping(DbKind kind, String type, FieldModel field, ZoneId zone) {
        this.kind = kind;
        this.type = type;
        this.field = field;
        this.zone = zone;
    }

    /** @throws TenonException INVALID for a field the caller may not see, or that no list can be divided by */
    static Grouping of(DbKind kind, RecordModel model, TypeAccess access, String name, ZoneId zone) {
        FieldModel field = model.require(name);
        Guard.check(access, field.info());
        boolean fits = switch (field.type()) {
            case CHOICE, MEMBER, DEPARTMENT, BOOLEAN, REGION, DATE, DATE_TIME -> true;
            case REFERENCE -> !field.anyReference() && !name.equals("id");
            default -> false;
        };
        if (!fits || field.custom() && !field.info().filter()) {
            throw TenonException.invalid(name, "group", "lists cannot be divided by " + name);
        }
        return new Grouping(kind, model.name(), field, zone);
    }

    FieldModel field() {
        return field;
    }

    boolean monthly() {
        return field.type() == FieldType.DATE || field.type() == FieldType.DATE_TIME;
    }

    /** Reads a key: what {@link #json} and labels go by, null for the records without a value. */
    @Nullable Object read(ResultSet rows, int at) throws SQLException {
        if (monthly() || !field.custom()) {
            return Columns.read(kind, rows, at, monthly() ? FieldType.NUMBER : field.type());
        }
        String text = rows.getString(at);
        return text == null ? null : switch (field.type()) {
            case MEMBER, DEPARTMENT, REFERENCE -> (Object) RecordId.of(text).value();
            case BOOLEAN -> Boolean.valueOf(text);
            default -> text;
        };
    }

    /** The value of a record, alias {@code r}, that its key is made of; of custom fields it lies in {@code records_value}. */
    Sql value() {
        return value(type, field);
    }

    /** The value of a number field, for sums. @throws TenonException INVALID for a field the caller may not see, or that is no number */
    static Sql summand(RecordModel model, TypeAccess access, String name) {
        FieldModel field = model.require(name);
        Guard.check(access, field.info());
        boolean number = field.type() == FieldType.NUMBER || field.type() == FieldType.DECIMAL;
        if (!number || field.custom() && !field.info().filter()) {
            throw TenonException.invalid(name, "sum", name + " cannot be added up");
        }
        return value(model.name(), field);
    }

    private static Sql value(String type, FieldModel field) {
        return field.custom() ? new Sql().add("(SELECT v.").add(SideColumns.of(field.type())).add(" FROM records_value v WHERE v.record_type = ").bind(type)
                .add(" AND v.record_id = r.id AND v.field_key = ").bind(field.name()).add(" AND v.pos = 0)") : new Sql().add("r.").add(field.column());
    }

    /** The key of a value that stands in this column. */
    Sql key(String column) {
        return switch (field.type()) {
            case REGION -> new Sql().add("SUBSTR(").add(column).add(", 1, 2)");
            case DATE -> month(new Sql().add(column));
            case DATE_TIME -> month(kind == DbKind.DERBY ? shifted(column)
                    : new Sql().add("(").add(column).add(" AT TIME ZONE 'UTC' AT TIME ZONE ").bind(zone.getId()).add(")"));
            default -> new Sql().add(column);
        };
    }

    private Sql month(Sql day) {
        return kind == DbKind.DERBY ? new Sql().add("YEAR(").add(day).add(") * 100 + MONTH(").add(day).add(")")
                : new Sql().add("CAST(EXTRACT(YEAR FROM ").add(day).add(") * 100 + EXTRACT(MONTH FROM ").add(day).add(") AS BIGINT)");
    }

    /** Derby knows no zones: the offsets since {@link #FIRST_OFFSETS} are spelled out, one for most of Asia, two a year where clocks change. */
    private Sql shifted(String column) {
        Instant from = FIRST_OFFSETS.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant until = Instant.now().plusSeconds(366L * 24 * 3600);
        Sql sql = new Sql();
        int cases = 0;
        for (ZoneOffsetTransition next = zone.getRules().nextTransition(from); next != null && next.getInstant().isBefore(until);
             next = zone.getRules().nextTransition(next.getInstant())) {
            sql.add(cases++ == 0 ? "CASE" : "").add(" WHEN ").add(column).add(" < ").bind(LocalDateTime.ofInstant(next.getInstant(), ZoneOffset.UTC))
                    .add(" THEN ").add(plus(column, next.getOffsetBefore()));
        }
        Sql last = new Sql().add(plus(column, zone.getRules().getOffset(until)));
        return cases == 0 ? last : sql.add(" ELSE ").add(last).add(" END");
    }

    private static String plus(String column, ZoneOffset offset) {
        return "{fn TIMESTAMPADD(SQL_TSI_SECOND, " + offset.getTotalSeconds() + ", " + column + ")}";
    }

    /** The group's value in JSON, null for that of the records without one. */
    @Nullable Object json(@Nullable Object key) {
        if (key == null) {
            return null;
        }
        return monthly() ? yearMonth(key).toString() : key instanceof Long id ? RecordId.text(id) : key;
    }

    /** What holds for the records of a group. */
    Map<String, Object> condition(@Nullable Object key) {
        if (key == null) {
            return test("==", null);
        }
        if (field.type() == FieldType.REGION) {
            return test("within", key);
        }
        if (!monthly()) {
            return test("==", json(key));
        }
        YearMonth month = yearMonth(key);
        return Map.of("and", List.of(test(">=", start(month)), test("<", start(month.plusMonths(1)))));
    }

    private String start(YearMonth month) {
        LocalDate day = month.atDay(1);
        return field.type() == FieldType.DATE ? day.toString() : day.atStartOfDay(zone).toInstant().toString();
    }

    private static YearMonth yearMonth(Object key) {
        long number = (Long) key;
        return YearMonth.of((int) (number / 100), (int) (number % 100));
    }

    private Map<String, Object> test(String operator, @Nullable Object value) {
        return Map.of(operator, Arrays.asList(Map.of("var", field.name()), value));
    }
}
