package org.tenon.persistence.osgi;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.persistence.AreaStates;
import org.tenon.persistence.DatabaseConfig;
import org.tenon.persistence.Db;
import org.tenon.persistence.home.Home;
import org.tenon.persistence.pool.Database;
import org.tenon.persistence.pool.DerbySource;
import org.tenon.persistence.tx.ThreadTx;
import org.tenon.persistence.tx.TxDb;
import org.tenon.persistence.unit.Units;
import org.tenon.sdk.tx.Tx;

/**
 * Starts persistence: home, pools, then — once the database answers, which may be later — the services {@link Tx} and {@link Db} and a unit
 * for each area. A home that is in use or a configuration that cannot be right stops the whole system, with the reason on the console.
 */
@Component(immediate = true, service = {})
public final class PersistenceComponent {

    private static final Logger LOG = LoggerFactory.getLogger(PersistenceComponent.class);
    private static final long AGAIN_SECONDS = 2;

    private final BundleContext context;
    private final Home home;
    private final Database database;
    private final ScheduledThreadPoolExecutor worker = new ScheduledThreadPoolExecutor(1, work -> new Thread(work, "tenon-persistence"));
    private List<ServiceRegistration<?>> services = List.of();
    private @Nullable Areas areas;
    private boolean stopped;
    private boolean warned;

    @Activate
    public PersistenceComponent(BundleContext context) throws IOException {
        this.context = context;
        Home opened = null;
        try {
            opened = Home.open(Home.place());
            DerbySource.keepIn(opened.path());
            DatabaseConfig config = DatabaseConfig.of(opened.configuration(), opened.path());
            LOG.info("home {}, database {}", opened.path(), config);
            this.home = opened;
            this.database = Database.open(config);
        } catch (IOException | IllegalArgumentException e) {
            if (opened != null) {
                opened.close();
            }
            stopAll(context, e);
            throw e;
        }
        worker.execute(this::connect);
    }

    private static void stopAll(BundleContext context, Exception reason) {
        System.err.println("Tenon cannot start: " + reason.getMessage());
        LOG.error("Tenon cannot start: {}", reason.getMessage());
        try {
            context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).stop();
        } catch (BundleException e) {
            reason.addSuppressed(e);
        }
    }

    private void connect() {
        try {
            database.probe();
            if (warned) {
                LOG.info("the database answers");
            }
            offer();
        } catch (SQLException e) {
            if (!warned) {
                LOG.warn("waiting for the database: {}", e.getMessage());
                warned = true;
            }
            worker.schedule(this::connect, AGAIN_SECONDS, TimeUnit.SECONDS);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("persistence cannot start", e);
        }
    }

    private void offer() {
        if (context.getServiceReference(Tx.class) != null) {
            LOG.error("another bundle offers transactions already; work of two managers is not one transaction, so ours do not start");
            return;
        }
        ThreadTx tx = new ThreadTx(database.kind(), database.main(), database.separate());
        // Outside the lock, as whoever waits for the services starts on this thread.
        Openings openings = new Openings();
        List<ServiceRegistration<?>> offered = List.of(
            context.registerService(AreaStates.class, openings, null),
            context.registerService(Tx.class, tx, null),
            context.registerService(Db.class, new TxDb(tx), null));
        synchronized (this) {
            if (!stopped) {
                services = offered;
                areas = new Areas(context, new Units(database.kind(), database.main(), tx), worker, openings);
                areas.open();
                return;
            }
        }
        offered.forEach(ServiceRegistration::unregister);
    }

    @Deactivate
    void stop() throws IOException {
        Areas open;
        List<ServiceRegistration<?>> offered;
        synchronized (this) {
            stopped = true;
            open = areas;
            offered = services;
        }
        worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        worker.shutdown();
        // First nobody gets in any more, then those inside finish, then the database goes.
        offered.forEach(ServiceRegistration::unregister);
        if (open != null) {
            open.close();
        }
        database.close();
        home.close();
    }
}
