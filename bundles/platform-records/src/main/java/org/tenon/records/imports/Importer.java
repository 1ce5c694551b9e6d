package org.tenon.records.imports;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.persistence.Db;
import org.tenon.records.dictionary.Dictionaries;
import org.tenon.records.duplicates.DuplicateFunctions;
import org.tenon.records.duplicates.Duplicates;
import org.tenon.records.imports.Import.Counts;
import org.tenon.records.imports.Import.Phase;
import org.tenon.records.imports.RowTable.Kept;
import org.tenon.records.imports.file.Content;
import org.tenon.records.imports.file.FileRefused;
import org.tenon.records.imports.file.SheetRow;
import org.tenon.records.imports.file.TableRows;
import org.tenon.records.imports.file.Tables;
import org.tenon.records.model.RecordModels;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.query.RecordFinder;
import org.tenon.records.write.Batches;
import org.tenon.records.write.RecordBatches;
import org.tenon.sdk.FieldError;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.file.FileStore;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Via;
import org.tenon.sdk.job.JobRun;
import org.tenon.sdk.job.JobRun.Progress;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.text.Labels;
import org.tenon.sdk.tx.Tx;

/**
 * Takes an import's rows over, a chunk a step; how far it came lies in the import itself, in the transaction that stored the rows. A chunk that the
 * database refuses, or in which a refused row left traces, is done again without it. Safe for all threads.
 */
@Component(service = Importer.class)
public final class Importer {

    static final int ROWS = 500;
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final Tx tx;
    private final RecordModels models;
    private final RecordPolicy policy;
    private final RecordFinder finder;
    private final Duplicates duplicates;
    private final Batches batches;
    private final Labels labels;
    private final Dictionaries dictionaries;
    private final FileStore files;
    private final Plans plans;
    private final ImportTable imports;
    private final RowTable rows;

    @Activate
    public Importer(@Reference Db db, @Reference Tx tx, @Reference RecordModels models, @Reference RecordPolicy policy, @Reference RecordFinder finder,
                    @Reference Duplicates duplicates, @Reference Batches batches, @Reference Labels labels, @Reference Dictionaries dictionaries,
                    @Reference Companions companions, @Reference FileStore files) {
        this.tx = tx;
        this.models = models;
        this.policy = policy;
        this.finder = finder;
        this.duplicates = duplicates;
        this.batches = batches;
        this.labels = labels;
        this.dictionaries = dictionaries;
        this.files = files;
        this.plans = new Plans(models, policy, companions, labels);
        this.imports = new ImportTable(db);
        this.rows = new RowTable(db);
    }

    Plans plans() {
        return plans;
    }

    ImportTable imports() {
        return imports;
    }

    RowTable rows() {
        return rows;
    }

    Batches batches() {
        return batches;
    }

    Content content(Import of) {
        if (of.fileId() == null) {
            throw TenonException.conflict("the file of import " + RecordId.text(of.id()) + " is gone");
        }
        RecordId file = new RecordId(of.fileId());
        return () -> files.open(file);
    }

    /** A refusal of the whole file, in the caller's language. */
    TenonException refusal(FileRefused refused) {
        String text = labels.text("records", "import.file." + refused.code(), Caller.current().locale(), refused.args());
        return new TenonException(refused.kind(), text, List.of(new FieldError("file", refused.code(), text)), Map.of(), refused);
    }

    /** Goes over the file from where it came to. @param dry look at the rows only, always from the first */
    void load(JobRun run, long id, boolean dry) {
        Import begun = imports.find(id).orElseThrow(() -> TenonException.notFound("no import " + RecordId.text(id)));
        Plan plan = plans.of(begun);
        long total = begun.look().rows();
        Counts[] counts = {dry ? Counts.NONE : begun.counts()};
        if (counts[0].read() == 0) {
            run.step(() -> {
                rows.clear(id);
                imports.count(id, Counts.NONE);
                return new Progress(0, total, Map.of());
            });
        }
        Work work = new Work(run, begun, plan, dry, counts);
        try (TableRows file = Tables.open(content(begun), begun.look())) {
            for (long skipped = 0; skipped < counts[0].read() && file.hasNext(); skipped++) {
                file.next();
            }
            while (file.hasNext()) {
                List<SheetRow> chunk = new ArrayList<>(ROWS);
                while (file.hasNext() && chunk.size() < ROWS) {
                    chunk.add(file.next());
                }
                work.store(chunk, new HashMap<>());
            }
        } catch (FileRefused e) {
            throw refusal(e);
        }
        run.step(() -> {
            finish(id, dry);
            return new Progress(counts[0].read(), total, Map.of());
        });
    }

