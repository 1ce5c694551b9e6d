package org.tenon.jobs.timer;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.job.Schedule;

/**
 * A timer as it stands.
 *
 * @param present whether its task is on this node
 * @param missed  what becomes of missed times, in small letters; empty while the task is away
 * @param problem why its schedule cannot be read; empty if it can
 * @param next    the time it runs for next; empty while the task is away, or if that never comes
 * @param due     the time its last run was for; empty before the first
 * @param job     that run; empty before the first
 */
public record Standing(String name, boolean present, String cron, String zone, Optional<String> missed, Optional<String> problem, Optional<Instant> next,
                Optional<Instant> due, Optional<Long> job) {

    static Standing away(StoredTimer row) {
        return new Standing(row.name(), false, row.schedule(), row.zone(), Optional.empty(), Optional.empty(), Optional.empty(), row.due(), row.job());
    }

    /** @param row null for a moment after the task came, and for ever if its schedule cannot be read */
    static Standing here(Armed task, @Nullable StoredTimer row) {
        Schedule schedule = task.schedule();
        Optional<StoredTimer> stored = Optional.ofNullable(row);
        return new Standing(task.kind(), true, schedule.cron(), schedule.zone().getId(), Optional.of(schedule.missed().name().toLowerCase(Locale.ROOT)),
                Optional.ofNullable(task.problem()), stored.flatMap(StoredTimer::next), stored.flatMap(StoredTimer::due), stored.flatMap(StoredTimer::job));
    }
}
