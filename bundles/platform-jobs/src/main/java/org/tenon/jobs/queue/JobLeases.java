package org.tenon.jobs.queue;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tenon.persistence.Db;
import org.tenon.sdk.job.Job.State;
import org.tenon.sdk.job.JobRun.Progress;

/**
 * Who works on what. A node takes a job for a time and renews that; each taking raises the job's fence, and everything the taker writes is
 * written only while the fence is still the one it got. Node clocks decide when a lease is over; should they disagree, a job may change
 * hands early, and the fence keeps the first taker from committing anything further. Safe for all threads.
 */
public final class JobLeases {

    private static final int PROBLEM = 2_000;

    private final Db db;
    private final Clock clock;
    private final Duration length;

    /** @param length how long a lease outlives its holder */
    public JobLeases(Db db, Clock clock, Duration length) {
        this.db = db;
        this.clock = clock;
        this.length = length;
    }

    /** A job that could be taken. */
    public record Candidate(long id, long member) {
    }

    /** Each member's oldest job that may start now or was left by its node; the oldest first. @param kinds of present handlers */
    public List<Candidate> candidates(Collection<String> kinds) {
        if (kinds.isEmpty()) {
            return List.of();
        }
        String present = "kind IN (" + String.join(",", kinds.stream().map(kind -> "?").toList()) + ")";
        String sql = "SELECT member_id, MIN(id) FROM jobs_job WHERE " + present
                + " AND (state = 'WAITING' AND due_at <= ? OR state = 'RUNNING' AND lease_until < ?) GROUP BY member_id ORDER BY 2";
        List<Object> parameters = new ArrayList<>(kinds);
        LocalDateTime now = now();
        parameters.add(now);
        parameters.add(now);
        return db.glance(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                JobSql.set(select, parameters.toArray());
                try (ResultSet rows = select.executeQuery()) {
                    List<Candidate> found = new ArrayList<>();
                    while (rows.next()) {
                        found.add(new Candidate(rows.getLong(2), rows.getLong(1)));
                    }
                    return found;
                }
            }
        });
    }

    /** Takes a job, if nobody else was faster. One left by its node counts a further attempt. */
    public Optional<StoredJob> take(long id) {
        LocalDateTime now = now();
        return db.write(connection -> {
            int taken = JobSql.update(connection, "UPDATE jobs_job SET attempt = CASE WHEN state = 'RUNNING' THEN attempt + 1 ELSE attempt END,"
                    + " state = 'RUNNING', fence = fence + 1, lease_until = ?, started_at = COALESCE(started_at, ?)"
                    + " WHERE id = ? AND (state = 'WAITING' AND due_at <= ? OR state = 'RUNNING' AND lease_until < ?)", now.plus(length), now, id, now, now);
            return taken == 0 ? Optional.<StoredJob>empty()
                    : JobSql.rows(connection, "SELECT " + JobSql.COLUMNS + " FROM jobs_job WHERE id = ?", id).stream().findFirst();
        });
    }

    /** False once the job is no longer ours. */
    public boolean renew(long id, long fence) {
        return update("lease_until = ?", id, fence, now().plus(length));
    }

    /** True if the job is to end. */
    public boolean cancelled(long id) {
        return db.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT cancelled FROM jobs_job WHERE id = ?")) {
                select.setLong(1, id);
                try (ResultSet row = select.executeQuery()) {
                    return !row.next() || row.getBoolean(1);
                }
            }
        });
    }

    /**
     * Writes down how far a step came, in its transaction.
     *
     * @return that as it will be read; empty if the job is no longer ours: then the step must roll back
     */
    public Optional<Progress> advance(long id, long fence, Progress came) {
        String state = JobJson.write("state", came.state());
        boolean ours = update("units_done = ?, units_total = ?, step_state = ?, attempt = 0, lease_until = ?", id, fence, came.done(), came.total(),
                state, now().plus(length));
        return ours ? Optional.of(new Progress(came.done(), came.total(), JobJson.read(state))) : Optional.empty();
    }

    public void succeed(long id, long fence, Map<String, ?> result) {
        update("state = 'SUCCEEDED', ended_at = ?, lease_until = NULL, outcome = ?", id, fence, now(), JobJson.write("result", result));
    }

    /** @param problem why, for people */
    public void fail(long id, long fence, String problem) {
        update("state = 'FAILED', ended_at = ?, lease_until = NULL, problem = ?", id, fence, now(),
                problem.length() > PROBLEM ? problem.substring(0, PROBLEM) : problem);
    }

    public void cancel(long id, long fence) {
        update("state = '" + State.CANCELLED + "', ended_at = ?, lease_until = NULL", id, fence, now());
    }

    /** Puts the job back into the queue. @param attempts counted so far @param pause before it may start again */
    public void giveBack(long id, long fence, int attempts, Duration pause) {
        update("state = 'WAITING', lease_until = NULL, attempt = ?, due_at = ?", id, fence, attempts, now().plus(pause));
    }

    private boolean update(String changes, long id, long fence, Object... values) {
        List<Object> parameters = new ArrayList<>(java.util.Arrays.asList(values));
        parameters.add(id);
        parameters.add(fence);
        return db.write(connection -> JobSql.update(connection, "UPDATE jobs_job SET " + changes + " WHERE id = ? AND fence = ? AND state = 'RUNNING'",
                parameters.toArray())) == 1;
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
