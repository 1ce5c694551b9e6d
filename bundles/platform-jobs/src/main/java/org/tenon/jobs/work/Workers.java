package org.tenon.jobs.work;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.jobs.queue.JobLeases;
import org.tenon.jobs.queue.JobLeases.Candidate;
import org.tenon.jobs.queue.JobTable;
import org.tenon.jobs.queue.StoredJob;
import org.tenon.sdk.text.Labels;
import org.tenon.sdk.tx.Tx;

/**
 * The threads of one node that work the queue off. One thread looks for jobs, when told of a submission and every second; one keeps leases
 * and sweeps; each job has a thread of its own. A member's jobs start in the order they were submitted in, and never take the last free
 * worker: with two workers each member has one job at a time, and one member's long jobs do not keep others waiting.
 */
final class Workers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration SWEEP = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /**
     * @param workers jobs at a time
     * @param lease   how long a job waits for a node that went away
     * @param keep    how long a job is kept after its end
     */
    record Settings(int workers, Duration lease, Duration keep) {
    }

    private final Tx tx;
    private final Settings settings;
    private final Clock clock;
    private final Handlers handlers;
    private final JobTable table;
    private final JobLeases leases;
    private final Ending ending;
    private final Moves moves;
    private final Map<Long, StoredRun> running = new ConcurrentHashMap<>();
    private final AtomicBoolean failing = new AtomicBoolean();
    private final ScheduledExecutorService finder = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "tenon-jobs"));
    private final ScheduledExecutorService keeper = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "tenon-jobs-leases"));
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> new Thread(task, "tenon-job"));
    private volatile boolean closed;

    Workers(Tx tx, JobTable table, JobLeases leases, Handlers handlers, Labels labels, Clock clock, Settings settings, Moves moves) {
        this.moves = moves;
        this.tx = tx;
        this.table = table;
        this.leases = leases;
        this.handlers = handlers;
        this.clock = clock;
        this.settings = settings;
        this.ending = new Ending(leases, labels);
    }

    /** From now on jobs run. */
    void start() {
        long third = settings.lease().toMillis() / 3;
        finder.scheduleWithFixedDelay(guarded("looking for jobs", this::look), 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
        keeper.scheduleWithFixedDelay(guarded("keeping leases", this::renew), third, third, TimeUnit.MILLISECONDS);
        keeper.scheduleWithFixedDelay(guarded("sweeping", this::sweep), SWEEP.toMillis(), SWEEP.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** There may be something to do. */
    void signal() {
        if (!closed) {
            finder.execute(guarded("looking for jobs", this::look));
        }
    }

    /** Lets those runs come to the end of their present step and waits for that, up to so long. */
    void letGo(Predicate<StoredRun> which, Duration longest) {
        running.values().stream().filter(which).forEach(StoredRun::yieldSoon);
        long end = System.nanoTime() + longest.toNanos();
        synchronized (running) {
            long left = longest.toMillis();
            while (left > 0 && running.values().stream().anyMatch(which)) {
                try {
                    running.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
                left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            }
        }
    }

    /** Ends after the present steps; the jobs go on here after the next start, or on another node at once. */
    @Override
    public void close() {
        closed = true;
        finder.shutdown();
        await(finder);
        letGo(run -> true, PATIENCE);
        keeper.shutdown();
        await(keeper);
        threads.shutdown();
        if (!running.isEmpty()) {
            LOG.warn("{} jobs did not come to the end of a step within {} s; their steps are lost and done again later", running.size(), PATIENCE.toSeconds());
        }
    }

    private static void await(ExecutorService service) {
        try {
            service.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        boolean found = true;
        while (found && !closed && running.size() < settings.workers()) {
            found = false;
            for (Candidate candidate : leases.candidates(handlers.kinds())) {
                found = running.size() < settings.workers() && open(candidate.member()) && begin(candidate.id()) || found;
            }
        }
    }

    /** Whether the member may have one more: never the last worker. */
    private boolean open(long member) {
        long own = running.values().stream().filter(run -> run.member() == member).count();
        return own < Math.max(1, settings.workers() - 1);
    }

    private boolean begin(long id) {
        StoredJob job = leases.take(id).orElse(null);
        if (job == null) {
            return false;
        }
        StoredRun run = handlers.find(job.job().kind()).map(handler -> new StoredRun(tx, leases, handler, job, moves)).orElse(null);
        if (run == null) {
            leases.giveBack(id, job.fence(), job.attempt(), Duration.ZERO);
            return false;
        }
        running.put(id, run);
        moves.tell(id, run.member());
        threads.execute(() -> work(run));
        return true;
    }

    private void work(StoredRun run) {
        try {
            ending.run(run);
        } catch (RuntimeException e) {
            LOG.warn("What came of job {} could not be written down; it is taken up again when its lease is over", run.stored().job().id(), e);
        } finally {
            running.remove(run.id(), run);
            moves.tell(run.id(), run.member());
            synchronized (running) {
                running.notifyAll();
            }
            signal();
        }
    }

    private void renew() {
        running.values().forEach(StoredRun::renew);
    }

    private void sweep() {
        int gone = table.sweep(LocalDateTime.ofInstant(clock.instant().minus(settings.keep()), ZoneOffset.UTC));
        LOG.debug("{} jobs of long ago were removed", gone);
    }

    /** A database that is away ends no thread; it is said once. */
    private Runnable guarded(String what, Runnable work) {
        return () -> {
            try {
                work.run();
                failing.set(false);
            } catch (RuntimeException e) {
                if (!closed && failing.compareAndSet(false, true)) {
                    LOG.warn("{} failed; trying again", what, e);
                }
            }
        };
    }
}