    /** Takes back what the import stored. */
    void undo(JobRun run, long id) {
        Import of = imports.find(id).orElseThrow(() -> TenonException.notFound("no import " + RecordId.text(id)));
        Caller.current().by(Via.IMPORT).run(() -> {
            new Undo(run, of, this, models, policy, labels).run();
            return Boolean.TRUE;
        });
    }

    private void finish(long id, boolean dry) {
        Import now = imports.find(id).orElseThrow();
        if (!dry && now.fileId() != null) {
            files.remove(new RecordId(now.fileId()));
        }
        imports.update(new Import(id, now.type(), now.memberId(), dry ? now.fileId() : null, now.fileName(), dry ? Phase.CHECKED : Phase.DONE, now.jobId(),
                now.options(), now.look(), now.remembered(), now.counts(), now.createdAt(), dry ? null : utc()));
    }

    static LocalDateTime utc() {
        return LocalDateTime.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }

    /** One run over a file. */
    private final class Work {

        private final JobRun run;
        private final Import of;
        private final Plan plan;
        private final boolean dry;
        private final Counts[] counts;
        private final RecordBatches batch = batches.open();
        private final Chunk chunk;

        Work(JobRun run, Import of, Plan plan, boolean dry, Counts[] counts) {
            this.run = run;
            this.of = of;
            this.plan = plan;
            this.dry = dry;
            this.counts = counts;
            if (of.options().repeats() == ImportOptions.Repeats.CREATE && policy.holds(Caller.current(), DuplicateFunctions.OVERRIDE)) {
                batch.repeat();
            }
            Lookups lookups = new Lookups(models, finder, policy);
            RowReader reader = new RowReader(plan, new ChoiceWords(dictionaries), lookups);
            this.chunk = new Chunk(plan, reader, new Aims(plan, finder, new Twins(duplicates, plan.model()), policy, labels, dry), new RowWriter(plan, reader, batch, finder), batch, models);
        }

        /** @param refused what is known to be refused, by line */
        void store(List<SheetRow> all, Map<Long, Outcome> refused) {
            List<SheetRow> rest = all.stream().filter(row -> !refused.containsKey(row.line())).toList();
            try {
                Caller.current().by(Via.IMPORT).run(() -> {
                    if (dry) {
                        look(all, rest, refused);
                    } else {
                        step(all, rest, refused);
                    }
                    return Boolean.TRUE;
                });
            } catch (Tainted e) {
                e.refused().forEach(outcome -> refused.put(outcome.row().line(), outcome));
                store(all, refused);
            } catch (TenonException e) {
                if (e.kind() != Kind.CONFLICT && e.kind() != Kind.INVALID || rest.isEmpty()) {
                    throw e;
                }
                if (rest.size() == 1) {
                    List<FieldError> errors = e.errors().isEmpty() ? List.of(new FieldError("", "conflict", String.valueOf(e.getMessage()))) : e.errors();
                    refused.put(rest.get(0).line(), chunk.refused(rest.get(0), errors));
                    store(all, refused);
                } else {
                    int middle = all.indexOf(rest.get(rest.size() / 2));
                    store(all.subList(0, middle), refused);
                    store(all.subList(middle, all.size()), refused);
                }
            }
        }

        private void step(List<SheetRow> all, List<SheetRow> rest, Map<Long, Outcome> refused) {
            Counts before = counts[0];
            run.step(() -> {
                List<Outcome> outcomes = together(all, rest.isEmpty() ? List.of() : chunk.run(rest), refused);
                List<Kept> kept = RowTable.rows(of.type(), outcomes, false);
                rows.insert(of.id(), kept);
                rows.versions(of.id(), batch.heard(), kept);
                counts[0] = before.with(outcomes);
                imports.count(of.id(), counts[0]);
                return new Progress(counts[0].read(), of.look().rows(), Map.of());
            });
        }

        private void look(List<SheetRow> all, List<SheetRow> rest, Map<Long, Outcome> refused) {
            List<Kept> kept = new ArrayList<>();
            List<Outcome> seen = tx.required(TIMEOUT, () -> {
                kept.clear();
                List<Outcome> outcomes = together(all, rest.isEmpty() ? List.of() : chunk.run(rest), refused);
                kept.addAll(RowTable.rows(of.type(), outcomes, true));
                tx.setRollbackOnly();
                return outcomes;
            });
            Counts before = counts[0];
            run.step(() -> {
                rows.insert(of.id(), kept);
                counts[0] = before.with(seen);
                imports.count(of.id(), counts[0]);
                return new Progress(counts[0].read(), of.look().rows(), Map.of());
            });
            chunk.planned(seen);
        }

        private List<Outcome> together(List<SheetRow> all, List<Outcome> done, Map<Long, Outcome> refused) {
            Map<Long, Outcome> byLine = new HashMap<>(refused);
            done.forEach(outcome -> byLine.put(outcome.row().line(), outcome));
            return all.stream().map(row -> byLine.get(row.line())).toList();
        }
    }
}
