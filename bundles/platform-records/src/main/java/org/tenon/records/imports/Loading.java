package org.tenon.records.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.tenon.records.imports.Import.Counts;
import org.tenon.records.imports.file.FileRefused;
import org.tenon.records.imports.file.SheetRow;
import org.tenon.records.imports.file.TableRows;
import org.tenon.records.imports.file.Tables;
import org.tenon.records.write.RecordBatches;
import org.tenon.sdk.FieldError;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Via;
import org.tenon.sdk.job.JobRun;
import org.tenon.sdk.job.JobRun.Progress;

/**
 * One run over an import's file, a chunk a step; how far it came lies in the import itself, in the transaction that stored the rows. A chunk that the
 * database refuses, or in which a refused row left traces, is done again without it. For one thread.
 */
abstract class Loading {

    static final int ROWS = 500;

    private final JobRun run;
    final Import of;
    final Importer importer;
    final RecordBatches batch;
    final Chunk chunk;
    private Counts counts;

    /** @param counts what a run before came to, whose rows are passed over */
    Loading(JobRun run, Import of, Importer importer, boolean dry, Counts counts) {
        this.run = run;
        this.of = of;
        this.importer = importer;
        this.batch = importer.batches().open();
        this.chunk = importer.chunk(of, batch, dry);
        this.counts = counts;
    }

    /**
     * Does these rows in a transaction of their own.
     *
     * @param rest    those of {@code all} that are to be tried
     * @param refused what is known to be refused of {@code all}, by line
     * @throws Tainted as {@link Chunk#run}, and so TenonException
     */
    abstract void take(List<SheetRow> all, List<SheetRow> rest, Map<Long, Outcome> refused);

    /** @throws TenonException if the file cannot be read to its end */
    final void run() {
        if (counts.read() == 0) {
            run.step(() -> {
                importer.rows().clear(of.id());
                importer.imports().count(of.id(), Counts.NONE);
                return progress(counts);
            });
        }
        try (TableRows file = Tables.open(importer.content(of), of.look())) {
            for (long passed = 0; passed < counts.read() && file.hasNext(); passed++) {
                file.next();
            }
            while (file.hasNext()) {
                List<SheetRow> rows = new ArrayList<>(ROWS);
                while (file.hasNext() && rows.size() < ROWS) {
                    rows.add(file.next());
                }
                attempt(rows, new HashMap<>());
            }
        } catch (FileRefused e) {
            throw importer.refusal(e);
        }
    }

    private void attempt(List<SheetRow> all, Map<Long, Outcome> refused) {
        List<SheetRow> rest = all.stream().filter(row -> !refused.containsKey(row.line())).toList();
        try {
            Caller.current().by(Via.IMPORT).run(() -> {
                take(all, rest, refused);
                return Boolean.TRUE;
            });
        } catch (Tainted e) {
            e.refused().forEach(outcome -> refused.put(outcome.row().line(), outcome));
            attempt(all, refused);
        } catch (TenonException e) {
            if (e.kind() != Kind.CONFLICT && e.kind() != Kind.INVALID || rest.isEmpty()) {
                throw e;
            }
            if (rest.size() == 1) {
                List<FieldError> errors = e.errors().isEmpty() ? List.of(new FieldError("", "conflict", String.valueOf(e.getMessage()))) : e.errors();
                refused.put(rest.get(0).line(), chunk.refused(rest.get(0), errors));
                attempt(all, refused);
            } else {
                int middle = all.indexOf(rest.get(rest.size() / 2));
                attempt(all.subList(0, middle), refused);
                attempt(all.subList(middle, all.size()), refused);
            }
        }
    }

    /** What became of {@code all}, in their order. */
    final List<Outcome> outcomes(List<SheetRow> all, List<SheetRow> rest, Map<Long, Outcome> refused) {
        Map<Long, Outcome> byLine = new HashMap<>(refused);
        if (!rest.isEmpty()) {
            chunk.run(rest).forEach(outcome -> byLine.put(outcome.row().line(), outcome));
        }
        return all.stream().map(row -> byLine.get(row.line())).toList();
    }

    /** One step of the job: what it keeps and the counts with it, together or not at all. @param work answers the outcomes it kept */
    final void step(Supplier<List<Outcome>> work) {
        Counts before = counts;
        run.step(() -> {
            counts = before.with(work.get());
            importer.imports().count(of.id(), counts);
            return progress(counts);
        });
    }

    private Progress progress(Counts now) {
        return new Progress(now.read(), of.look().rows(), Map.of());
    }
}
