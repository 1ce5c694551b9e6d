package org.tenon.records.imports;

import java.util.ArrayList;
import java.util.List;
import org.tenon.records.imports.RowImport.Outcome;
import org.tenon.records.write.RecordBatches;
import org.tenon.sdk.FieldError;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
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

    private final Tx tx;
    private final RowImport rows;
    private final RecordBatches batches;
    private final boolean dryRun;
    private final List<Outcome> outcomes = new ArrayList<>();

    Chunks(Tx tx, RowImport rows, RecordBatches batches, boolean dryRun) {
        this.tx = tx;
        this.rows = rows;
        this.batches = batches;
        this.dryRun = dryRun;
    }

    /** What became of the rows so far. */
    List<Outcome> outcomes() {
        return outcomes;
    }

    void run(List<CsvFile.Row> chunk) {
        List<Outcome> checked = new ArrayList<>();
        try {
            store(chunk, checked);
            outcomes.addAll(checked);
        } catch (Tainted e) {
            outcomes.addAll(checked.stream().filter(outcome -> !outcome.passed()).toList());
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
                outcomes.add(rows.refused(chunk.get(0), errors));
            } else {
                chunk.forEach(row -> run(List.of(row)));
            }
        }
    }

    /** @param checked filled with every row's outcome, anew at each attempt */
    private void store(List<CsvFile.Row> chunk, List<Outcome> checked) {
        tx.run(() -> {
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
        });
    }
}
