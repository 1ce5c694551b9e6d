package org.tenon.web.service;

import java.util.function.BooleanSupplier;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;

/** Whether every feature that belongs to the distribution has been started once: Karaf then registers a service that says so. */
public final class Startup implements BooleanSupplier, AutoCloseable {

    private final ServiceTracker<Object, Object> finished;

    public Startup(BundleContext context) {
        finished = new ServiceTracker<>(context, "org.apache.karaf.features.BootFinished", null);
        finished.open(true);
    }

    /** True from the end of the start on. */
    @Override
    public boolean getAsBoolean() {
        return finished.getServiceReference() != null;
    }

    @Override
    public void close() {
        finished.close();
    }
}
