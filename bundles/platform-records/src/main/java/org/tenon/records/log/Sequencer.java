package org.tenon.records.log;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.persistence.Db;
import org.tenon.persistence.DbKind;
import org.tenon.persistence.PersistenceUnit;
import org.tenon.sdk.record.RecordId;

/**
 * The thread that numbers committed changes. Of all nodes one works, by lease; the others watch for new numbers. Woken by commits; looks by
 * itself every second too.
 *
 * <p>PostgreSQL tells committed rows from others, so it is simply asked for those without a number. Derby would wait for writers that are
 * not done; there the rows this process committed are numbered by id, and rows left over from an earlier process when the lease is taken.
 * Embedded Derby has one process, so there are no others.
 */
@Component(service = Sequencer.class, immediate = true)
public final class Sequencer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);
    private static final Duration LEASE = Duration.ofSeconds(5);
    private static final long TICK_MILLIS = 1_000;
    /** Between two rounds while commits follow each other closely: each round is a transaction here and one look of every follower. */
    private static final long GATHER_MILLIS = 25;

    private final Db db;
    private final Lease lease;
    private final Numbering numbering;
    private final LinkedBlockingQueue<Long> queue = new LinkedBlockingQueue<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wake = lock.newCondition();
    private final Thread thread;
    private boolean signalled;
    private long numberedAt = System.nanoTime();
    private volatile boolean closed;
    private volatile long latest;
    private boolean held;
    private boolean leftovers = true;

    /** Starts at once. @param ours there once our tables are */
    @Activate
    public Sequencer(@Reference Db db, @Reference(target = "(" + PersistenceUnit.AREA + "=records)") PersistenceUnit ours) {
        this(db, Clock.systemUTC(), LEASE);
    }

    Sequencer(Db db, Clock clock, Duration leaseLength) {
        this.db = db;
        this.lease = new Lease(db, clock, Numbering.HEAD, RecordId.next().toString(), leaseLength);
        this.numbering = new Numbering(db);
        this.thread = new Thread(this::work, "tenon-sequencer");
        thread.setDaemon(true);
        thread.start();
    }

    /** Told of committed rows by the change log; returns at once. */
    public void committed(List<Long> ids) {
        if (db.kind() == DbKind.DERBY) {
            queue.addAll(ids);
        }
        signal();
    }

    /** The highest number this node knows to be given. */
    long latest() {
        return latest;
    }

    /** Runs the action, which returns at once, whenever there are new numbers. */
    AutoCloseable onNew(Runnable action) {
        listeners.add(action);
        return () -> listeners.remove(action);
    }

    /** Ends the thread and lets another node work. */
    @Override
    @Deactivate
    public void close() {
        stop();
        try {
            lease.release();
        } catch (RuntimeException e) {
            LOG.warn("The lease of the sequencer ends by itself; releasing it failed", e);
        }
    }

    /** Ends the thread as a crash would: the lease stays until it ends by itself. */
    void stop() {
        closed = true;
        signal();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void signal() {
        lock.lock();
        try {
            signalled = true;
            wake.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        boolean failing = false;
        while (!closed) {
            try {
                await();
                round();
                failing = false;
            } catch (RuntimeException e) {
                leftovers = true;
                if (!failing && !closed) {
                    LOG.warn("Changes could not be numbered; trying again every second", e);
                }
                failing = true;
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void round() {
        boolean before = held;
        held = lease.hold();
        leftovers |= held && !before;
        if (held) {
            numberAll();
        }
        announce();
    }

    private void numberAll() {
        List<Long> ids = new ArrayList<>();
        while (!closed && queue.drainTo(ids, Numbering.BATCH) > 0) {
            numbering.number(ids);
            ids.clear();
            announce();
        }
        if (leftovers || db.kind() == DbKind.POSTGRESQL) {
            while (!closed && numbering.numberAny() > 0) {
                announce();
            }
            leftovers = false;
        }
    }

    private void announce() {
        long head = numbering.head();
        if (head == latest) {
            return;
        }
        latest = head;
        numberedAt = System.nanoTime();
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                LOG.warn("A follower of the change log failed to take the signal", e);
            }
        }
    }

    private void await() throws InterruptedException {
        lock.lock();
        try {
            if (!signalled) {
                wake.await(TICK_MILLIS, TimeUnit.MILLISECONDS);
            }
            // The first commit after a quiet time is numbered at once, those right behind it together.
            long deadline = numberedAt + TimeUnit.MILLISECONDS.toNanos(GATHER_MILLIS);
            for (long left = deadline - System.nanoTime(); left > 0 && !closed; left = deadline - System.nanoTime()) {
                wake.awaitNanos(left);
            }
            signalled = false;
        } finally {
            lock.unlock();
        }
    }
}
