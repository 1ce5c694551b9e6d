package org.tenon.shell.plugin;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.sdk.shell.MenuContribution;
import org.tenon.sdk.shell.MenuItem;
import org.tenon.shell.asset.Asset;

/**
 * Pages straight out of the folders they are written in: {@code -Dtenon.dev.ui} names these (each with a {@code ui.json}), separated as in a class
 * path. A folder is looked at five times a second; once it has been quiet for one look after a change, open browsers get the new pages. Without the property
 * nothing happens.
 */
@Component(service = WrittenPages.class, immediate = true)
public final class WrittenPages {

    private static final Logger LOG = LoggerFactory.getLogger(WrittenPages.class);
    private static final String PROPERTY = "tenon.dev.ui";
    private static final int LOOK_MILLIS = 200;

    private final PluginUis pages;
    private final Runnable changed;
    private final Map<Path, Integer> shown = new ConcurrentHashMap<>();
    private final Map<Path, Integer> seen = new ConcurrentHashMap<>();
    private @Nullable ScheduledExecutorService watch;
    private @Nullable ServiceRegistration<MenuContribution> news;

    @Activate
    public WrittenPages(BundleContext context, @Reference PluginUis pages) {
        this.pages = pages;
        this.changed = () -> tell(context);
        String property = context.getProperty(PROPERTY);
        if (property != null && !property.isBlank()) {
            List<Path> folders = Arrays.stream(property.split(File.pathSeparator)).map(Path::of).toList();
            LOG.info("Pages are shown out of {}, which is for writing them", folders);
            watch = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "tenon-written-pages"));
            watch.scheduleWithFixedDelay(() -> folders.forEach(this::look), 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    WrittenPages(PluginUis pages, Runnable changed) {
        this.pages = pages;
        this.changed = changed;
    }

    @Deactivate
    void close() {
        if (watch != null) {
            watch.shutdownNow();
        }
        if (news != null) {
            news.unregister();
        }
    }

    /** One look at a folder. */
    void look(Path folder) {
        try {
            int now = fingerprint(folder);
            Integer before = seen.put(folder, now);
            if (before != null && before == now && !Integer.valueOf(now).equals(shown.get(folder))) {
                PluginUi ui = PluginUi.of(folder, Integer.toHexString(now));
                pages.develop(ui, read(folder));
                shown.put(folder, now);
                changed.run();
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("the pages in {} cannot be read at this moment", folder, e);
        }
    }

    /** Live events tell browsers when a menu contribution comes or goes; this one has no entries. */
    private void tell(BundleContext context) {
        ServiceRegistration<MenuContribution> before = news;
        news = context.registerService(MenuContribution.class, new MenuContribution() {
            @Override
            public String area() {
                return "shell";
            }

            @Override
            public List<MenuItem> items() {
                return List.of();
            }
        }, null);
        if (before != null) {
            before.unregister();
        }
    }

    private static int fingerprint(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis());
            }
        }
        return files.hashCode();
    }

    private static Map<String, Asset> read(Path folder) throws IOException {
        Map<String, Asset> files = new ConcurrentHashMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).filter(file -> !file.toString().endsWith(".map")).toList()) {
                String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
                files.put(name, Asset.of(name, file.toUri().toURL()));
            }
        }
        return files;
    }
}
