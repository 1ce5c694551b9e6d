package org.tenon.records.query;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.tenon.records.model.FieldModel;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.Money;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordRef;

/** How {@code records_value} holds values: numbers and amounts in {@code num_val}, dates and instants in {@code time_val}, all else as text in {@code str_val}. */
public final class SideColumns {

    /** Characters of {@code str_val}. */
    public static final int LONGEST = 400;

    private SideColumns() {
    }

    /** The column that values of the type are compared by. */
    public static String of(FieldType type) {
        return switch (order(type)) {
            case DECIMAL -> "num_val";
            case DATE_TIME -> "time_val";
            default -> "str_val";
        };
    }

    /** The type of that column: DECIMAL, DATE_TIME or TEXT. */
    static FieldType order(FieldType type) {
        return switch (type) {
            case NUMBER, DECIMAL, MONEY -> FieldType.DECIMAL;
            case DATE, DATE_TIME -> FieldType.DATE_TIME;
            default -> FieldType.TEXT;
        };
    }

    /** What that column holds for a Java value: a BigDecimal, a LocalDateTime or a String. */
    public static Object value(Object value) {
        if (value instanceof Money money) {
            return money.amount();
        }
        if (value instanceof BigDecimal number) {
            return number.setScale(4);
        }
        if (value instanceof LocalDate day) {
            return day.atStartOfDay();
        }
        if (value instanceof LocalDateTime) {
            return value;
        }
        if (value instanceof RecordRef ref) {
            return ref.toString();
        }
        return value.toString();
    }

    /** As {@link #value(Object)}, for a value of the field: whole numbers are numbers, ids their 13 characters. */
    public static Object value(FieldModel field, Object value) {
        if (value instanceof Long number) {
            return order(field.type()) == FieldType.DECIMAL ? BigDecimal.valueOf(number, 0).setScale(4) : (Object) RecordId.text(number);
        }
        return value(value);
    }
}
