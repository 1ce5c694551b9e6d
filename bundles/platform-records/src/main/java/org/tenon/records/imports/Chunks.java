package org.tenon.records.imports;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tenon.records.imports.RowImport.Outcome;
import org.tenon.records.write.RecordBatches;
import org.tenon.sdk.FieldError;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.ImportReport;
import org.tenon.sdk.record.ImportReport.Refusal;
import org.tenon.sdk.tx.Tx;

/**
 * Stores rows, a chunk a transaction. The good case costs few statements; where a row cannot be told apart from its chunk (its rules wrote
 * something before they refused it, or the database refused the chunk) the transaction is rolled back and done again without it.
 */
final class Chunks {

    /** Rolls a transaction back whose refused rows left traces. */
    private static final class Tainted extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Tainted() {
            super("a refused row had effects", null, false, false);
        }
    }

    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final Tx tx;
    private final RowImport rows;
    private final RecordBatches batches;
    private final boolean dryRun;
    private final List<Refusal> refusals = new ArrayList<>();
    private int imported;
    private int linked;

    Chunks(Tx tx, RowImport rows, RecordBatches batches, boolean dryRun) {
        this.tx = tx;
        this.rows = rows;
        this.batches = batches;
        this.dryRun = dryRun;
    }

    /** What became of the rows so far. @param read how many there were @param unmatched headers */
    ImportReport report(int read, List<String> unmatched) {
        refusals.sort(Comparator.comparingLong(Refusal::line));
        return new ImportReport(read, imported, linked, List.copyOf(refusals), List.copyOf(unmatched));
    }

    void run(List<CsvFile.Row> chunk) {
        List<Outcome> checked = new ArrayList<>();
        try {
            store(chunk, checked);
            checked.forEach(this::count);
        } catch (Tainted e) {
            checked.stream().filter(outcome -> !outcome.passed()).forEach(this::count);
            List<CsvFile.Row> rest = checked.stream().filter(Outcome::passed).map(Outcome::row).toList();
            if (!rest.isEmpty()) {
                run(rest);
            }
        } catch (TenonException e) {
            if (e.kind() != Kind.CONFLICT && e.kind() != Kind.INVALID) {
                throw e;
            }
            if (chunk.size() == 1) {
                List<FieldError> errors = e.errors().isEmpty() ? List.of(new FieldError("", "conflict", String.valueOf(e.getMessage()))) : e.errors();
                count(rows.refused(chunk.get(0), errors));
            } else {
                run(chunk.subList(0, chunk.size() / 2));
                run(chunk.subList(chunk.size() / 2, chunk.size()));
            }
        }
    }

    private void count(Outcome outcome) {
        imported += outcome.passed() ? 1 : 0;
        linked += outcome.linked();
        refusals.addAll(outcome.refusals());
    }

    /** @param checked filled with every row's outcome, anew at each attempt */
    private void store(List<CsvFile.Row> chunk, List<Outcome> checked) {
        tx.required(TIMEOUT, () -> {
            checked.clear();
            batches.forget();
            chunk.forEach(row -> checked.add(rows.check(row)));
            if (checked.stream().anyMatch(Outcome::tainted)) {
                throw new Tainted();
            }
            batches.store(checked.stream().flatMap(outcome -> outcome.records().stream()).toList());
            if (dryRun) {
                tx.setRollbackOnly();
            }
            return checked;
        });
    }
}
