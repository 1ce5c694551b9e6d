package org.tenon.web.service;

import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;

/**
 * A service that may come and go while its user stays. Safe for all threads.
 *
 * @param <T> the service's interface
 */
public final class Current<T> implements Supplier<Optional<T>>, AutoCloseable {

    private final ServiceTracker<T, T> tracker;

    /** Follows the best service of the type from now on. */
    public Current(BundleContext context, Class<T> type) {
        tracker = new ServiceTracker<>(context, type, null);
        tracker.open();
    }

    /** The service now there. Not to be kept beyond the present call. */
    @Override
    public Optional<T> get() {
        return Optional.ofNullable(tracker.getService());
    }

    @Override
    public void close() {
        tracker.close();
    }
}
