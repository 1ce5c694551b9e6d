package org.tenon.records.query;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** SQL in the making, with its parameters. Values are only ever bound; what is appended as text are names from metadata and our own words. */
final class Sql {

    /** Seconds a statement may take. */
    static final int TIMEOUT = 10;

    private final StringBuilder text = new StringBuilder(256);
    private final List<Object> binds = new ArrayList<>();

    Sql add(String words) {
        text.append(words);
        return this;
    }

    Sql add(Sql other) {
        text.append(other.text);
        binds.addAll(other.binds);
        return this;
    }

    /** A parameter with this value. */
    Sql bind(Object value) {
        text.append('?');
        binds.add(value);
        return this;
    }

    /** {@code (?,?,…)}; at least one value. */
    Sql list(Collection<?> values) {
        String separator = "(";
        for (Object value : values) {
            text.append(separator);
            bind(value);
            separator = ",";
        }
        return add(")");
    }

    /** Equal for the same text with the same parameters, as they are now. */
    List<Object> key() {
        List<Object> key = new ArrayList<>(binds);
        key.add(text.toString());
        return key;
    }

    boolean isEmpty() {
        return text.length() == 0;
    }

    /** Ready to run: parameters set, time limited to {@link #TIMEOUT}. The caller closes it. */
    PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text.toString());
        try {
            statement.setQueryTimeout(TIMEOUT);
            for (int i = 0; i < binds.size(); i++) {
                set(statement, i + 1, binds.get(i));
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    private static void set(PreparedStatement statement, int at, Object value) throws SQLException {
        if (value instanceof Long number) {
            statement.setLong(at, number);
        } else if (value instanceof String string) {
            statement.setString(at, string);
        } else if (value instanceof Integer number) {
            statement.setInt(at, number);
        } else if (value instanceof BigDecimal number) {
            statement.setBigDecimal(at, number);
        } else if (value instanceof Boolean flag) {
            statement.setBoolean(at, flag);
        } else if (value instanceof LocalDateTime moment) {
            statement.setTimestamp(at, Timestamp.valueOf(moment));
        } else if (value instanceof LocalDate day) {
            statement.setDate(at, Date.valueOf(day));
        } else if (value instanceof LocalTime time) {
            statement.setTime(at, Time.valueOf(time));
        } else {
            throw new IllegalArgumentException("no parameter can be a " + value.getClass().getName());
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
