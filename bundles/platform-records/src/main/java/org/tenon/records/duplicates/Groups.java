package org.tenon.records.duplicates;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tenon.records.duplicates.PairTable.Pair;

/** Puts pairs together that have records in common: what is the same as a twin belongs to both. Safe for all threads. */
final class Groups {

    /** Records a group holds; more show once some of these are merged or told apart. */
    static final int MOST = 20;

    /** The order in which pairs are walked, the likeliest first. */
    static final Comparator<Pair> BEST_FIRST = Comparator.comparing(Pair::score).thenComparing(Pair::left).thenComparing(Pair::right).reversed();

    /**
     * @param records by id, in the order in which they were found: the likeliest pair first
     * @param pairs   all that are known between two of the records, the likeliest first
     * @param more    whether further records belong to it
     */
    record Group(Set<Long> records, List<Pair> pairs, boolean more) {

        Pair best() {
            return pairs.get(0);
        }
    }

    private final PairTable pairs;

    Groups(PairTable pairs) {
        this.pairs = pairs;
    }

    /** The group that a pair belongs to. */
    Group of(String type, Pair seed) {
        Set<Long> records = new LinkedHashSet<>(List.of(seed.left(), seed.right()));
        Map<String, Pair> known = new LinkedHashMap<>();
        Collection<Long> edge = List.copyOf(records);
        boolean more = false;
        while (!edge.isEmpty()) {
            List<Pair> found = new ArrayList<>(pairs.touching(type, edge));
            found.sort(BEST_FIRST);
            Set<Long> next = new LinkedHashSet<>();
            for (Pair pair : found) {
                known.put(pair.left() + " " + pair.right(), pair);
                for (long id : List.of(pair.left(), pair.right())) {
                    if (!records.contains(id) && records.size() < MOST) {
                        records.add(id);
                        next.add(id);
                    }
                    more |= !records.contains(id);
                }
            }
            edge = next;
        }
        List<Pair> within = known.values().stream().filter(pair -> records.contains(pair.left()) && records.contains(pair.right())).sorted(BEST_FIRST).toList();
        return new Group(records, within, more);
    }
}
