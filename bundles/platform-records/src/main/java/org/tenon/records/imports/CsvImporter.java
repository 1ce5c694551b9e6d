package org.tenon.records.imports;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.persistence.Db;
import org.tenon.records.dictionary.Dictionaries;
import org.tenon.records.model.RecordModel;
import org.tenon.records.model.RecordModels;
import org.tenon.records.write.CsvImport;
import org.tenon.records.write.RecordBatches;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.ImportCompanion;
import org.tenon.sdk.record.ImportReport;
import org.tenon.sdk.text.Labels;
import org.tenon.sdk.tx.Tx;

/** Loads CSV files, at most 500 rows a transaction. Safe for all threads. */
@Component(service = CsvImport.class)
public final class CsvImporter implements CsvImport {

    static final int ROWS = 500;
    private static final long MAX_BYTES = 100L * 1024 * 1024;

    private final Db db;
    private final Tx tx;
    private final RecordModels models;
    private final Labels labels;
    private final Dictionaries dictionaries;
    private final Companions companions;

    @Activate
    public CsvImporter(@Reference Db db, @Reference Tx tx, @Reference RecordModels models, @Reference Labels labels,
                       @Reference Dictionaries dictionaries, @Reference Companions companions) {
        this.db = db;
        this.tx = tx;
        this.models = models;
        this.labels = labels;
        this.dictionaries = dictionaries;
        this.companions = companions;
    }

    @Override
    public ImportReport run(RecordModel model, InputStream file, boolean dryRun, RecordBatches batches) {
        CsvFile csv = CsvFile.open(file, MAX_BYTES);
        Map<ImportCompanion, RecordModel> beside = new HashMap<>();
        companions.of(model.name()).forEach(companion -> models.find(companion.companion()).ifPresent(type -> beside.put(companion, type)));
        Columns columns = new Columns(csv.headers(), model, List.copyOf(beside.keySet()), labels);
        beside.keySet().removeIf(companion -> !columns.name(companion));
        batches.allowed(model, "create");
        beside.values().forEach(type -> batches.allowed(type, "create"));
        ChoiceWords choices = new ChoiceWords(dictionaries);
        Sheet sheet = new Sheet(model, columns, new Cells(choices, new TitleLookup(db, models)), choices);
        RowImport rows = new RowImport(model, beside, sheet, csv.headers().size(), batches, labels, Caller.current().locale());
        Chunks chunks = new Chunks(tx, rows, batches, dryRun);
        int read = 0;
        List<CsvFile.Row> chunk = new ArrayList<>(ROWS);
        while (csv.hasNext()) {
            chunk.add(csv.next());
            read++;
            if (chunk.size() == ROWS || !csv.hasNext()) {
                chunks.run(List.copyOf(chunk));
                chunk.clear();
            }
        }
        return chunks.report(read, columns.unmatched());
    }
}
