package org.tenon.records.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenon.records.imports.Sheet.Place;
import org.tenon.records.model.RecordModel;
import org.tenon.records.write.RecordBatches;
import org.tenon.records.write.Checked;
import org.tenon.sdk.FieldError;
import org.tenon.sdk.record.ImportCompanion;
import org.tenon.sdk.record.ImportReport.Refusal;
import org.tenon.sdk.text.Labels;

/** Checks one row: its own record and those beside it. */
final class RowImport {

    /**
     * @param records  what is to be stored, the row's own record first; empty if the row was refused
     * @param refusals why it was refused; empty if it passed
     * @param tainted  its rules may have written before they refused it
     */
    record Outcome(CsvFile.Row row, List<Checked> records, List<Refusal> refusals, boolean tainted) {

        boolean passed() {
            return refusals.isEmpty();
        }

        /** How many records stand beside the row's own. */
        int linked() {
            return Math.max(0, records.size() - 1);
        }
    }

    private final RecordModel model;
    private final Map<ImportCompanion, RecordModel> companions;
    private final Sheet sheet;
    private final int width;
    private final RecordBatches batches;
    private final Labels labels;
    private final Locale locale;

    RowImport(RecordModel model, Map<ImportCompanion, RecordModel> companions, Sheet sheet, int width, RecordBatches batches, Labels labels,
              Locale locale) {
        this.model = model;
        this.companions = companions;
        this.sheet = sheet;
        this.width = width;
        this.batches = batches;
        this.labels = labels;
        this.locale = locale;
    }

    Outcome check(CsvFile.Row row) {
        if (row.cells().size() != width) {
            return refused(row, "", labels.text("records", "problem.ragged", locale, row.cells().size(), width));
        }
        Checked main = batches.check(model, sheet.values(row.cells()), batches.refusals(model));
        List<Refusal> refusals = new ArrayList<>(refusals(row, main, null));
        List<Checked> records = new ArrayList<>(List.of(main));
        boolean tainted = main.tainted();
        for (Map.Entry<ImportCompanion, RecordModel> beside : companions.entrySet()) {
            Map<String, String> cells = sheet.companion(row.cells(), beside.getKey());
            if (main.errors().isEmpty() && !cells.isEmpty()) {
                Map<String, Object> values = sheet.values(beside.getKey(), beside.getValue(), main.id(), cells);
                Checked linked = batches.check(beside.getValue(), values, batches.refusals(beside.getValue()));
                refusals.addAll(refusals(row, linked, beside.getKey()));
                tainted |= linked.tainted();
                records.add(linked);
            }
        }
        return new Outcome(row, refusals.isEmpty() ? records : List.of(), refusals, tainted);
    }

    /** The row refused as a whole. @param reason in the caller's language */
    static Outcome refused(CsvFile.Row row, String field, String reason) {
        return new Outcome(row, List.of(), List.of(new Refusal(row.line(), "", field, "", reason)), false);
    }

    /** The row refused for errors found when it was stored. */
    Outcome refused(CsvFile.Row row, List<FieldError> errors) {
        List<Refusal> refusals = errors.stream().map(error -> refusal(row, error, null)).toList();
        return new Outcome(row, List.of(), refusals, false);
    }

    private List<Refusal> refusals(CsvFile.Row row, Checked checked, @Nullable ImportCompanion companion) {
        return checked.errors().stream().map(error -> refusal(row, error, companion)).toList();
    }

    private Refusal refusal(CsvFile.Row row, FieldError error, @Nullable ImportCompanion companion) {
        Place place = sheet.place(row.cells(), error.field(), companion);
        return new Refusal(row.line(), place.header(), error.field(), place.value(), error.message());
    }
}
