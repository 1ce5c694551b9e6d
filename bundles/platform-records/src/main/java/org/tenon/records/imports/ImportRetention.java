package org.tenon.records.imports;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.job.Job;
import org.tenon.sdk.job.Jobs;
import org.tenon.sdk.parameter.Parameters;
import org.tenon.sdk.record.RecordId;

/** How long it is known what became of the rows of imports, and giving them up after that. Safe for all threads. */
@Component(service = ImportRetention.class)
public final class ImportRetention {

    private static final int AT_ONCE = 1_000;

    private final ImportTable imports;
    private final RowTable rows;
    private final Jobs jobs;
    private final Parameters parameters;

    @Activate
    public ImportRetention(@Reference Importer importer, @Reference Jobs jobs, @Reference Parameters parameters) {
        this.imports = importer.imports();
        this.rows = importer.rows();
        this.jobs = jobs;
        this.parameters = parameters;
    }

    /** Until when it is known what became of the rows, UTC. */
    LocalDateTime keptUntil(Import of) {
        return of.createdAt().plusDays(parameters.number(ImportParameters.KEEP_DAYS));
    }

    /** Whether it is known what became of the rows. */
    boolean kept(Import of) {
        return of.purgedAt() == null && keptUntil(of).isAfter(Importer.utc());
    }

    /** The job of the present phase, whoever may see it; empty where there is none, or where it is long gone. */
    Optional<Job> job(Import of) {
        Long id = of.jobId();
        return id == null ? Optional.empty() : Caller.system("records").run(() -> jobs.find(new RecordId(id)));
    }

    /** True while something works on it. */
    boolean active(Import of) {
        return job(of).filter(job -> !job.state().ended()).isPresent();
    }

    /** Imports whose time has come, some at a time; those given up are not among them. */
    List<Import> old() {
        return imports.before(Importer.utc().minusDays(parameters.number(ImportParameters.KEEP_DAYS)), AT_ONCE);
    }

    /** Marks it, so that nobody begins to work on it. In the present transaction. @return false if something is at work on it */
    boolean begin(Import old) {
        imports.lock(old.id());
        Optional<Import> now = imports.find(old.id()).filter(found -> !active(found));
        now.filter(found -> found.purgedAt() == null).ifPresent(found -> imports.update(found.purged(Importer.utc())));
        return now.isPresent();
    }

    /** Clears away some of its rows, and itself with the last of them if it was never run. In the present transaction. @return whether there are more */
    boolean clearSome(Import old) {
        boolean more = rows.clearSome(old.id());
        if (!more && !old.phase().stored()) {
            imports.delete(old.id());
        }
        return more;
    }
}
