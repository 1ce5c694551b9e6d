package org.tenon.records.imports;

import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tenon.records.imports.Import.Counts;
import org.tenon.records.imports.Import.Phase;
import org.tenon.records.imports.file.Content;
import org.tenon.records.imports.file.FileRefused;
import org.tenon.records.imports.file.Look;
import org.tenon.records.imports.file.ReadAs;
import org.tenon.records.imports.file.Tables;
import org.tenon.records.model.RecordModel;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.file.FileStore;
import org.tenon.sdk.file.StoredFile;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.job.Job;
import org.tenon.sdk.job.Jobs;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.tx.Tx;

/** Imports of the present caller, from the file to the undo. Nobody sees those of others. Safe for all threads. */
final class Imports {

    /** How long a file waits for its import to be run. */
    private static final Duration KEEP = Duration.ofDays(7);

    private final Importer importer;
    private final ImportTable table;
    private final Tx tx;
    private final FileStore files;
    private final Jobs jobs;

    Imports(Importer importer, Tx tx, FileStore files, Jobs jobs) {
        this.importer = importer;
        this.table = importer.imports();
        this.tx = tx;
        this.files = files;
        this.jobs = jobs;
    }

    Importer importer() {
        return importer;
    }

    /** Takes a file in and finds out what it is. @throws TenonException UNREADABLE, TOO_LARGE with a reason in the caller's language */
    Import begin(String type, String fileName, InputStream content) {
        RecordModel model = importer.plans().model(type);
        StoredFile file = files.keep(fileName.isBlank() ? "import" : fileName, content, KEEP);
        try {
            Look look = look(() -> files.open(file.id()), ReadAs.FOUND);
            Import made = new Import(RecordId.next().value(), type, Caller.current().memberId(), file.id().value(), file.name(), Phase.DRAFT, null,
                    OptionsJson.NONE, look, false, Counts.NONE, Importer.utc(), null);
            Import ready = suggested(made, model);
            tx.run(() -> table.insert(ready));
            return ready;
        } catch (TenonException e) {
            files.remove(file.id());
            throw e;
        }
    }

    /** @throws TenonException NOT_FOUND */
    Import find(RecordId id) {
        return table.find(id.value()).filter(found -> found.memberId() == Caller.current().memberId())
                .orElseThrow(() -> TenonException.notFound("no import " + id));
    }

    List<Import> list(String type, @Nullable RecordId before, int limit) {
        return table.of(Caller.current().memberId(), type, before == null ? Long.MAX_VALUE : before.value(), limit);
    }

    /** The job of the present phase; empty where there is none, or where it is long gone. */
    Optional<Job> job(Import of) {
        return of.jobId() == null ? Optional.empty() : jobs.find(new RecordId(of.jobId()));
    }

    boolean active(Import of) {
        return job(of).filter(job -> !job.state().ended()).isPresent();
    }

    /** Changes options; a file that is to be read in another way is looked at again. */
    Import change(RecordId id, Map<String, ?> patch) {
        Import before = idle(id, Phase.DRAFT, Phase.CHECK, Phase.CHECKED);
        ImportOptions options = OptionsJson.patch(before.options(), patch);
        boolean anew = !options.how().equals(before.options().how());
        Import changed = with(before, options, anew ? look(importer.content(before), reread(before, options)) : before.look(), Phase.DRAFT, null, Counts.NONE, false);
        boolean moved = anew && !changed.look().headers().equals(before.look().headers()) && !patch.containsKey("columns");
        Import ready = moved ? suggested(changed, importer.plans().model(before.type())) : changed;
        tx.run(() -> {
            idle(id, Phase.DRAFT, Phase.CHECK, Phase.CHECKED);
            table.update(ready);
        });
        return ready;
    }

