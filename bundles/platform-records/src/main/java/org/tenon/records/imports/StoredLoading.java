package org.tenon.records.imports;

import java.util.List;
import java.util.Map;
import org.tenon.records.imports.RowTable.Kept;
import org.tenon.records.imports.file.SheetRow;
import org.tenon.sdk.job.JobRun;

/** Stores rows, from where the import came to. */
final class StoredLoading extends Loading {

    StoredLoading(JobRun run, Import of, Importer importer) {
        super(run, of, importer, false, of.counts());
    }

    @Override
    void take(List<SheetRow> all, List<SheetRow> rest, Map<Long, Outcome> refused) {
        step(() -> {
            List<Outcome> outcomes = outcomes(all, rest, refused);
            List<Kept> kept = RowTable.rows(of.type(), outcomes, false);
            importer.rows().insert(of.id(), kept);
            importer.rows().versions(of.id(), batch.heard(), kept);
            return outcomes;
        });
    }
}
