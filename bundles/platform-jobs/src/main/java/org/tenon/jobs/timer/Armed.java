package org.tenon.jobs.timer;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.job.JobHandler;
import org.tenon.sdk.job.JobRun;
import org.tenon.sdk.job.Schedule;
import org.tenon.sdk.job.TimerTask;

/** A task that is there, and the handler of its runs. */
final class Armed implements JobHandler {

    static final String DUE = "due";

    private final TimerTask task;
    private final Schedule schedule;
    private final @Nullable Cron cron;
    private final @Nullable String problem;
    /** Whether its row is known to be there with this schedule. Only the timers' own thread writes it. */
    private volatile boolean known;

    Armed(TimerTask task) {
        this.task = task;
        this.schedule = task.schedule();
        Cron read = null;
        String reason = null;
        try {
            read = Cron.of(schedule);
        } catch (TenonException e) {
            reason = e.getMessage();
        }
        this.cron = read;
        this.problem = reason;
    }

    TimerTask task() {
        return task;
    }

    Schedule schedule() {
        return schedule;
    }

    /** Empty for a schedule that cannot be read. */
    Optional<Cron> cron() {
        return Optional.ofNullable(cron);
    }

    /** Why its schedule cannot be read; null if it can. */
    @Nullable String problem() {
        return problem;
    }

    boolean known() {
        return known;
    }

    void know() {
        known = true;
    }

    @Override
    public String kind() {
        return task.name();
    }

    @Override
    public Map<String, Object> run(JobRun run) {
        Instant due = Instant.parse((String) run.job().parameters().get(DUE));
        return task.run(LocalDateTime.ofInstant(due, java.time.ZoneOffset.UTC), run);
    }
}
