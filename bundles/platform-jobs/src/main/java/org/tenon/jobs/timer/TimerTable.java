package org.tenon.jobs.timer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.tenon.persistence.Db;
import org.tenon.sdk.job.Schedule;

/** {@code jobs_timer}. Safe for all threads. */
final class TimerTable {

    private static final String COLUMNS = "SELECT name, schedule, zone, next_at, last_due_at, last_job_id FROM jobs_timer";

    private final Db db;

    TimerTable(Db db) {
        this.db = db;
    }

    /** Every timer, by name. */
    List<StoredTimer> all() {
        return db.glance(connection -> rows(connection, COLUMNS + " ORDER BY name"));
    }

    /** The row, which nobody else changes before the present transaction ends; empty if there is none. */
    Optional<StoredTimer> lock(String name) {
        return db.write(connection -> {
            int locked = update(connection, "UPDATE jobs_timer SET name = name WHERE name = ?", name);
            return locked == 0 ? Optional.<StoredTimer>empty() : rows(connection, COLUMNS + " WHERE name = ?", name).stream().findFirst();
        });
    }

    /** A timer that was never there. @throws org.tenon.persistence.DbException if another node was faster */
    void add(String name, Schedule schedule, Optional<Instant> next) {
        db.write(connection -> update(connection, "INSERT INTO jobs_timer (name, schedule, zone, next_at) VALUES (?, ?, ?, ?)", name, schedule.cron(),
                schedule.zone().getId(), next.orElse(null)));
    }

    /** Its schedule is another one. */
    void schedule(String name, Schedule schedule, Optional<Instant> next) {
        db.write(connection -> update(connection, "UPDATE jobs_timer SET schedule = ?, zone = ?, next_at = ? WHERE name = ?", schedule.cron(),
                schedule.zone().getId(), next.orElse(null), name));
    }

    void next(String name, Optional<Instant> next) {
        db.write(connection -> update(connection, "UPDATE jobs_timer SET next_at = ? WHERE name = ?", next.orElse(null), name));
    }

    void ran(String name, Instant due, long job) {
        db.write(connection -> update(connection, "UPDATE jobs_timer SET last_due_at = ?, last_job_id = ? WHERE name = ?", due, job, name));
    }

    private static int update(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                Object value = parameters[i];
                if (value == null) {
                    statement.setNull(i + 1, Types.TIMESTAMP);
                } else if (value instanceof Instant moment) {
                    statement.setTimestamp(i + 1, Timestamp.from(moment.truncatedTo(ChronoUnit.MICROS)), utc());
                } else {
                    statement.setObject(i + 1, value);
                }
            }
            return statement.executeUpdate();
        }
    }

    private static List<StoredTimer> rows(Connection connection, String sql, String... names) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < names.length; i++) {
                statement.setString(i + 1, names[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<StoredTimer> found = new ArrayList<>();
                while (rows.next()) {
                    long job = rows.getLong(6);
                    Optional<Long> last = rows.wasNull() ? Optional.empty() : Optional.of(job);
                    found.add(new StoredTimer(rows.getString(1), rows.getString(2), rows.getString(3), moment(rows, 4), moment(rows, 5), last));
                }
                return found;
            }
        }
    }

    private static Optional<Instant> moment(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column, utc())).map(Timestamp::toInstant);
    }

    private static Calendar utc() {
        return Calendar.getInstance(TimeZone.getTimeZone("UTC"));
    }
}
