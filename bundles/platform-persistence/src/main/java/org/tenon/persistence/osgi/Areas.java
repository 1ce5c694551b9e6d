package org.tenon.persistence.osgi;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.persistence.SqlErrors;
import org.tenon.persistence.unit.Units;

/** Opens a unit for each bundle that has an area with tables, as bundles start; closes it as they stop. */
final class Areas implements BundleTrackerCustomizer<Area>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Areas.class);
    private static final long AGAIN_SECONDS = 2;

    private final BundleContext context;
    private final Units units;
    private final ScheduledExecutorService worker;
    private final EnhancedClasses enhanced = new EnhancedClasses();
    private final Openings openings;
    private final BundleTracker<Area> tracker;

    /** @param worker one thread: units are opened one after the other @param openings told of each */
    Areas(BundleContext context, Units units, ScheduledExecutorService worker, Openings openings) {
        this.context = context;
        this.units = units;
        this.worker = worker;
        this.openings = openings;
        this.tracker = new BundleTracker<>(context, Bundle.STARTING | Bundle.ACTIVE, this);
    }

    void open() {
        context.addBundleListener(enhanced);
        tracker.open();
    }

    @Override
    public @Nullable Area addingBundle(Bundle bundle, @Nullable BundleEvent event) {
        Area area = AreaHeaders.of(bundle).map(headers -> new Area(context, bundle, headers)).orElse(null);
        if (area != null) {
            openings.begin(bundle);
            worker.execute(() -> open(area));
        }
        return area;
    }

    private void open(Area area) {
        try {
            area.open(units, enhanced);
            openings.succeed(area.bundle());
        } catch (SQLException | IOException | ClassNotFoundException | RuntimeException | LinkageError e) {
            // Lock time-outs too: others may be using the tables that a migration wants to change.
            if (SqlErrors.away(e) || SqlErrors.repeatable(e)) {
                LOG.warn("area {} waits for the database: {}", area, e.getMessage());
                again(area);
            } else {
                openings.fail(area.bundle(), e);
                LOG.error("area {} cannot be opened; it serves nothing until its bundle is replaced", area, e);
            }
        }
    }

    private void again(Area area) {
        try {
            worker.schedule(() -> open(area), AGAIN_SECONDS, TimeUnit.SECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("area {} is given up: the platform stops", area);
        }
    }

    @Override
    public void modifiedBundle(Bundle bundle, @Nullable BundleEvent event, Area area) {
        // From STARTING to ACTIVE: nothing to do.
    }

    @Override
    public void removedBundle(Bundle bundle, @Nullable BundleEvent event, Area area) {
        area.close();
        openings.forget(bundle);
    }

    @Override
    public void close() {
        tracker.close();
        context.removeBundleListener(enhanced);
    }
}
