package org.tenon.search.index;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** How much of the types that are being taken in is done. Safe for all threads. */
final class Building {

    private final Map<String, long[]> byType = new ConcurrentHashMap<>();

    /** @param total counts the type's records; asked once */
    void starts(String type, LongSupplier total) {
        byType.computeIfAbsent(type, name -> new long[] {0, total.getAsLong()});
    }

    void took(String type, int records) {
        byType.computeIfPresent(type, (name, counts) -> new long[] {counts[0] + records, counts[1]});
    }

    /** Of all records of these types, 0–100; 100 for none. */
    int percent(Collection<String> types) {
        long done = 0;
        long all = 0;
        for (String type : types) {
            long[] counts = byType.getOrDefault(type, new long[] {0, 0});
            done += Math.min(counts[0], counts[1]);
            all += counts[1];
        }
        return all == 0 ? types.isEmpty() ? 100 : 0 : (int) (100 * done / all);
    }
}
