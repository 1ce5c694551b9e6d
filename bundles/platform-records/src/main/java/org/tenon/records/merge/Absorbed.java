package org.tenon.records.merge;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.persistence.Db;
import org.tenon.records.merge.MergeTable.Merge;
import org.tenon.records.merge.MergeTable.State;

/** Which records went into another, as merges stand now. Safe for all threads. */
@Component(service = Absorbed.class)
public final class Absorbed {

    /** Whoever merges more into one record finds what was merged last. */
    private static final int MOST = 20;

    private final MergeTable table;

    @Activate
    public Absorbed(@Reference Db db) {
        this.table = new MergeTable(db);
    }

    /** Ids of the records that are part of this one now, also by merges of merges; the latest first, at most 20. */
    public Set<Long> into(String type, long survivor) {
        Set<Long> found = new LinkedHashSet<>();
        Deque<Long> open = new ArrayDeque<>(Set.of(survivor));
        while (!open.isEmpty() && found.size() < MOST) {
            for (Merge merge : table.into(open.remove())) {
                if (merge.type().equals(type) && (merge.state() == State.DONE || merge.state() == State.MOVING)) {
                    table.others(merge.id()).stream().filter(other -> found.size() < MOST && found.add(other)).forEach(open::add);
                }
            }
        }
        return found;
    }
}
