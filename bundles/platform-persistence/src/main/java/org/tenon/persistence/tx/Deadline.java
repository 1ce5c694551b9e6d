package org.tenon.persistence.tx;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;

/**
 * When work must be done.
 *
 * @param end     in the terms of {@link System#nanoTime}
 * @param allowed how long it was when it was set
 */
record Deadline(long end, Duration allowed) {

    /** For work that does not say how long it may take. */
    static final Duration USUAL = Duration.ofSeconds(30);

    /** @throws IllegalArgumentException unless {@code allowed} is more than zero */
    static Deadline in(Duration allowed) {
        if (allowed.isNegative() || allowed.isZero()) {
            throw new IllegalArgumentException("a transaction needs a time-out of more than zero, not " + allowed);
        }
        return new Deadline(System.nanoTime() + allowed.toNanos(), allowed);
    }

    Deadline earlier(Deadline other) {
        return other.end - end < 0 ? other : this;
    }

    boolean passed() {
        return System.nanoTime() - end >= 0;
    }

    /** Seconds left, rounded up, at least 1: what JDBC takes for a statement's time. */
    int seconds() {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, (left + 999) / 1000));
    }

    /** @throws TenonException UNAVAILABLE when it has passed */
    void check() {
        if (passed()) {
            throw exceeded(null);
        }
    }

    TenonException exceeded(@org.jspecify.annotations.Nullable Throwable cause) {
        return new TenonException(Kind.UNAVAILABLE, "the transaction took longer than " + allowed.toMillis() + " ms", List.of(), Map.of(), cause);
    }
}
