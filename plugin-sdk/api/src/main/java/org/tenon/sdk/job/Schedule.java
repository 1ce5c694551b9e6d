package org.tenon.sdk.job;

import java.time.ZoneId;

/**
 * When a {@link TimerTask} runs.
 *
 * @param cron   five fields as in Unix, minute hour day-of-month month day-of-week (0 and 7 are Sunday): {@code 30 2 * * 1-5} is half past two, Monday to Friday
 * @param zone   where these hours are read; daylight saving moves the run with the clocks
 * @param missed what becomes of times that passed while nothing could run
 */
public record Schedule(String cron, ZoneId zone, Missed missed) {

    /** What becomes of times that passed while the system, or the task's plugin, was away, or while the run before was still at work. */
    public enum Missed {
        /** Nothing: a run that cannot begin within a minute is let pass. */
        SKIP,
        /** One run, for the latest of them. */
        ONCE,
        /** One run for each, oldest first and one after the other; of more than {@value #MOST_MISSED} only the latest. */
        EACH
    }

    /** Runs caught up on at most under {@link Missed#EACH}. */
    public static final int MOST_MISSED = 24;

    /** In the time zone of the server; missed times are caught up on by one run. */
    public static Schedule cron(String cron) {
        return new Schedule(cron, ZoneId.systemDefault(), Missed.ONCE);
    }

    /** The same hours elsewhere. */
    public Schedule in(ZoneId elsewhere) {
        return new Schedule(cron, elsewhere, missed);
    }

    /** The same times with another rule for those missed. */
    public Schedule missed(Missed rule) {
        return new Schedule(cron, zone, rule);
    }
}
