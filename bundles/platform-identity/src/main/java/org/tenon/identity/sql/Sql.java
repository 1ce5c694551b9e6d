package org.tenon.identity.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.tenon.persistence.Db;

/** Statements with parameters. Instants are stored as UTC timestamps in microseconds, whatever the zone of the process. */
public final class Sql {

    /** Reads one row. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final Db db;

    public Sql(Db db) {
        this.db = db;
    }

    /** All rows. @param parameters numbers, strings, booleans and instants; never null */
    public <T> List<T> list(Row<T> row, String sql, Object... parameters) {
        return db.read(connection -> {
            try (PreparedStatement statement = prepare(connection, sql, parameters); ResultSet rows = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(row.read(rows));
                }
                return found;
            }
        });
    }

    public <T> Optional<T> first(Row<T> row, String sql, Object... parameters) {
        return list(row, sql, parameters).stream().findFirst();
    }

    /** The number of rows changed. */
    public int update(String sql, Object... parameters) {
        return db.write(connection -> {
            try (PreparedStatement statement = prepare(connection, sql, parameters)) {
                return statement.executeUpdate();
            }
        });
    }

    /** @throws SQLException also if the column is empty */
    public static Instant instant(ResultSet row, int column) throws SQLException {
        Timestamp value = row.getTimestamp(column, utc());
        if (value == null) {
            throw new SQLException("column " + column + " is empty");
        }
        return value.toInstant();
    }

    public static Optional<Instant> optionalInstant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column, utc())).map(Timestamp::toInstant);
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < parameters.length; i++) {
                if (parameters[i] instanceof Instant instant) {
                    statement.setTimestamp(i + 1, Timestamp.from(instant.truncatedTo(ChronoUnit.MICROS)), utc());
                } else {
                    statement.setObject(i + 1, parameters[i]);
                }
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private static Calendar utc() {
        return Calendar.getInstance(TimeZone.getTimeZone("UTC"));
    }
}
