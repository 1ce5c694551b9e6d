package org.tenon.web.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.sdk.record.ChangeFeed;
import org.tenon.sdk.record.RecordId;

/**
 * Tells every browser that listens what happened, from one thread: the change log's news, the shell's, and the end of the session. Nothing
 * here waits for a browser. Safe for all threads.
 */
final class EventHub implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventHub.class);
    private static final int GATHER_MILLIS = 400;
    private static final int AGAIN_MILLIS = 1_000;
    private static final int JOBS_MILLIS = 300;
    private static final int RECONNECT_MILLIS = 2_000;

    private final LongSupplier revision;
    private final Supplier<Optional<ChangeFeed>> feed;
    private final ScheduledExecutorService dispatcher = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "tenon-events");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicBoolean newsPending = new AtomicBoolean();
    private final AtomicBoolean shellPending = new AtomicBoolean();
    private final AtomicBoolean jobsPending = new AtomicBoolean();
    private final Map<RecordId, Long> moved = new ConcurrentHashMap<>();
    private final List<Listener> listeners = new ArrayList<>();
    private final News news = new News();
    private int pauses;
    private boolean failing;

    /**
     * @param revision   the shell's, rising whenever areas come or go
     * @param signOfLife how often every line hears something, and every session is looked at
     */
    EventHub(Supplier<Optional<ChangeFeed>> feed, LongSupplier revision, Duration signOfLife) {
        this.feed = feed;
        this.revision = revision;
        dispatcher.scheduleWithFixedDelay(this::signOfLife, signOfLife.toMillis(), signOfLife.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Lets a browser listen from the change it last knew of on; one that fell too far behind starts at the present. */
    void join(Listener listener) {
        run(() -> {
            start(listener);
            listeners.add(listener);
            listener.line().send(Frame.event("shell", shell(), null));
            tell();
        });
    }

    /** New changes were numbered. Returns at once. */
    void changed() {
        if (newsPending.compareAndSet(false, true)) {
            run(this::tell);
        }
    }

    /** Areas, menus or record types came or went; told a little later, as more of them will, and not during a pause. Returns at once. */
    void shellChanged() {
        if (shellPending.compareAndSet(false, true)) {
            later(this::tellShell, GATHER_MILLIS);
        }
    }

    private void tellShell() {
        if (pauses == 0 && shellPending.getAndSet(false)) {
            broadcast(Frame.event("shell", shell(), null));
        }
    }

    /** Nobody is told of the shell's changes until {@link #resume} was called as often. Returns at once. */
    void pause() {
        run(() -> pauses++);
    }

    /** Ends a pause; what changed meanwhile is told at once. */
    void resume() {
        run(() -> {
            pauses--;
            tellShell();
        });
    }

    /** A job came on; its member is told once in a while, whatever it does. Returns at once. */
    void jobMoved(RecordId job, long member) {
        moved.put(job, member);
        if (jobsPending.compareAndSet(false, true)) {
            later(this::tellJobs, JOBS_MILLIS);
        }
    }

    private void tellJobs() {
        jobsPending.set(false);
        for (RecordId job : List.copyOf(moved.keySet())) {
            Long member = moved.remove(job);
            byte[] frame = Frame.event("job", "{\"id\":\"" + job + "\"}", null);
            listeners.stream().filter(listener -> member != null && listener.caller().memberId() == member).forEach(listener -> listener.line().send(frame));
        }
    }

    /** Ends every line; the browsers come back. */
    @Override
    public void close() {
        run(() -> listeners.forEach(listener -> listener.line().end()));
        dispatcher.shutdown();
    }

    private void start(Listener listener) {
        long latest = feed.get().map(ChangeFeed::latest).orElse(0L);
        boolean resumable = listener.seen() > 0 && listener.seen() <= latest && latest - listener.seen() <= News.MOST_REPLAYED;
        if (!resumable) {
            listener.startAt(latest);
        }
        listener.line().send(Frame.hello(listener.seen(), RECONNECT_MILLIS));
    }

    private void tell() {
        newsPending.set(false);
        listeners.removeIf(listener -> !listener.line().isOpen());
        Optional<ChangeFeed> present = feed.get();
        if (present.isPresent() && !listeners.isEmpty()) {
            news.tell(present.get(), listeners);
        }
    }

    private void signOfLife() {
        guarded(() -> {
            for (Listener listener : List.copyOf(listeners)) {
                if (listener.confirm()) {
                    listener.line().send(Frame.sign(listener.seen()));
                } else {
                    listener.line().send(Frame.event("session", "{\"ended\":true}", null));
                    listener.line().end();
                }
            }
            tell();
        });
    }

    private void broadcast(byte[] frame) {
        listeners.removeIf(listener -> !listener.line().send(frame));
    }

    private String shell() {
        return "{\"revision\":" + revision.getAsLong() + "}";
    }

    private void run(Runnable work) {
        later(work, 0);
    }

    private void later(Runnable work, int millis) {
        try {
            dispatcher.schedule(() -> guarded(work), millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("the platform is stopping", e);
        }
    }

    /** The change log may be away with the database; nobody misses anything, as each listener's position stays where it was. */
    private void guarded(Runnable work) {
        try {
            work.run();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("live events wait until the change log can be read", e);
            }
            failing = true;
            if (newsPending.compareAndSet(false, true)) {
                later(this::tell, AGAIN_MILLIS);
            }
        }
    }
}
