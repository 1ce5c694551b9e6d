package org.tenon.plugins.dev;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bundles straight out of the build: {@code -Dtenon.dev.bundles} names a folder of modules, whose {@code <module>/target/*.jar} replace the running
 * bundles of the same symbolic name when they change after the start. Each is looked at five times a second and taken once its size has not changed for
 * one look. {@code ./tenon dev} sets it.
 */
@Component(service = FreshBundles.class, immediate = true)
public final class FreshBundles {

    private static final Logger LOG = LoggerFactory.getLogger(FreshBundles.class);
    private static final String PROPERTY = "tenon.dev.bundles";
    private static final int LOOK_MILLIS = 200;

    private record Mark(long modified, long size) {
    }

    private final BundleContext context;
    private final Map<Path, Mark> seen = new ConcurrentHashMap<>();
    private final Map<Path, Mark> taken = new ConcurrentHashMap<>();
    private @Nullable ScheduledExecutorService watch;

    @Activate
    public FreshBundles(BundleContext context) {
        this.context = context;
        String property = context.getProperty(PROPERTY);
        if (property != null && !property.isBlank()) {
            Path modules = Path.of(property);
            LOG.info("Bundles built in {} replace those that run", modules);
            jars(modules).forEach(jar -> taken.put(jar, mark(jar)));
            watch = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "tenon-fresh-bundles"));
            watch.scheduleWithFixedDelay(() -> jars(modules).forEach(this::look), 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    @Deactivate
    void close() {
        if (watch != null) {
            watch.shutdown();
        }
    }

    private void look(Path jar) {
        Mark now = mark(jar);
        boolean quiet = now.equals(seen.put(jar, now));
        if (quiet && now.size() > 0 && !now.equals(taken.put(jar, now))) {
            try {
                running(jar).ifPresent(bundle -> swap(bundle, jar));
            } catch (IOException | RuntimeException e) {
                LOG.warn("{} could not replace what runs", jar, e);
            }
        } else if (!quiet) {
            LOG.debug("{} is being built", jar);
        }
    }

    private Optional<Bundle> running(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            String name = file.getManifest().getMainAttributes().getValue("Bundle-SymbolicName");
            return Stream.of(context.getBundles()).filter(bundle -> bundle.getSymbolicName().equals(name)).findFirst();
        }
    }

    private void swap(Bundle bundle, Path jar) {
        long start = System.nanoTime();
        try (InputStream in = Files.newInputStream(jar)) {
            bundle.update(in);
            context.getBundle(0).adapt(FrameworkWiring.class).refreshBundles(List.of(bundle), event ->
                LOG.info("{} was swapped in {} ms", bundle.getSymbolicName(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)));
        } catch (BundleException | IOException e) {
            LOG.warn("{} could not be swapped", bundle.getSymbolicName(), e);
        }
    }

    private static List<Path> jars(Path modules) {
        try (Stream<Path> all = Files.list(modules)) {
            return all.map(module -> module.resolve("target")).filter(Files::isDirectory).flatMap(FreshBundles::jarsIn).toList();
        } catch (IOException e) {
            LOG.debug("{} cannot be listed", modules, e);
            return List.of();
        }
    }

    private static Stream<Path> jarsIn(Path target) {
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList().stream();
        } catch (IOException e) {
            return Stream.of();
        }
    }

    /** Size 0 while it is not there. */
    private static Mark mark(Path jar) {
        try {
            return new Mark(Files.getLastModifiedTime(jar).toMillis(), Files.size(jar));
        } catch (IOException e) {
            return new Mark(0, 0);
        }
    }
}
