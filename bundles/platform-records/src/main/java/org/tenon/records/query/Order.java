package org.tenon.records.query;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.records.policy.TypeAccess;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.FieldType;

/**
 * What a list is ordered by: a field, then the id. Records with a value come first in either direction, empty ones after. The title is
 * ordered by its sound.
 *
 * @param column the column, with its alias: {@code r} for the records' own, {@code o} for {@code records_value}
 * @param narrow a whole number of 32 bits; Derby takes no wider parameter beside it
 * @param side   a custom field, whose values lie in {@code records_value}
 */
record Order(String field, String column, FieldType type, boolean descending, boolean nullable, boolean narrow, boolean side) {

    /** By id, ascending: for those who may not see what the type is usually ordered by. */
    static final Order BY_ID = new Order("id", "r.id", FieldType.NUMBER, false, false, false, false);

    /** @param sort field name, {@code -} before it for descending; null for the type's default */
    static Order of(RecordModel model, TypeAccess access, @Nullable String sort) {
        String wanted = sort == null || sort.isBlank() ? model.info().defaultSort() : sort.strip();
        boolean descending = wanted.startsWith("-");
        String name = descending ? wanted.substring(1) : wanted;
        if (name.equals("id")) {
            return new Order("id", "r.id", FieldType.NUMBER, descending, false, false, false);
        }
        FieldModel field = model.field(name).orElseThrow(() -> TenonException.invalid("sort", "unknownField", "there is no field " + name));
        if (!access.level(field.info()).clear()) {
            if (sort == null) {
                return BY_ID;
            }
            throw Guard.refusal(access, field.info());
        }
        if (!field.info().sort()) {
            throw TenonException.invalid("sort", "sort", "lists cannot be sorted by " + name);
        }
        if (field.custom()) {
            return new Order(name, "o." + SideColumns.of(field.type()), SideColumns.order(field.type()), descending, true, false, true);
        }
        boolean title = name.equals(model.info().titleField());
        boolean always = name.equals("createdAt") || name.equals("updatedAt");
        return new Order(name, "r." + (title ? "title_key" : field.column()), title ? FieldType.TEXT : field.type(), descending, !always,
            field.javaType() == Integer.class, false);
    }

    /** As it stands in a query: {@code -createdAt}. */
    String text() {
        return (descending ? "-" : "") + field;
    }

    /** The index of {@code records_value} that leads along this order of a custom field; empty where there is none: texts downwards. */
    Optional<String> walked(boolean down) {
        return switch (column) {
            case "o.num_val" -> Optional.of(down ? "RECORDS_VALUE_NUM_DOWN" : "RECORDS_VALUE_NUM");
            case "o.time_val" -> Optional.of(down ? "RECORDS_VALUE_TIME_DOWN" : "RECORDS_VALUE_TIME");
            default -> down ? Optional.empty() : Optional.of("RECORDS_VALUE_STR");
        };
    }

    /** A value no value of the column comes before in this direction. */
    Object first(boolean down) {
        return switch (type) {
            case NUMBER, REFERENCE, MEMBER, DEPARTMENT -> narrow ? (down ? (long) Integer.MAX_VALUE : (long) Integer.MIN_VALUE)
                : (down ? Long.MAX_VALUE : Long.MIN_VALUE);
            case DECIMAL, MONEY -> new BigDecimal(down ? "999999999999999.9999" : "-999999999999999.9999");
            case DATE -> down ? LocalDate.of(9999, 12, 31) : LocalDate.of(100, 1, 1);
            case TIME -> down ? LocalTime.of(23, 59, 59) : LocalTime.MIN;
            case DATE_TIME -> down ? LocalDateTime.of(9999, 12, 31, 0, 0) : LocalDateTime.of(100, 1, 1, 0, 0);
            default -> down ? "\uffff" : "";
        };
    }
}
