package org.tenon.records.query;

import java.util.Arrays;

/**
 * The few ids that a list's records are among. They are held in memory while the list's order is walked along its index alone, and only the records
 * that are among them are looked up. Immutable.
 */
final class Sieve {

    private final long[] ids;
    private final Sql along;
    private final double among;

    /**
     * @param ids   in any order, each once or more
     * @param along what the walk along the order's index is narrowed to by that index; empty text for all of it
     * @param among how many rows there are in all, for one of them to be expected among so many
     */
    Sieve(long[] ids, Sql along, long among) {
        this.ids = Arrays.stream(ids).sorted().distinct().toArray();
        this.along = along;
        this.among = among;
    }

    boolean holds(long id) {
        return Arrays.binarySearch(ids, id) >= 0;
    }

    int size() {
        return ids.length;
    }

    Sql along() {
        return along;
    }

    /** How many entries of the index are likely to hold so many of the ids. */
    double entries(int want) {
        return want * among / Math.max(1, ids.length);
    }
}
