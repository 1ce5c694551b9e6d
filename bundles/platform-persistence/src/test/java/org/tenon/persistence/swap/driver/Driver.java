package org.tenon.persistence.swap.driver;

import jakarta.persistence.EntityManager;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.util.tracker.ServiceTracker;
import org.tenon.persistence.Db;
import org.tenon.persistence.PersistenceUnit;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.BaseRecord;
import org.tenon.sdk.record.OwnedRecord;
import org.tenon.sdk.tx.Tx;

/** Works through both areas inside the container, as the record engine does; commanded by the test from outside, so only with types of the JDK. */
public final class Driver implements BundleActivator, BiFunction<String, Long, Object> {

    private static final long PATIENCE_MS = 30_000;

    private ServiceTracker<Tx, Tx> tx;
    private ServiceTracker<Db, Db> db;
    private ServiceTracker<PersistenceUnit, PersistenceUnit> north;
    private ServiceTracker<PersistenceUnit, PersistenceUnit> south;

    @Override
    public void start(BundleContext context) throws InvalidSyntaxException {
        tx = new ServiceTracker<>(context, Tx.class, null);
        db = new ServiceTracker<>(context, Db.class, null);
        north = new ServiceTracker<>(context, context.createFilter("(tenon.area=north)"), null);
        south = new ServiceTracker<>(context, context.createFilter("(tenon.area=south)"), null);
        tx.open();
        db.open();
        north.open();
        south.open();
        context.registerService(BiFunction.class, this, null);
    }

    @Override
    public void stop(BundleContext context) {
        tx.close();
        db.close();
        north.close();
        south.close();
    }

    /** @param id of the record a command writes, if it writes one */
    @Override
    public Object apply(String command, Long id) {
        return switch (command) {
            case "write" -> patiently(() -> inTx(() -> both(id)));
            case "read" -> patiently(() -> inTx(() -> sees(id)));
            case "inner throws" -> inTx(() -> {
                persist(north, id);
                return there(tx).required(() -> {
                    persist(south, id);
                    throw new IllegalArgumentException("inner");
                });
            });
            case "outer throws" -> inTx(() -> {
                both(id);
                count("north_crate");
                throw new IllegalArgumentException("outer");
            });
            case "inner throws, swallowed" -> inTx(() -> {
                persist(north, id);
                try {
                    return there(tx).required(() -> {
                        persist(south, id);
                        throw new IllegalArgumentException("inner");
                    });
                } catch (IllegalArgumentException swallowed) {
                    return "swallowed";
                }
            });
            case "count north" -> count("north_crate");
            case "count south" -> count("south_pallet");
            case "loader" -> there(north).loader();
            case "entities" -> there(north).entities().size();
            default -> throw new IllegalArgumentException(command);
        };
    }

    private Object inTx(Supplier<Object> work) {
        return there(tx).required(work);
    }

    private Object both(long id) {
        persist(north, id);
        persist(south, id);
        return id;
    }

    private Object sees(long id) {
        PersistenceUnit unit = there(north);
        return unit.entityManager().find(unit.entities().get(0), id) != null;
    }

    private static void persist(ServiceTracker<PersistenceUnit, PersistenceUnit> area, long id) {
        PersistenceUnit unit = there(area);
        EntityManager manager = unit.entityManager();
        try {
            OwnedRecord item = (OwnedRecord) unit.entities().get(0).getDeclaredConstructor().newInstance();
            SetId.HANDLE.invoke((BaseRecord) item, id);
            item.ownedBy(id);
            manager.persist(item);
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private long count(String table) {
        return there(db).read(connection -> {
            try (var statement = connection.createStatement(); var rows = statement.executeQuery("select count(*) from " + table)) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    /** What the gateway does for a request while an area is exchanged: waits and tries again. */
    private static Object patiently(Supplier<Object> work) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
        while (true) {
            try {
                return work.get();
            } catch (TenonException e) {
                if (e.kind() != Kind.UNAVAILABLE || System.nanoTime() > end) {
                    throw e;
                }
                LockSupport.parkNanos(1_000_000);
            }
        }
    }

    private static <T> T there(ServiceTracker<T, T> tracker) {
        try {
            T service = tracker.waitForService(PATIENCE_MS);
            if (service == null) {
                throw new TenonException(Kind.UNAVAILABLE, "not there in time");
            }
            return service;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class SetId {

        static final MethodHandle HANDLE = find();

        private static MethodHandle find() {
            try {
                return MethodHandles.privateLookupIn(BaseRecord.class, MethodHandles.lookup())
                    .findStatic(BaseRecord.class, "pcSetid", MethodType.methodType(void.class, BaseRecord.class, long.class));
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }
    }
}
