package org.tenon.records.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tenon.records.write.Checked;
import org.tenon.records.write.RecordBatches;
import org.tenon.records.write.UniqueValue;
import org.tenon.sdk.FieldError;

/**
 * What a dry run's rows would hold that no two living records may share: rows of different chunks never meet in the database. For one import.
 */
final class PlannedValues {

    /** Values that are remembered: memory stays bounded, and rows far behind are found out only when they are stored. */
    private static final int REMEMBERED = 200_000;

    private final RecordBatches batch;
    private final Map<UniqueValue, Long> lines = new HashMap<>();
    private final Map<UniqueValue, Long> fresh = new HashMap<>();

    PlannedValues(RecordBatches batch) {
        this.batch = batch;
    }

    /** Looks at a chunk while its transaction is there. @throws Tainted naming rows that would take what a row before them takes */
    void look(List<Outcome> outcomes, Chunk chunk) {
        fresh.clear();
        List<Outcome> refused = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            for (Checked record : outcome.records()) {
                for (UniqueValue value : batch.unique(record)) {
                    long line = lines.getOrDefault(value, 0L);
                    if (line == 0) {
                        fresh.putIfAbsent(value, outcome.row().line());
                    } else if (line != outcome.twin() && refused.stream().noneMatch(each -> each.row().equals(outcome.row()))) {
                        refused.add(chunk.refused(outcome.row(), List.of(taken(chunk, value, line))));
                    }
                }
            }
        }
        if (!refused.isEmpty()) {
            throw new Tainted(refused);
        }
    }

    private static FieldError taken(Chunk chunk, UniqueValue value, long line) {
        return new FieldError(value.field(), "taken", chunk.text("takenInFile", line));
    }

    /** Remembers what the last chunk holds. */
    void keep() {
        if (lines.size() < REMEMBERED) {
            lines.putAll(fresh);
        }
    }
}
