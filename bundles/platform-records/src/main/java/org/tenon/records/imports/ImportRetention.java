package org.tenon.records.imports;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.job.Job;
import org.tenon.sdk.job.Jobs;
import org.tenon.sdk.parameter.Parameters;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.tx.Tx;

/**
 * Gives up the rows of imports whose time has come: shortly after a start and every six hours. What was never run goes altogether. Several nodes doing
 * so do no harm. Safe for all threads.
 */
@Component(service = ImportRetention.class, immediate = true)
public final class ImportRetention {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRetention.class);
    private static final int FIRST_MINUTES = 5;
    private static final int EVERY_MINUTES = 360;
    private static final int AT_ONCE = 1_000;

    private final ImportTable imports;
    private final RowTable rows;
    private final Tx tx;
    private final Jobs jobs;
    private final Parameters parameters;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "tenon-import-retention");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public ImportRetention(@Reference Importer importer, @Reference Tx tx, @Reference Jobs jobs, @Reference Parameters parameters) {
        this.imports = importer.imports();
        this.rows = importer.rows();
        this.tx = tx;
        this.jobs = jobs;
        this.parameters = parameters;
    }

    @Activate
    void start() {
        timer.scheduleWithFixedDelay(this::attempt, FIRST_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    @Deactivate
    void stop() {
        timer.shutdownNow();
    }

    private void attempt() {
        try {
            purge();
        } catch (RuntimeException e) {
            LOG.warn("Old imports could not be cleared away; this is tried again", e);
        }
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

    /** Clears away what is too old, but for what is worked on. */
    void purge() {
        for (Import of : imports.before(Importer.utc().minusDays(parameters.number(ImportParameters.KEEP_DAYS)), AT_ONCE)) {
            if (tx.required(() -> begin(of.id()))) {
                while (rows.clearSome(of.id()) && !timer.isShutdown()) {
                    LOG.debug("import {} has more rows than are deleted at once", of.id());
                }
                if (!of.phase().stored()) {
                    tx.run(() -> imports.delete(of.id()));
                }
            }
        }
    }

    /** Marks it, so that nobody begins to work on it. */
    private boolean begin(long id) {
        imports.lock(id);
        Optional<Import> now = imports.find(id).filter(found -> !active(found));
        now.filter(found -> found.purgedAt() == null).ifPresent(found -> imports.update(found.purged(Importer.utc())));
        return now.isPresent();
    }
}
