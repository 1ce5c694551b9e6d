package org.tenon.persistence.unit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;

/** Counts who is using something that is to be closed when nobody does any more. */
final class InFlight {

    private final String what;
    private int users;
    private boolean closing;

    InFlight(String what) {
        this.what = what;
    }

    /** @throws TenonException UNAVAILABLE once {@link #drain} was called */
    synchronized void enter() {
        if (closing) {
            throw new TenonException(Kind.UNAVAILABLE, what + " is being exchanged", List.of(), Map.of("retryAfter", 1), null);
        }
        users++;
    }

    synchronized void leave() {
        users--;
        notifyAll();
    }

    /**
     * Lets nobody in any more and waits until all have left.
     *
     * @return how many have not left in time
     */
    synchronized int drain(Duration most) {
        closing = true;
        long end = System.nanoTime() + most.toNanos();
        try {
            for (long left = most.toMillis(); users > 0 && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return users;
    }
}
