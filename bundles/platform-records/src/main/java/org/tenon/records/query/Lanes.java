package org.tenon.records.query;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Merges ordered lists that may share records. Each is fetched a few rows at a time, as far as the merge needs it. */
final class Lanes {

    private Lanes() {
    }

    /** Answers at most {@code limit} keys behind {@code after}; from the start if that is null. */
    interface Source {
        List<Keyset.Key> rows(Keyset.@Nullable Key after, int limit) throws SQLException;
    }

    /** One list. */
    static final class Lane {

        private final Source source;
        private final Deque<Keyset.Key> fetched = new ArrayDeque<>();
        private Keyset.@Nullable Key last;
        private int next;
        private boolean atEnd;

        /** @param first rows to fetch at first; each further fetch is twice the one before */
        Lane(Source source, int first) {
            this.source = source;
            this.next = first;
        }

        /** False at the end. */
        boolean ready() throws SQLException {
            if (fetched.isEmpty() && !atEnd) {
                List<Keyset.Key> rows = source.rows(last, next);
                atEnd = rows.size() < next;
                next *= 2;
                fetched.addAll(rows);
                last = rows.isEmpty() ? last : rows.get(rows.size() - 1);
            }
            return !fetched.isEmpty();
        }

        Keyset.Key head() {
            return fetched.element();
        }
    }

    /** The first {@code want} records of all lanes in order, each once. */
    static List<Keyset.Key> merge(List<Lane> lanes, Comparator<Keyset.Key> order, int want) throws SQLException {
        PriorityQueue<Lane> queue = new PriorityQueue<>(Comparator.comparing(Lane::head, order));
        for (Lane lane : lanes) {
            if (lane.ready()) {
                queue.add(lane);
            }
        }
        List<Keyset.Key> merged = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        while (merged.size() < want && !queue.isEmpty()) {
            Lane lane = queue.remove();
            Keyset.Key key = lane.fetched.remove();
            if (seen.add(key.id())) {
                merged.add(key);
            }
            if (merged.size() < want && lane.ready()) {
                queue.add(lane);
            }
        }
        return merged;
    }
}
