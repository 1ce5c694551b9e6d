package org.tenon.shell.plugin;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.shell.asset.Asset;

/**
 * The browser's parts of all active bundles. Their files are kept in memory, and for 24 hours after the bundle went, because a page with
 * unsaved input stays on the version it was loaded with. Safe for all threads.
 */
@Component(service = PluginUis.class)
public final class PluginUis implements BundleTrackerCustomizer<PluginUi> {

    private static final Logger LOG = LoggerFactory.getLogger(PluginUis.class);
    private static final Duration KEPT = Duration.ofHours(24);

    /** @param gone when its bundle went, null while it is there */
    private record Files(Map<String, Asset> byName, @Nullable Instant gone) {
    }

    private final Map<String, Files> folders = new ConcurrentHashMap<>();
    private final Map<String, PluginUi> written = new ConcurrentHashMap<>();
    private final AtomicLong revision = new AtomicLong();
    private final BundleTracker<PluginUi> tracker;

    @Activate
    public PluginUis(BundleContext context) {
        tracker = new BundleTracker<>(context, Bundle.ACTIVE | Bundle.STARTING, this);
        tracker.open();
    }

    @Deactivate
    void close() {
        tracker.close();
    }

    public List<PluginUi> all() {
        Map<String, PluginUi> byId = new TreeMap<>();
        tracker.getTracked().values().forEach(ui -> byId.put(ui.id(), ui));
        written.forEach((id, ui) -> byId.put(id, Optional.ofNullable(byId.get(id)).map(packed -> ui.in(packed.area())).orElse(ui)));
        return List.copyOf(byId.values());
    }

    /** Shows these pages, which somebody is writing, instead of those of the same id in a bundle. The earlier ones of that id are forgotten. */
    void develop(PluginUi ui, Map<String, Asset> files) {
        PluginUi before = written.put(ui.id(), ui);
        if (before != null) {
            folders.remove(before.folder());
        }
        folders.put(ui.folder(), new Files(files, null));
        revision.incrementAndGet();
    }

    /** Rises with every change. */
    public long revision() {
        return revision.get();
    }

    /** @param path below {@code /ui/}: {@code <id>/<version>-<hash>/<file>} */
    public Optional<Asset> file(String path) {
        int name = path.indexOf('/', path.indexOf('/') + 1) + 1;
        Files files = name > 1 ? folders.get(path.substring(0, name - 1)) : null;
        return Optional.ofNullable(files).map(found -> found.byName().get(path.substring(name)));
    }

    @Override
    public @Nullable PluginUi addingBundle(Bundle bundle, @Nullable BundleEvent event) {
        try {
            PluginUi ui = PluginUi.of(bundle);
            if (ui != null) {
                folders.put(ui.folder(), new Files(read(bundle), null));
                revision.incrementAndGet();
            }
            return ui;
        } catch (IOException | RuntimeException e) {
            LOG.warn("the pages of {} cannot be read and are left out", bundle.getSymbolicName(), e);
            return null;
        }
    }

    private static Map<String, Asset> read(Bundle bundle) throws IOException {
        Map<String, Asset> files = new ConcurrentHashMap<>();
        List<java.net.URL> entries = new ArrayList<>(Collections.list(bundle.findEntries("ui", "*", true)));
        for (java.net.URL entry : entries) {
            String name = entry.getPath().substring(entry.getPath().indexOf("ui/") + 3);
            if (!name.endsWith("/") && !name.endsWith(".map")) {
                files.put(name, Asset.of(name, entry));
            }
        }
        return files;
    }

    @Override
    public void modifiedBundle(Bundle bundle, @Nullable BundleEvent event, PluginUi ui) {
        // Its files do not change while it is tracked.
    }

    @Override
    public void removedBundle(Bundle bundle, @Nullable BundleEvent event, PluginUi ui) {
        Instant now = Clock.systemUTC().instant();
        folders.computeIfPresent(ui.folder(), (folder, files) -> new Files(files.byName(), now));
        folders.values().removeIf(files -> files.gone() != null && files.gone().isBefore(now.minus(KEPT)));
        revision.incrementAndGet();
    }
}
