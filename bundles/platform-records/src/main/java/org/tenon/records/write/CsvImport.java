package org.tenon.records.write;

import java.io.InputStream;
import org.tenon.records.model.RecordModel;
import org.tenon.sdk.record.ImportReport;

/** Loads files of records. */
@FunctionalInterface
public interface CsvImport {

    /** What {@link org.tenon.sdk.record.RecordStore#importCsv} says. @param batches where rows are checked and stored */
    ImportReport run(RecordModel model, InputStream file, boolean dryRun, RecordBatches batches);
}
