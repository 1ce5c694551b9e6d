package org.tenon.shell.plugin;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;

/**
 * Areas whose place another has taken: bundles say so with the header {@code Tenon-Replaces: <area>}, for as long as they run. The area's menu is
 * not shown then, and its addresses lead to the other's records. Safe for all threads.
 */
@Component(service = Replacements.class)
public final class Replacements implements BundleTrackerCustomizer<Replacements.Replacement> {

    private static final String HEADER = "Tenon-Replaces";
    private static final String AREA = "Tenon-Area";

    /** @param area whose place is taken @param by the area that took it */
    record Replacement(String area, String by) {
    }

    private final AtomicLong revision = new AtomicLong();
    private final BundleTracker<Replacement> tracker;

    @Activate
    public Replacements(BundleContext context) {
        tracker = new BundleTracker<>(context, Bundle.ACTIVE, this);
        tracker.open();
    }

    @Deactivate
    void close() {
        tracker.close();
    }

    /** The areas that took the place of others, by the name of the other. */
    public Map<String, String> byReplaced() {
        Map<String, String> all = new HashMap<>();
        tracker.getTracked().values().forEach(one -> all.put(one.area(), one.by()));
        return all;
    }

    /** Rises with every change. */
    public long revision() {
        return revision.get();
    }

    @Override
    public @Nullable Replacement addingBundle(Bundle bundle, @Nullable BundleEvent event) {
        String area = bundle.getHeaders("").get(HEADER);
        String by = bundle.getHeaders("").get(AREA);
        if (area == null || by == null || area.isBlank()) {
            return null;
        }
        revision.incrementAndGet();
        return new Replacement(area.strip(), by.strip());
    }

    @Override
    public void modifiedBundle(Bundle bundle, @Nullable BundleEvent event, Replacement replacement) {
        // Headers do not change while it is tracked.
    }

    @Override
    public void removedBundle(Bundle bundle, @Nullable BundleEvent event, Replacement replacement) {
        revision.incrementAndGet();
    }
}
