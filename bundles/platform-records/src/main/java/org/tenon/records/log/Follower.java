package org.tenon.records.log;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.Change;

/** A thread that hands every change to one reader, and stores how far it came after each call that returns. */
final class Follower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final long FIRST_PAUSE_MILLIS = 1_000;
    private static final long LONGEST_PAUSE_MILLIS = 60_000;
    private static final long TICK_MILLIS = 5_000;

    private final SequencedFeed feed;
    private final Cursor cursor;
    private final String name;
    private final Consumer<List<Change>> reader;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wake = lock.newCondition();
    private boolean signalled;
    private volatile boolean closed;

    Follower(SequencedFeed feed, Cursor cursor, String name, Consumer<List<Change>> reader) {
        this.feed = feed;
        this.cursor = cursor;
        this.name = name;
        this.reader = reader;
        this.thread = new Thread(() -> Caller.system(name).run(() -> {
            work();
            return Boolean.TRUE;
        }), "tenon-follow-" + name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void signal() {
        lock.lock();
        try {
            signalled = true;
            wake.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends after the call that is running, if any; waits up to 10 s for it, not at all when called by the reader itself. */
    @Override
    public void close() {
        closed = true;
        signal();
        if (Thread.currentThread() != thread) {
            try {
                thread.join(TimeUnit.SECONDS.toMillis(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void work() {
        long pause = 0;
        long position = -1;
        while (!closed) {
            try {
                position = position < 0 ? cursor.position() : position;
                position = catchUp(position);
                pause = 0;
                await(TICK_MILLIS);
            } catch (RuntimeException e) {
                position = -1;
                pause = pause == 0 ? FIRST_PAUSE_MILLIS : Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
                if (!closed) {
                    LOG.warn("The follower {} of the change log failed; its changes come again in {} s", name, pause / 1000, e);
                    rest(pause);
                }
            }
        }
    }

    private long catchUp(long from) {
        long position = from;
        List<Change> changes = feed.after(position, SequencedFeed.CALL);
        while (!changes.isEmpty() && !closed) {
            reader.accept(changes);
            position = changes.get(changes.size() - 1).seq();
            cursor.store(position);
            changes = feed.after(position, SequencedFeed.CALL);
        }
        return position;
    }

    /** Waits for new changes, or so long. */
    private void await(long millis) {
        lock.lock();
        try {
            if (!signalled) {
                wake.await(millis, TimeUnit.MILLISECONDS);
            }
            signalled = false;
        } catch (InterruptedException e) {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    /** Waits so long, whatever is new; less only when closed. */
    private void rest(long millis) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!closed && deadline > System.nanoTime()) {
            await(TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()) + 1);
        }
    }
}
