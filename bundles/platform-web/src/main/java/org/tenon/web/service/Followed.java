package org.tenon.web.service;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A service that may come and go, and that one listens to while it is there. Safe for all threads.
 *
 * @param <T> the service's interface
 */
public final class Followed<T> implements Supplier<Optional<T>>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Followed.class);

    private final ServiceTracker<T, Following<T>> tracker;

    private record Following<T>(T service, AutoCloseable listening) {
    }

    /** @param listen called with each service that comes; what it answers is closed when that goes */
    public Followed(BundleContext context, Class<T> type, Function<T, AutoCloseable> listen) {
        tracker = new ServiceTracker<>(context, type, new ServiceTrackerCustomizer<T, Following<T>>() {
            @Override
            public Following<T> addingService(ServiceReference<T> reference) {
                T service = context.getService(reference);
                return new Following<>(service, listen.apply(service));
            }

            @Override
            public void modifiedService(ServiceReference<T> reference, Following<T> following) {
                // properties are of no interest
            }

            @Override
            public void removedService(ServiceReference<T> reference, Following<T> following) {
                stop(following.listening());
                context.ungetService(reference);
            }
        });
    }

    /** Begins to follow. */
    public void open() {
        tracker.open();
    }

    @Override
    public Optional<T> get() {
        return Optional.ofNullable(tracker.getService()).map(Following::service);
    }

    @Override
    public void close() {
        tracker.close();
    }

    @SuppressWarnings("try")
    private static void stop(AutoCloseable listening) {
        try {
            listening.close();
        } catch (Exception e) {
            LOG.warn("a listener could not be taken off", e);
        }
    }
}
