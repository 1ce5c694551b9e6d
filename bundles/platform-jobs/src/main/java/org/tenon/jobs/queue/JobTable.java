package org.tenon.jobs.queue;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenon.persistence.Db;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.job.Job;
import org.tenon.sdk.job.Job.State;
import org.tenon.sdk.record.RecordId;

/** Submitting, finding and cancelling, and the sweep. Safe for all threads. */
public final class JobTable {

    private static final int SUBJECT = 200;
    private static final int NAME = 200;

    private final Db db;
    private final Clock clock;

    public JobTable(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A new waiting job, in the present transaction if there is one. */
    public Job add(Caller caller, String kind, String subject, Map<String, ?> parameters) {
        LocalDateTime now = now();
        RecordId id = RecordId.next();
        String json = JobJson.parameters(parameters);
        String about = subject.strip();
        String shown = about.length() > SUBJECT ? about.substring(0, SUBJECT - 1) + "…" : about;
        String name = caller.name().length() > NAME ? caller.name().substring(0, NAME) : caller.name();
        db.write(connection -> JobSql.update(connection, "INSERT INTO jobs_job (id, kind, subject, state, member_id, member_name, locale, unlimited,"
                + " parameters, step_state, units_done, outcome, attempt, fence, due_at, cancelled, created_at)"
                + " VALUES (?, ?, ?, 'WAITING', ?, ?, ?, ?, ?, '{}', 0, '{}', 0, 0, ?, FALSE, ?)",
                id.value(), kind, shown, caller.memberId(), name, caller.locale().toLanguageTag(), caller.system(), json, now, now));
        return new Job(id, kind, shown, State.WAITING, caller.memberId(), JobJson.read(json), 0, null, Map.of(), null, now, null, null);
    }

    public Optional<StoredJob> find(RecordId id) {
        return db.glance(connection -> JobSql.rows(connection, "SELECT " + JobSql.COLUMNS + " FROM jobs_job WHERE id = ?", id.value()))
                .stream().findFirst();
    }

    /**
     * Jobs, newest first.
     *
     * @param member whose, null for everyone's
     * @param states those wanted, empty for all
     * @param kind   the one wanted, null for all
     * @param before only older ones than this, null for the newest
     */
    public List<StoredJob> page(@Nullable Long member, Set<State> states, @Nullable String kind, @Nullable RecordId before, int limit) {
        StringBuilder sql = new StringBuilder("SELECT " + JobSql.COLUMNS + " FROM jobs_job WHERE id < ?");
        List<Object> parameters = new ArrayList<>(List.of(before == null ? Long.MAX_VALUE : before.value()));
        if (member != null) {
            sql.append(" AND member_id = ?");
            parameters.add(member);
        }
        if (kind != null) {
            sql.append(" AND kind = ?");
            parameters.add(kind);
        }
        if (!states.isEmpty()) {
            sql.append(" AND state IN (").append(String.join(",", states.stream().map(state -> "?").toList())).append(")");
            states.forEach(state -> parameters.add(state.name()));
        }
        sql.append(" ORDER BY id DESC FETCH FIRST ").append(limit).append(" ROWS ONLY");
        return db.glance(connection -> JobSql.rows(connection, sql.toString(), parameters.toArray()));
    }

    /** True while a job of this kind waits or runs. */
    public boolean busy(String kind) {
        return db.read(connection -> !JobSql.rows(connection, "SELECT " + JobSql.COLUMNS + " FROM jobs_job WHERE state IN ('WAITING', 'RUNNING') AND kind = ?"
                + " FETCH FIRST 1 ROWS ONLY", kind).isEmpty());
    }

    /** Ends a job nobody works on, asks a running one to end; does nothing to one that has ended. */
    public void cancel(RecordId id) {
        LocalDateTime now = now();
        db.write(connection -> {
            // The first statement locks the row, so that the state the second one sees stays.
            JobSql.update(connection, "UPDATE jobs_job SET cancelled = TRUE WHERE id = ? AND state IN ('WAITING', 'RUNNING')", id.value());
            return JobSql.update(connection, "UPDATE jobs_job SET state = 'CANCELLED', ended_at = ?, fence = fence + 1 WHERE id = ?"
                    + " AND (state = 'WAITING' OR state = 'RUNNING' AND lease_until < ?)", now, id.value(), now);
        });
    }

    /** Removes jobs that ended before this. @return how many */
    public int sweep(LocalDateTime before) {
        return db.write(connection -> JobSql.update(connection, "DELETE FROM jobs_job WHERE ended_at < ?", before));
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
