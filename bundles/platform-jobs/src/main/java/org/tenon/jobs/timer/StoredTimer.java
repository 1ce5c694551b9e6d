package org.tenon.jobs.timer;

import java.time.Instant;
import java.util.Optional;

/**
 * A timer's row.
 *
 * @param schedule the expression {@code next} was reckoned with
 * @param zone     and its time zone
 * @param next     the time it runs for next; empty if that never comes
 * @param due      the time its last run was for; empty before the first
 * @param job      that run; empty before the first, and no longer there some time after its end
 */
record StoredTimer(String name, String schedule, String zone, Optional<Instant> next, Optional<Instant> due, Optional<Long> job) {
}
