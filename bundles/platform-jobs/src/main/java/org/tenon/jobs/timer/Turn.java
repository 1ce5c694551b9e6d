package org.tenon.jobs.timer;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.tenon.sdk.job.Schedule;
import org.tenon.sdk.job.Schedule.Missed;

/**
 * What is to be done about a timer whose time has come.
 *
 * @param due  the time to run for; empty to let it pass
 * @param next the time to wait for then, in the past if more are to be caught up on; empty if there will be none
 */
record Turn(Optional<Instant> due, Optional<Instant> next) {

    /** How late a run may begin under {@link Missed#SKIP}. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    /** @param first the time waited for, not after {@code now} */
    static Turn of(Cron cron, Missed missed, Instant first, Instant now) {
        if (missed == Missed.EACH) {
            Instant due = oldest(cron, first, now);
            return new Turn(Optional.of(due), cron.after(due));
        }
        Instant latest = latest(cron, first, now);
        boolean late = missed == Missed.SKIP && latest.plus(GRACE).isBefore(now);
        return new Turn(late ? Optional.empty() : Optional.of(latest), cron.after(now));
    }

    private static Instant latest(Cron cron, Instant first, Instant now) {
        return cron.before(now.plusSeconds(1)).filter(time -> time.isAfter(first) && !time.isAfter(now)).orElse(first);
    }

    /** The first time waited for, or a later one if there are too many since. */
    private static Instant oldest(Cron cron, Instant first, Instant now) {
        Instant oldest = latest(cron, first, now);
        for (int more = 1; more < Schedule.MOST_MISSED && oldest.isAfter(first); more++) {
            oldest = cron.before(oldest).filter(time -> time.isAfter(first)).orElse(first);
        }
        return oldest;
    }
}
