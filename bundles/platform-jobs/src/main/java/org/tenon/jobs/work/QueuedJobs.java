package org.tenon.jobs.work;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.tenon.jobs.queue.JobLeases;
import org.tenon.jobs.queue.JobTable;
import org.tenon.jobs.queue.StoredJob;
import org.tenon.persistence.Db;
import org.tenon.persistence.PersistenceUnit;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Directory;
import org.tenon.sdk.job.Job;
import org.tenon.sdk.job.JobFeed;
import org.tenon.sdk.job.JobHandler;
import org.tenon.sdk.job.Jobs;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.text.Labels;
import org.tenon.sdk.tx.Tx;

/** Jobs in the database. Handlers come and go; the jobs of one that is away wait. Safe for all threads. */
@Component(service = {Jobs.class, JobFeed.class, QueuedJobs.class}, immediate = true, configurationPid = "org.tenon.jobs")
public final class QueuedJobs implements Jobs, JobFeed, AutoCloseable {

    /** The function that shows and cancels everyone's jobs. */
    public static final String MANAGE = "jobs:manage";

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Tx tx;
    private final Directory directory;
    private final JobTable table;
    private final Handlers handlers = new Handlers();
    private final Moves moves = new Moves();
    private final Workers workers;

    /** Starts at once. @param ours there once our table is */
    @Activate
    public QueuedJobs(@Reference Db db, @Reference Tx tx, @Reference Directory directory, @Reference Labels labels,
                      @Reference(target = "(" + PersistenceUnit.AREA + "=jobs)") PersistenceUnit ours, JobsConfig config) {
        this(db, tx, directory, labels, Clock.systemUTC(), new Workers.Settings(Math.max(1, config.workers()),
                Duration.ofSeconds(Math.max(3, config.leaseSeconds())), Duration.ofDays(Math.max(1, config.keepDays()))));
    }

    QueuedJobs(Db db, Tx tx, Directory directory, Labels labels, Clock clock, Workers.Settings settings) {
        this.tx = tx;
        this.directory = directory;
        this.table = new JobTable(db, clock);
        this.workers = new Workers(tx, table, new JobLeases(db, clock, settings.lease()), handlers, labels, clock, settings, moves);
        workers.start();
    }

    /** The newcomer does the jobs of its kind from now on. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addHandler(JobHandler arrived) {
        handlers.add(arrived);
        workers.signal();
    }

    /** Its jobs come to the end of their step and wait for the next handler of their kind. */
    public void removeHandler(JobHandler left) {
        handlers.remove(left);
        workers.letGo(run -> run.handler() == left, PATIENCE);
    }

    @Override
    @Deactivate
    public void close() {
        workers.close();
    }

    @Override
    public Job submit(String kind, String subject, Map<String, ?> parameters) {
        if (handlers.find(kind).isEmpty()) {
            throw TenonException.notFound("no job is called " + kind);
        }
        Job job = table.add(Caller.current(), kind, subject, parameters);
        tx.afterCommit(() -> {
            moves.tell(job.id().value(), job.memberId());
            workers.signal();
        });
        return job;
    }

    @Override
    public Optional<Job> find(RecordId id) {
        return look(id).map(StoredJob::job);
    }

    /** {@link #find} with all there is to know. */
    public Optional<StoredJob> look(RecordId id) {
        Caller caller = Caller.current();
        return table.find(id).filter(found -> sees(caller, found));
    }

    /**
     * Jobs the caller submitted, newest first.
     *
     * @param everyone those of all members instead
     * @param states   those wanted, empty for all
     * @param kind     the one wanted, null for all
     * @param before   only older ones than this, null for the newest
     * @throws TenonException FORBIDDEN without {@link #MANAGE} for everyone's
     */
    public List<StoredJob> page(boolean everyone, Set<Job.State> states, @Nullable String kind, @Nullable RecordId before, int limit) {
        Caller caller = Caller.current();
        if (everyone && !directory.holds(caller, MANAGE)) {
            throw TenonException.forbidden("no role of yours grants " + MANAGE);
        }
        return table.page(everyone ? null : caller.memberId(), states, kind, before, limit);
    }

    @Override
    public void cancel(RecordId id) {
        StoredJob found = look(id).orElseThrow(() -> TenonException.notFound("no job has the id " + id));
        table.cancel(id);
        tx.afterCommit(() -> moves.tell(id.value(), found.job().memberId()));
    }

    @Override
    public AutoCloseable onMove(Listener listener) {
        return moves.onMove(listener);
    }

    /** True while a job of this kind waits or runs. */
    public boolean busy(String kind) {
        return table.busy(kind);
    }

    private boolean sees(Caller caller, StoredJob job) {
        return caller.system() || job.job().memberId() == caller.memberId() || directory.holds(caller, MANAGE);
    }
}
