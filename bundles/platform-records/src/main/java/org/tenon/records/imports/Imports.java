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
import org.tenon.records.policy.RecordPolicy;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.file.FileStore;
import org.tenon.sdk.file.StoredFile;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.job.Job;
import org.tenon.sdk.job.Jobs;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.tx.Tx;

/**
 * Imports of the present caller, from the file to the undo. Those of others are seen, ended and taken back by holders of {@code imports:manage}.
 * Safe for all threads.
 */
final class Imports {

    /** How long a file waits for its import to be run. */
    private static final Duration KEEP = Duration.ofDays(7);

    private final Importer importer;
    private final ImportTable table;
    private final Tx tx;
    private final FileStore files;
    private final Jobs jobs;
    private final RecordPolicy policy;
    private final ImportRetention retention;

    Imports(Importer importer, Tx tx, FileStore files, Jobs jobs, RecordPolicy policy, ImportRetention retention) {
        this.importer = importer;
        this.policy = policy;
        this.retention = retention;
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
                    OptionsJson.NONE, look, false, Counts.NONE, Importer.utc(), null, null);
            Import ready = suggested(made, model);
            tx.run(() -> table.insert(ready));
            return ready;
        } catch (TenonException e) {
            files.remove(file.id());
            throw e;
        }
    }

    /** One the caller may see. @throws TenonException NOT_FOUND */
    Import find(RecordId id) {
        return table.find(id.value()).filter(found -> own(found) || manages()).orElseThrow(() -> TenonException.notFound("no import " + id));
    }

    /** @throws TenonException NOT_FOUND, FORBIDDEN for another member's */
    Import mine(RecordId id) {
        Import found = find(id);
        if (!own(found)) {
            throw TenonException.forbidden("import " + id + " is somebody else's");
        }
        return found;
    }

    boolean own(Import of) {
        return of.memberId() == Caller.current().memberId();
    }

    /** Whether the caller sees everybody's. */
    boolean manages() {
        return policy.holds(Caller.current(), ImportFunctions.MANAGE);
    }

    /** @param everyone also those of others @throws TenonException FORBIDDEN */
    List<Import> list(String type, boolean everyone, @Nullable RecordId before, int limit) {
        if (everyone && !manages()) {
            throw TenonException.forbidden("seeing everybody's imports takes " + ImportFunctions.MANAGE);
        }
        return table.of(everyone ? null : Caller.current().memberId(), type, before == null ? Long.MAX_VALUE : before.value(), limit);
    }

    ImportRetention retention() {
        return retention;
    }

    /** Changes options; a file that is to be read in another way is looked at again. */
    Import change(RecordId id, Map<String, ?> patch) {
        mine(id);
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
        return start(id, ImportJob.CHECK, Phase.CHECK, Phase.DRAFT, Phase.CHECK, Phase.CHECKED);
    }

    /** Starts, or goes on where a run was cancelled or failed. */
    Import run(RecordId id) {
        return start(id, ImportJob.RUN, Phase.RUN, Phase.DRAFT, Phase.CHECK, Phase.CHECKED, Phase.RUN);
    }

    /** Takes back one's own, or as a holder of {@code imports:manage} any, with one's own rights. @throws TenonException CONFLICT once its rows are given up */
    Import undo(RecordId id) {
        if (!retention.kept(find(id))) {
            throw TenonException.conflict("import " + id + " is too old: what it stored is no longer known");
        }
        return start(id, ImportJob.UNDO, Phase.UNDO, Phase.DONE, Phase.RUN, Phase.UNDO);
    }

    /** What is stored stays. */
    Import cancel(RecordId id) {
        Import found = find(id);
        if (retention.active(found)) {
            // Whose job it is does not matter: it is seen that the caller may end the import.
            Caller.current().unlimited().run(() -> {
                jobs.cancel(new RecordId(Objects.requireNonNull(found.jobId())));
                return Boolean.TRUE;
            });
        }
        return find(id);
    }

    /** Forgets an import, and with it the way back. */
    void delete(RecordId id) {
        mine(id);
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
                mine(id);
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
        if (retention.active(found)) {
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
                counts, of.createdAt(), of.endedAt(), of.purgedAt());
    }
}
