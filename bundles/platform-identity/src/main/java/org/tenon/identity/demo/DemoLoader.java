package org.tenon.identity.demo;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.identity.sql.Sql;
import org.tenon.identity.start.FirstStart;
import org.tenon.persistence.Db;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.DemoData;
import org.tenon.sdk.tx.Tx;

/**
 * Loads demo data into a home that was started with {@code tenon.demo=true} when it was empty: each contribution once in the life of the home,
 * in order, on one thread. Areas come one after another; loading waits until none has come for some seconds.
 */
@Component(service = DemoLoader.class, immediate = true)
public final class DemoLoader {

    private static final Logger log = LoggerFactory.getLogger(DemoLoader.class);
    private static final String HOME = "home";

    private final Sql sql;
    private final Tx tx;
    private final long quietMillis;
    private final List<DemoData> present = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "tenon-demo"));
    private @Nullable ScheduledFuture<?> next;
    private volatile boolean wanted;

    @Activate
    public DemoLoader(@Reference Db db, @Reference Tx tx, @Reference FirstStart first) {
        this(db, tx, 3000);
        if (Boolean.getBoolean("tenon.demo")) {
            first.done().thenAccept(this::begin);
        }
    }

    /** @param quietMillis how long no contribution must have come before those there are loaded */
    private DemoLoader(Db db, Tx tx, long quietMillis) {
        this.sql = new Sql(db);
        this.tx = tx;
        this.quietMillis = quietMillis;
    }

    /** For tests. */
    static DemoLoader patient(long quietMillis, Db db, Tx tx) {
        return new DemoLoader(db, tx, quietMillis);
    }

    /** Lets loading begin. @param fresh whether the home was empty at this start; if not, it must have been one for demo data before */
    public void begin(boolean fresh) {
        if (fresh) {
            mark(HOME);
        } else if (!marked(HOME)) {
            log.info("demo data is for an empty home; this one is not, so none is loaded");
            return;
        }
        wanted = true;
        soon();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(DemoData data) {
        present.add(data);
        soon();
    }

    public void remove(DemoData data) {
        present.remove(data);
    }

    @Deactivate
    public void close() {
        thread.shutdown();
    }

    private synchronized void soon() {
        if (!wanted) {
            return;
        }
        if (next != null) {
            next.cancel(false);
        }
        try {
            next = thread.schedule(this::loadAll, quietMillis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            log.debug("demo data comes no more, the system is stopping", e);
        }
    }

    private void loadAll() {
        List<DemoData> inOrder = new ArrayList<>(present);
        inOrder.sort(Comparator.comparingInt(DemoData::order).thenComparing(data -> data.getClass().getName()));
        for (DemoData data : inOrder) {
            String name = data.getClass().getName();
            if (!marked(name) && present.contains(data)) {
                load(name, data);
            }
        }
    }

    /** Marked before, so that what a crash cut short is not loaded a second time over its first half. */
    private void load(String name, DemoData data) {
        mark(name);
        long start = System.nanoTime();
        try {
            Caller.system("demo").run(() -> {
                data.load();
                return true;
            });
            sql.update("UPDATE identity_demo SET ended_at = ? WHERE name = ?", Clock.systemUTC().instant(), name);
            log.info("loaded demo data {} in {} ms", name, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        } catch (RuntimeException e) {
            log.error("demo data {} could not be loaded whole", name, e);
        }
    }

    private boolean marked(String name) {
        return sql.first(row -> row.getString(1), "SELECT name FROM identity_demo WHERE name = ?", name).isPresent();
    }

    private void mark(String name) {
        tx.run(() -> sql.update("INSERT INTO identity_demo (name, started_at) VALUES (?, ?)", name, Clock.systemUTC().instant()));
    }
}
