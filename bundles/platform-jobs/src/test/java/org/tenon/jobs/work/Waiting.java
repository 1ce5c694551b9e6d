package org.tenon.jobs.work;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other threads bring about. */
public final class Waiting {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private Waiting() {
    }

    /** Returns once the condition holds. @throws AssertionError after a minute */
    public static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("it did not happen within " + LONGEST);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    public static void until(CountDownLatch latch) {
        try {
            if (!latch.await(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("it did not happen within " + LONGEST);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
