package org.tenon.web.gateway;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The areas that answer now, and those that left a moment ago and may come back. Safe for all threads. */
final class Areas {

    private final Map<String, AreaServlet> live = new ConcurrentHashMap<>();
    private final Map<String, Long> left = new ConcurrentHashMap<>();
    /** Bases whose requests wait, each with how many hold it. */
    private final Map<String, Integer> held = new ConcurrentHashMap<>();
    private final Object change = new Object();
    private final Duration patience;

    /** @param patience how long one that left is expected back */
    Areas(Duration patience) {
        this.patience = patience;
    }

    Duration patience() {
        return patience;
    }

    /** An area answers at this base from now on; takes the place of one that was there. */
    void arrived(String base, AreaServlet area) {
        live.put(base, area);
        left.remove(base);
        changed();
    }

    private void changed() {
        synchronized (change) {
            change.notifyAll();
        }
    }

    /** Requests to the base wait from now on. */
    void hold(String base) {
        held.merge(base, 1, Integer::sum);
    }

    /** One hold less; with the last it is settled who answers at the base, or that nobody does. */
    void release(String base) {
        held.computeIfPresent(base, (key, count) -> count == 1 ? null : count - 1);
        if (!held(base)) {
            left.remove(base);
        }
        changed();
    }

    /** True while requests to the base are to wait. */
    boolean held(String base) {
        return held.containsKey(base);
    }

    /** The area is going away; nothing happens if another has taken its place. */
    void leaving(String base, AreaServlet area) {
        left.put(base, System.nanoTime());
        if (!live.remove(base, area)) {
            left.remove(base);
        }
    }

    /** @param base such as {@code /api/customers} */
    Optional<AreaServlet> at(String base) {
        return Optional.ofNullable(live.get(base));
    }

    /** True if an area left the base less than {@link #patience()} ago and has not come back. */
    boolean expected(String base) {
        Long when = left.get(base);
        return live.containsKey(base) || (when != null && System.nanoTime() - when < patience.toNanos());
    }

    /** True if nobody answers at the base, and nobody is expected to. */
    boolean gone(String base) {
        return !held(base) && !live.containsKey(base) && !left.containsKey(base);
    }

    /** Returns when an area arrived, at the latest after {@code time}. */
    void awaitChange(Duration time) throws InterruptedException {
        synchronized (change) {
            change.wait(time.toMillis());
        }
    }
}
