package org.tenon.plugins;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.jaxrs.runtime.JaxrsServiceRuntime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.persistence.Db;
import org.tenon.persistence.PersistenceUnit;
import org.tenon.plugins.Plugin.State;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.audit.Audit;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordDirectory;
import org.tenon.sdk.text.Labels;

/**
 * Installs and uninstalls plugins, one at a time, on a thread of its own: a request's thread must not take away what it runs through.
 * A plugin that does not come up is uninstalled again, and the reason told. Safe for all threads.
 */
@Component(service = Plugins.class)
public final class Plugins {

    private static final Logger LOG = LoggerFactory.getLogger(Plugins.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Features features;
    private final Readiness readiness;
    private final Attempts attempts;
    private final Labels labels;
    private final Audit audit;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> new Thread(task, "tenon-plugins"));

    /** The unit is asked for so that the table of attempts exists. */
    @Activate
    public Plugins(BundleContext context, @Reference FeaturesService service, @Reference ServiceComponentRuntime components,
                   @Reference RecordDirectory records, @Reference JaxrsServiceRuntime rest, @Reference Labels labels, @Reference Db db, @Reference Audit audit,
                   @Reference(target = "(" + PersistenceUnit.AREA + "=plugins)") PersistenceUnit migrated) {
        this.features = new Features(service, context);
        this.readiness = new Readiness(components, records, rest);
        this.attempts = new Attempts(db, Clock.systemUTC());
        this.labels = labels;
        this.audit = audit;
    }

    @Deactivate
    void stop() {
        worker.shutdown();
    }

    /** Every plugin, by name. */
    List<Plugin> list(Locale locale) {
        return features.plugins().stream().map(feature -> plugin(feature, locale)).toList();
    }

    /** Newest first. */
    List<Attempts.Attempt> attempts() {
        return attempts.latest();
    }

    /** Installs it and answers once it serves; does nothing if it serves already. @throws TenonException CONFLICT with the reason if it cannot */
    Plugin install(String name) {
        Caller caller = Caller.current();
        Feature feature = features.plugin(name);
        return one(() -> {
            if (state(feature) != State.ACTIVE) {
                String reason = tryInstall(feature);
                attempts.add(caller, "install", name, feature.getVersion(), reason);
                if (!reason.isEmpty()) {
                    LOG.warn("plugin {} {} was not installed: {}", name, feature.getVersion(), reason);
                    throw TenonException.conflict(name + " was not installed: " + reason);
                }
                note(caller, "plugins.install", feature);
                LOG.info("plugin {} {} was installed", name, feature.getVersion());
            }
            return plugin(feature, caller.locale());
        });
    }

    /** Uninstalls it; its data stays. @throws TenonException NOT_FOUND if it is not installed */
    void uninstall(String name) {
        Caller caller = Caller.current();
        Feature feature = features.plugin(name);
        one(() -> {
            if (!features.installed(feature)) {
                throw TenonException.notFound(name + " is not installed");
            }
            features.uninstall(feature);
            attempts.add(caller, "uninstall", name, feature.getVersion(), "");
            note(caller, "plugins.uninstall", feature);
            LOG.info("plugin {} {} was uninstalled", name, feature.getVersion());
            return name;
        });
    }

    private void note(Caller caller, String kind, Feature feature) {
        caller.run(() -> {
            audit.append(kind, feature.getName() + " " + feature.getVersion());
            return feature;
        });
    }

    /** Empty on success, else why not; then nothing of it is left. */
    private String tryInstall(Feature feature) throws Exception {
        String reason = "";
        try {
            features.install(feature);
        } catch (Exception e) { // declared by the interface; whether it matters is judged below, by the plugin's own bundles
            reason = Reasons.plain(e);
        }
        Optional<String> obstacle = waitUntilReady(feature);
        if (obstacle.isEmpty()) {
            return "";
        }
        if (features.installed(feature)) {
            features.uninstall(feature);
        }
        return reason.isEmpty() ? obstacle.get() : reason;
    }

    private Optional<String> waitUntilReady(Feature feature) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Optional<String> obstacle = readiness.obstacle(features.bundles(feature));
        while (obstacle.isPresent() && System.nanoTime() < end && running(feature)) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            obstacle = readiness.obstacle(features.bundles(feature));
        }
        return obstacle;
    }

    /** A bundle that did not start will not become ready by waiting. */
    private boolean running(Feature feature) {
        List<Bundle> bundles = features.bundles(feature);
        return !bundles.isEmpty() && bundles.stream().allMatch(bundle -> bundle.getState() == Bundle.ACTIVE || bundle.getState() == Bundle.STARTING);
    }

    private Plugin plugin(Feature feature, Locale locale) {
        String described = feature.getDescription() == null ? feature.getName() : feature.getDescription();
        String label = labels.find(feature.getName(), "area.label", locale).orElse(described);
        return new Plugin(feature.getName(), feature.getVersion(), state(feature), label);
    }

    private State state(Feature feature) {
        if (!features.installed(feature)) {
            return State.AVAILABLE;
        }
        List<Bundle> bundles = features.bundles(feature);
        if (!bundles.isEmpty() && bundles.stream().allMatch(bundle -> bundle.getState() == Bundle.RESOLVED)) {
            return State.STOPPED;
        }
        return readiness.obstacle(bundles).isEmpty() ? State.ACTIVE : State.FAILED;
    }

    private <T> T one(Callable<T> job) {
        try {
            return worker.submit(job).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a plugin is being changed", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TenonException refusal) {
                throw refusal;
            }
            throw new IllegalStateException("a plugin could not be changed", e.getCause());
        }
    }
}
