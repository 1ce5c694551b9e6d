package org.tenon.identity.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;

/**
 * Slows down guessing. Every attempt counts as failed until it is told to have succeeded, so that parallel attempts gain nothing. A login may
 * fail {@value #FREE_FOR_LOGIN} times, an address {@value #FREE_FOR_ADDRESS} times; each failure beyond doubles the wait, from 1 s up to
 * {@link #LONGEST_FOR_LOGIN} and {@link #LONGEST_FOR_ADDRESS}. An hour without a failure forgets them. In memory: each node counts for itself.
 * Safe for all threads.
 */
public final class Throttle {

    static final int FREE_FOR_LOGIN = 5;
    static final int FREE_FOR_ADDRESS = 30;
    static final Duration LONGEST_FOR_LOGIN = Duration.ofMinutes(1);
    static final Duration LONGEST_FOR_ADDRESS = Duration.ofMinutes(15);
    private static final Duration MEMORY = Duration.ofHours(1);
    private static final int MOST_KEPT = 20_000;

    private final Clock clock;
    private final Map<String, Failures> known = new HashMap<>();

    private record Failures(int count, Instant last, Instant blockedUntil) {
    }

    public Throttle(Clock clock) {
        this.clock = clock;
    }

    /**
     * Counts an attempt.
     *
     * @param login   as folded for look-up, known or not
     * @param address where it comes from
     * @throws TenonException THROTTLED, with {@code retryAfter} in seconds, if it comes too early; such an attempt does not count
     */
    public synchronized void attempt(String login, String address) {
        Instant now = clock.instant();
        long wait = Math.max(wait("login " + login, now), wait("address " + address, now));
        if (wait > 0) {
            throw new TenonException(Kind.THROTTLED, "too many attempts; try again in %d s".formatted(wait), java.util.List.of(),
                    Map.of("retryAfter", wait), null);
        }
        count("login " + login, now, FREE_FOR_LOGIN, LONGEST_FOR_LOGIN);
        count("address " + address, now, FREE_FOR_ADDRESS, LONGEST_FOR_ADDRESS);
    }

    /** The attempt was right: forgets the login's failures and takes one off the address, which may be many people's. */
    public synchronized void succeeded(String login, String address) {
        known.remove("login " + login);
        known.computeIfPresent("address " + address, (key, failures) -> failures.count() <= 1 ? null
                : new Failures(failures.count() - 1, failures.last(), failures.last()));
    }

    private long wait(String key, Instant now) {
        Failures failures = known.get(key);
        if (failures == null || !failures.blockedUntil().isAfter(now)) {
            return 0;
        }
        return (Duration.between(now, failures.blockedUntil()).toMillis() + 999) / 1000;
    }

    private void count(String key, Instant now, int free, Duration longest) {
        if (known.size() >= MOST_KEPT) {
            known.values().removeIf(failures -> failures.last().plus(MEMORY).isBefore(now) || !failures.blockedUntil().isAfter(now));
        }
        Failures before = known.get(key);
        int count = before == null || before.last().plus(MEMORY).isBefore(now) ? 1 : before.count() + 1;
        Duration pause = count <= free ? Duration.ZERO : Duration.ofSeconds(1L << Math.min(count - free - 1, 20));
        known.put(key, new Failures(count, now, now.plus(pause.compareTo(longest) > 0 ? longest : pause)));
    }
}
