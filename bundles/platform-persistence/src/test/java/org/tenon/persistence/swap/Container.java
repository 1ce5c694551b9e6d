package org.tenon.persistence.swap;

import java.io.File;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;

/** A framework with the platform's bundles up to persistence, on a home of its own. */
final class Container implements AutoCloseable {

    /** File names of the bundles, as they begin; they lie on the tests' class path. */
    private static final List<String> BUNDLES = List.of("org.osgi.util.function", "org.osgi.util.promise", "org.osgi.service.component", "org.apache.felix.scr", "jakarta.ws.rs-api",
        "jackson-annotations", "jackson-core", "jackson-databind", "platform-openjpa", "platform-derby", "tenon-sdk", "platform-persistence");

    private final Framework framework;

    private Container(Framework framework) {
        this.framework = framework;
    }

    /** @param configuration lines of conf/tenon.properties */
    static Container start(Path home, String configuration) throws Exception {
        Files.createDirectories(home.resolve("conf"));
        Files.writeString(home.resolve("conf/tenon.properties"), configuration);
        return start(home, home.resolve("bundles"));
    }

    /** @param storage where the framework unpacks its bundles */
    static Container start(Path home, Path storage) throws Exception {
        System.setProperty("tenon.home", home.toString());
        Framework framework = new FrameworkFactory().newFramework(Map.of(
            "org.osgi.framework.storage", storage.toString(),
            "org.osgi.framework.storage.clean", "onFirstInit",
            "org.osgi.framework.system.packages.extra",
            "org.slf4j;version=1.7.36,org.slf4j.helpers;version=1.7.36,org.slf4j.spi;version=1.7.36,org.jspecify.annotations;version=1.0.0,"
                + "javax.xml.bind;version=2.3.3,javax.xml.bind.annotation;version=2.3.3,javax.xml.bind.annotation.adapters;version=2.3.3"));
        framework.start();
        List<Bundle> bundles = new ArrayList<>();
        for (String name : BUNDLES) {
            bundles.add(framework.getBundleContext().installBundle(jar(name).toUri().toString()));
        }
        for (Bundle bundle : bundles) {
            bundle.start();
        }
        return new Container(framework);
    }

    private static Path jar(String name) {
        return Stream.concat(Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of), inTarget())
            .filter(path -> path.getFileName().toString().matches(name + "-\\d[^/]*\\.jar"))
            .findFirst().orElseThrow(() -> new IllegalStateException("no jar of " + name + " on the class path"));
    }

    private static Stream<Path> inTarget() {
        File[] files = new File("target").listFiles();
        return files == null ? Stream.of() : Arrays.stream(files).map(File::toPath).map(Path::toAbsolutePath);
    }

    Bundle install(AreaJar jar) throws Exception {
        try (InputStream content = jar.stream()) {
            Bundle bundle = framework.getBundleContext().installBundle("test:" + System.nanoTime(), content);
            bundle.start();
            return bundle;
        }
    }

    Framework framework() {
        return framework;
    }

    @Override
    public void close() throws BundleException, InterruptedException {
        framework.stop();
        FrameworkEvent end = framework.waitForStop(60_000);
        if (end.getType() != FrameworkEvent.STOPPED) {
            throw new IllegalStateException("the framework did not stop: " + end);
        }
    }
}
