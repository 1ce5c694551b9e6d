package org.tenon.testkit.plugin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that moves only when told to. Safe for all threads. */
public final class FakeClock extends Clock {

    private final ZoneId zone;
    private volatile Instant now;

    /** @param zone which day it is depends on it */
    public FakeClock(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    public void set(Instant moment) {
        now = moment;
    }

    public void forward(Duration by) {
        now = now.plus(by);
    }

    /** The present moment in UTC, as records keep it. */
    public LocalDateTime utc() {
        return LocalDateTime.ofInstant(now, ZoneOffset.UTC);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new FakeClock(now, other);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
