package org.tenon.records.query;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.sdk.audit.Audit;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.tx.Tx;

/**
 * Tells the system log who looked at sensitive fields: at those of a record once in ten minutes for each member and record; of lists one line for
 * what a member saw of a type's fields within three seconds, with how many records in how many lists. Written in batches by a thread of its own,
 * so that no reader waits. When more come than can be written, the rest is counted and warned of. Safe for all threads.
 */
@Component(service = SensitiveLooks.class)
public final class SensitiveLooks implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SensitiveLooks.class);
    private static final int WAITING = 10_000;
    private static final int REMEMBERED = 10_000;
    private static final int BATCH = 500;
    private static final long AGAIN_AFTER = Duration.ofMinutes(10).toNanos();

    private final Audit audit;
    private final Tx tx;
    private final ArrayBlockingQueue<Look> queue = new ArrayBlockingQueue<>(WAITING);
    private final AtomicLong lost = new AtomicLong();
    private final Map<Look, Long> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Look, Long> eldest) {
            return size() > REMEMBERED;
        }
    };
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "tenon-looks");
        thread.setDaemon(true);
        return thread;
    });

    private final Map<Lists, Seen> lists = new ConcurrentHashMap<>();

    private record Lists(long memberId, String type, List<String> fields) {
    }

    private record Seen(Caller caller, long records, int lists) {

        Seen and(Seen more) {
            return new Seen(caller, records + more.records, lists + more.lists);
        }
    }

    private record Look(Caller caller, String type, long id) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Look look && look.id == id && look.type.equals(type) && look.caller.memberId() == caller.memberId();
        }

        @Override
        public int hashCode() {
            return Long.hashCode(id) * 31 + Long.hashCode(caller.memberId());
        }
    }

    @Activate
    public SensitiveLooks(@Reference Audit audit, @Reference Tx tx) {
        this.audit = audit;
        this.tx = tx;
        writer.scheduleWithFixedDelay(this::write, 3, 3, TimeUnit.SECONDS);
    }

    void saw(Caller caller, String type, long id) {
        Look look = new Look(caller, type, id);
        long now = System.nanoTime();
        synchronized (known) {
            Long last = known.get(look);
            if (last != null && now - last < AGAIN_AFTER) {
                return;
            }
            known.put(look, now);
        }
        if (!queue.offer(look)) {
            lost.incrementAndGet();
        }
    }

    /** A list showed these sensitive fields of so many records. */
    void listed(Caller caller, String type, List<String> fields, int records) {
        Lists key = new Lists(caller.memberId(), type, fields);
        if (lists.size() < WAITING || lists.containsKey(key)) {
            lists.merge(key, new Seen(caller, records, 1), Seen::and);
        } else {
            lost.incrementAndGet();
        }
    }

    /** Writes what waits; for the writer, and for tests. */
    public void write() {
        try {
            List<Look> batch = new ArrayList<>();
            while (queue.drainTo(batch, BATCH) > 0) {
                tx.run(() -> batch.forEach(this::append));
                batch.clear();
            }
            List<Lists> seen = List.copyOf(lists.keySet());
            for (int from = 0; from < seen.size(); from += BATCH) {
                List<Lists> some = seen.subList(from, Math.min(seen.size(), from + BATCH));
                tx.run(() -> some.forEach(this::append));
            }
            long missed = lost.getAndSet(0);
            if (missed > 0) {
                LOG.warn("{} looks at sensitive fields came too fast to be written down", missed);
            }
        } catch (RuntimeException e) {
            LOG.warn("Looks at sensitive fields could not be written down", e);
        }
    }

    private void append(Lists key) {
        Seen seen = lists.remove(key);
        if (seen != null) {
            seen.caller().run(() -> {
                audit.append("records.listed", "%s: %d records in %d lists, fields %s".formatted(key.type(), seen.records(), seen.lists(), String.join(" ", key.fields())));
                return key;
            });
        }
    }

    private void append(Look look) {
        look.caller().run(() -> {
            audit.append("records.viewed", look.type() + "/" + RecordId.text(look.id()));
            return look;
        });
    }

    @Override
    @Deactivate
    public void close() {
        writer.shutdown();
        write();
    }
}
