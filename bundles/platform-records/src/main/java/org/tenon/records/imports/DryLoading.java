package org.tenon.records.imports;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tenon.records.imports.Import.Counts;
import org.tenon.records.imports.RowTable.Kept;
import org.tenon.records.imports.file.SheetRow;
import org.tenon.sdk.job.JobRun;
import org.tenon.sdk.tx.Tx;

/** Looks at rows without storing them: each chunk is stored, looked at, and rolled back. What later rows would meet of it is remembered. */
final class DryLoading extends Loading {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final Tx tx;
    private final PlannedValues values;

    DryLoading(JobRun run, Import of, Importer importer, Tx tx) {
        super(run, of, importer, true, Counts.NONE);
        this.tx = tx;
        this.values = new PlannedValues(batch);
    }

    @Override
    void take(List<SheetRow> all, List<SheetRow> rest, Map<Long, Outcome> refused) {
        List<Kept> kept = new ArrayList<>();
        List<Outcome> seen = tx.required(TIMEOUT, () -> {
            kept.clear();
            List<Outcome> outcomes = outcomes(all, rest, refused);
            values.look(outcomes, chunk);
            kept.addAll(RowTable.rows(of.type(), outcomes, true));
            tx.setRollbackOnly();
            return outcomes;
        });
        step(() -> {
            importer.rows().insert(of.id(), kept);
            return seen;
        });
        values.keep();
        chunk.planned(seen);
    }
}
