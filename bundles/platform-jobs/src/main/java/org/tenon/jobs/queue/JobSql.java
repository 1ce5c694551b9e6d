package org.tenon.jobs.queue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Via;
import org.tenon.sdk.job.Job;
import org.tenon.sdk.record.RecordId;

/** Statements over {@code jobs_job}, with parameters, and its rows. Times are UTC in microseconds. */
final class JobSql {

    static final String COLUMNS = "id, kind, subject, state, member_id, member_name, locale, unlimited, parameters, step_state, units_done, units_total,"
            + " outcome, problem, attempt, fence, created_at, started_at, ended_at";

    private JobSql() {
    }

    static int update(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, parameters);
            return statement.executeUpdate();
        }
    }

    static List<StoredJob> rows(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                List<StoredJob> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(row(rows));
                }
                return found;
            }
        }
    }

    static void set(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            if (value instanceof LocalDateTime moment) {
                statement.setTimestamp(i + 1, Timestamp.from(moment.truncatedTo(ChronoUnit.MICROS).toInstant(ZoneOffset.UTC)), utc());
            } else if (value == null) {
                statement.setNull(i + 1, Types.BIGINT);
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }

    private static StoredJob row(ResultSet row) throws SQLException {
        long total = row.getLong(12);
        Long known = row.wasNull() ? null : total;
        String problem = row.getString(14);
        Job job = new Job(new RecordId(row.getLong(1)), row.getString(2), row.getString(3), Job.State.valueOf(row.getString(4)), row.getLong(5),
                JobJson.read(row.getString(9)), row.getLong(11), known, JobJson.read(row.getString(13)), problem, moment(row, 17).orElseThrow(),
                moment(row, 18).orElse(null), moment(row, 19).orElse(null));
        Caller submitter = new Caller(row.getLong(5), row.getString(6), Locale.forLanguageTag(row.getString(7)), row.getBoolean(8), null, Via.JOB);
        return new StoredJob(job, submitter, JobJson.read(row.getString(10)), row.getInt(15), row.getLong(16));
    }

    private static java.util.Optional<LocalDateTime> moment(ResultSet row, int column) throws SQLException {
        return java.util.Optional.ofNullable(row.getTimestamp(column, utc())).map(at -> LocalDateTime.ofInstant(at.toInstant(), ZoneOffset.UTC));
    }

    private static Calendar utc() {
        return Calendar.getInstance(TimeZone.getTimeZone("UTC"));
    }
}
