package org.tenon.jobs.timer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.jobs.work.QueuedJobs;
import org.tenon.persistence.Db;
import org.tenon.persistence.PersistenceUnit;
import org.tenon.persistence.SqlErrors;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.job.Job;
import org.tenon.sdk.job.TimerTask;
import org.tenon.sdk.tx.Tx;

/**
 * Submits a job for each timer whose time has come. Every node looks each second; whoever locks the timer's row first submits, in the transaction
 * that writes the next time down, so that no time is run for twice or lost by a crash. While a run waits or works the timer waits too: what passes
 * meanwhile has been missed. Safe for all threads.
 */
@Component(service = Timers.class, immediate = true)
public final class Timers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Timers.class);
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Tx tx;
    private final QueuedJobs jobs;
    private final TimerTable table;
    private final Clock clock;
    private final Map<String, Armed> armed = new ConcurrentHashMap<>();
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "tenon-timers"));
    private volatile boolean failing;

    /** Starts at once. @param ours there once our tables are */
    @Activate
    public Timers(@Reference Db db, @Reference Tx tx, @Reference QueuedJobs jobs,
                  @Reference(target = "(" + PersistenceUnit.AREA + "=jobs)") PersistenceUnit ours) {
        this(db, tx, jobs, Clock.systemUTC());
        ticker.scheduleWithFixedDelay(this::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Looks only when told to. */
    Timers(Db db, Tx tx, QueuedJobs jobs, Clock clock) {
        this.tx = tx;
        this.jobs = jobs;
        this.table = new TimerTable(db);
        this.clock = clock;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addTask(TimerTask task) {
        Armed arrived = new Armed(task);
        if (arrived.problem() != null) {
            LOG.warn("timer {} never runs: {}", task.name(), arrived.problem());
        }
        armed.put(task.name(), arrived);
        jobs.addHandler(arrived);
    }

    /** A run under way comes to the end of its step and waits for the next task of this name. */
    void removeTask(TimerTask task) {
        Armed present = armed.get(task.name());
        if (present != null && present.task() == task) {
            armed.remove(task.name(), present);
            jobs.removeHandler(present);
        }
    }

    @Override
    @Deactivate
    public void close() {
        ticker.shutdown();
        try {
            ticker.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        armed.values().forEach(jobs::removeHandler);
    }

    /** Every timer that is there or ever was, by name. */
    public List<Standing> all() {
        Map<String, Standing> found = new TreeMap<>();
        armed.forEach((name, task) -> found.put(name, Standing.here(task, null)));
        for (StoredTimer row : table.all()) {
            Armed task = armed.get(row.name());
            found.put(row.name(), task == null ? Standing.away(row) : Standing.here(task, row));
        }
        return List.copyOf(found.values());
    }

    /**
     * Runs a timer once beside its times.
     *
     * @throws TenonException NOT_FOUND for one that is not there, CONFLICT while a run waits or works
     */
    public Job runNow(String name) {
        Armed present = Optional.ofNullable(armed.get(name)).orElseThrow(() -> TenonException.notFound("no timer is called " + name));
        know(present);
        return tx.required(() -> {
            table.lock(name);
            if (jobs.busy(name)) {
                throw TenonException.conflict("a run of " + name + " waits or works already");
            }
            return submit(name, clock.instant().truncatedTo(ChronoUnit.MINUTES));
        });
    }

    /** One look at all timers. */
    void look() {
        Instant now = clock.instant();
        Collection<Armed> present = List.copyOf(armed.values());
        present.forEach(this::know);
        for (StoredTimer timer : table.all()) {
            Armed task = armed.get(timer.name());
            if (task != null && task.cron().isPresent() && timer.next().filter(next -> !next.isAfter(now)).isPresent() && !jobs.busy(timer.name())) {
                tx.run(() -> fire(task, now));
            }
        }
    }

    private void fire(Armed task, Instant now) {
        String name = task.kind();
        Optional<Instant> first = table.lock(name).flatMap(StoredTimer::next).filter(next -> !next.isAfter(now));
        if (first.isEmpty() || jobs.busy(name)) {
            return;
        }
        Turn turn = Turn.of(task.cron().orElseThrow(), task.schedule().missed(), first.get(), now);
        table.next(name, turn.next());
        turn.due().ifPresent(due -> submit(name, due));
    }

    private Job submit(String name, Instant due) {
        Job job = Caller.system(name).run(() -> jobs.submit(name, "", Map.of(Armed.DUE, due.toString())));
        table.ran(name, due, job.id().value());
        return job;
    }

    /** Sees to it that its row is there with its schedule. */
    private void know(Armed task) {
        if (task.known() || task.cron().isEmpty()) {
            return;
        }
        try {
            tx.run(() -> write(task));
            task.know();
        } catch (RuntimeException e) {
            if (!SqlErrors.uniqueViolation(e)) {
                throw e;
            }
            LOG.debug("another node wrote timer {} down first", task.kind());
        }
    }

    private void write(Armed task) {
        Optional<StoredTimer> stored = table.lock(task.kind());
        boolean same = stored.filter(row -> row.schedule().equals(task.schedule().cron()) && row.zone().equals(task.schedule().zone().getId())).isPresent();
        if (!same) {
            Optional<Instant> next = task.cron().orElseThrow().after(clock.instant());
            if (stored.isEmpty()) {
                table.add(task.kind(), task.schedule(), next);
            } else {
                table.schedule(task.kind(), task.schedule(), next);
            }
        }
    }

    /** A database that is away ends no thread; it is said once. */
    private void tick() {
        try {
            look();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                failing = true;
                LOG.warn("looking for timers failed; trying again", e);
            }
        }
    }
}
