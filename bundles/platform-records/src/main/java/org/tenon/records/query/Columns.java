package org.tenon.records.query;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.tenon.persistence.DbKind;
import org.tenon.sdk.record.FieldType;

/** Reads single columns of either database. */
final class Columns {

    private Columns() {
    }

    /** The value, null if empty: Long for ids too, amount alone for money, text as stored for fields of several values. */
    static @Nullable Object read(DbKind kind, ResultSet rows, int at, FieldType type) throws SQLException {
        boolean modern = kind == DbKind.POSTGRESQL;
        Object value = switch (type) {
            case NUMBER, REFERENCE, MEMBER, DEPARTMENT -> rows.getLong(at);
            case DECIMAL, MONEY -> rows.getBigDecimal(at);
            case BOOLEAN -> rows.getBoolean(at);
            case DATE -> modern ? rows.getObject(at, LocalDate.class) : day(rows.getDate(at));
            case TIME -> modern ? rows.getObject(at, LocalTime.class) : time(rows.getTime(at));
            case DATE_TIME -> modern ? rows.getObject(at, LocalDateTime.class) : moment(rows.getTimestamp(at));
            default -> rows.getString(at);
        };
        return rows.wasNull() ? null : value;
    }

    private static @Nullable LocalDate day(@Nullable Date value) {
        return value == null ? null : value.toLocalDate();
    }

    private static @Nullable LocalTime time(@Nullable Time value) {
        return value == null ? null : value.toLocalTime();
    }

    private static @Nullable LocalDateTime moment(@Nullable Timestamp value) {
        return value == null ? null : value.toLocalDateTime();
    }
}
