package org.tenon.records.imports;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.persistence.Db;
import org.tenon.records.dictionary.Dictionaries;
import org.tenon.records.duplicates.DuplicateFunctions;
import org.tenon.records.duplicates.Duplicates;
import org.tenon.records.imports.Import.Phase;
import org.tenon.records.imports.file.Content;
import org.tenon.records.imports.file.FileRefused;
import org.tenon.records.model.RecordModels;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.query.RecordFinder;
import org.tenon.records.write.Batches;
import org.tenon.records.write.RecordBatches;
import org.tenon.sdk.FieldError;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.file.FileStore;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Via;
import org.tenon.sdk.job.JobRun;
import org.tenon.sdk.job.JobRun.Progress;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.text.Labels;
import org.tenon.sdk.tx.Tx;

/** What jobs do with imports: look at their rows, store them, take them back. Safe for all threads. */
@Component(service = Importer.class)
public final class Importer {

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

    /** What rows of an import go through. @param dry whether nothing will be stored */
    Chunk chunk(Import of, RecordBatches batch, boolean dry) {
        Plan plan = plans.of(of);
        if (of.options().repeats() == ImportOptions.Repeats.CREATE && policy.holds(Caller.current(), DuplicateFunctions.OVERRIDE)) {
            batch.repeat();
        }
        RowReader reader = new RowReader(plan, new ChoiceWords(dictionaries), new Lookups(models, finder, policy),
                policy.zone(Caller.current()).orElseGet(ZoneId::systemDefault));
        Aims aims = new Aims(plan, finder, new Twins(duplicates, plan.model()), policy, labels, dry);
        return new Chunk(plan, reader, aims, new RowWriter(plan, reader, batch, finder), batch, models, labels);
    }

    /** Goes over all rows without storing them, always from the first. */
    void check(JobRun run, long id) {
        new DryLoading(run, require(id), this, tx).run();
        ended(run, id, Phase.CHECKED);
    }

    /** Stores the rows, from where a run before came to. */
    void store(JobRun run, long id) {
        new StoredLoading(run, require(id), this).run();
        ended(run, id, Phase.DONE);
    }

    private void ended(JobRun run, long id, Phase phase) {
        run.step(() -> {
            Import now = require(id);
            boolean done = phase == Phase.DONE;
            if (done && now.fileId() != null) {
                files.remove(new RecordId(now.fileId()));
            }
            imports.update(now.ended(phase, done ? null : now.fileId(), done ? utc() : null));
            return new Progress(now.counts().read(), now.look().rows(), Map.of());
        });
    }

    /** Takes back what the import stored. */
    void undo(JobRun run, long id) {
        Import of = require(id);
        Caller.current().by(Via.IMPORT).run(() -> {
            new Undo(run, of, this, models, policy, labels).run();
            return Boolean.TRUE;
        });
    }

    private Import require(long id) {
        return imports.find(id).orElseThrow(() -> TenonException.notFound("no import " + RecordId.text(id)));
    }

    static LocalDateTime utc() {
        return LocalDateTime.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }
}