    /** Of a sheet or delimiter that was not looked at before, the header's place is found anew. */
    private static ReadAs reread(Import before, ImportOptions options) {
        ReadAs how = options.how();
        boolean other = !Objects.equals(how.sheet(), before.options().how().sheet());
        return new ReadAs(how.encoding(), how.delimiter(), how.sheet(), other ? null : how.headerRow());
    }

    Import check(RecordId id) {
        return start(id, ImportCheckJob.KIND, Phase.CHECK, Phase.DRAFT, Phase.CHECK, Phase.CHECKED);
    }

    /** Starts, or goes on where a run was cancelled or failed. */
    Import run(RecordId id) {
        return start(id, ImportRunJob.KIND, Phase.RUN, Phase.DRAFT, Phase.CHECK, Phase.CHECKED, Phase.RUN);
    }

    Import undo(RecordId id) {
        return start(id, ImportUndoJob.KIND, Phase.UNDO, Phase.DONE, Phase.RUN, Phase.UNDO);
    }

    /** What is stored stays. */
    Import cancel(RecordId id) {
        Import found = find(id);
        if (found.jobId() != null) {
            jobs.cancel(new RecordId(found.jobId()));
        }
        return find(id);
    }

    /** Forgets an import, and with it the way back. */
    void delete(RecordId id) {
        Import found = idle(id, Phase.values());
        tx.run(() -> {
            if (found.fileId() != null) {
                files.remove(new RecordId(found.fileId()));
            }
            importer.rows().clear(found.id());
            table.delete(found.id());
        });
    }

    private Import start(RecordId id, String kind, Phase phase, Phase... from) {
        return tx.required(() -> {
            Import before = idle(id, from);
            if (phase != Phase.UNDO) {
                importer.plans().of(before);
                Headers.remember(table, before);
            }
            boolean goesOn = before.phase() == phase && phase == Phase.RUN || phase == Phase.UNDO;
            Job job = jobs.submit(kind, before.fileName(), Map.of("import", id.toString()));
            Import started = with(before, before.options(), before.look(), phase, job.id().value(), goesOn ? before.counts() : Counts.NONE, before.remembered());
            table.update(started);
            return started;
        });
    }

    /** The import, if nothing works on it and its phase is one of these. @throws TenonException CONFLICT, NOT_FOUND */
    private Import idle(RecordId id, Phase... phases) {
        if (tx.active()) {
            table.lock(id.value());
        }
        Import found = find(id);
        if (active(found)) {
            throw TenonException.conflict("import " + id + " is being worked on");
        }
        if (!List.of(phases).contains(found.phase())) {
            throw TenonException.conflict("import " + id + " is " + found.phase().name().toLowerCase(java.util.Locale.ROOT));
        }
        return found;
    }

    private Look look(Content content, ReadAs how) {
        try {
            return Tables.look(content, how);
        } catch (FileRefused e) {
            throw importer.refusal(e);
        }
    }

    private Import suggested(Import of, RecordModel model) {
        List<ImportOptions.Column> columns = importer.plans().targets(model).suggest(of.look().headers());
        ImportOptions found = with(of.options(), of.look().how(), columns);
        Optional<ImportOptions> remembered = Headers.remembered(table, of, importer.plans().targets(model));
        return with(of, remembered.map(options -> with(options, of.look().how(), options.columns())).orElse(found), of.look(), Phase.DRAFT, null, Counts.NONE,
                remembered.isPresent());
    }

    private static ImportOptions with(ImportOptions options, ReadAs how, List<ImportOptions.Column> columns) {
        return new ImportOptions(how, columns, options.defaults(), options.mode(), options.match(), options.repeats(), options.clear(), options.replace());
    }

    private static Import with(Import of, ImportOptions options, Look look, Phase phase, @Nullable Long job, Counts counts, boolean remembered) {
        return new Import(of.id(), of.type(), of.memberId(), of.fileId(), of.fileName(), phase, job, with(options, look.how(), options.columns()), look, remembered,
                counts, of.createdAt(), of.endedAt());
    }
}
