package org.tenon.records.write;

/** Counts, for each thread, how often records were written or handed out to be changed: tells whether rules had effects. */
final class Touches {

    private final ThreadLocal<long[]> count = ThreadLocal.withInitial(() -> new long[1]);

    void add() {
        count.get()[0]++;
    }

    long count() {
        return count.get()[0];
    }
}
