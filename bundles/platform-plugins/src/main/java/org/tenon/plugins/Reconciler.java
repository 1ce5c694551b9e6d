package org.tenon.plugins;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.plugins.container.Features;
import org.tenon.plugins.container.Piece;
import org.tenon.plugins.refusal.Refusal;
import org.tenon.plugins.store.Entry;
import org.tenon.plugins.store.Store;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.lint.text.Sentence;
import org.tenon.sdk.plugin.PluginsReady;

/**
 * Makes the container run what is to run, once at each start: it may have forgotten everything, and a crash may have broken a change off. A plugin
 * that does not come up is left out with the reason; the system starts all the same. Then offers {@link PluginsReady}.
 */
final class Reconciler implements Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
    private static final long START_SECONDS = 300;
    private static final long LOOK_AGAIN_MILLIS = 20;

    private final BundleContext context;
    private final Store store;
    private final Features features;
    private final Catalogue catalogue;
    private final Exchange exchange;
    private final Attempts attempts;
    private final Clock clock;
    private final ServiceTracker<Object, Object> booted;
    private volatile @Nullable ServiceRegistration<PluginsReady> ready;

    Reconciler(BundleContext context, Store store, Features features, Catalogue catalogue, Exchange exchange, Attempts attempts, Clock clock) {
        this.context = context;
        this.store = store;
        this.features = features;
        this.catalogue = catalogue;
        this.exchange = exchange;
        this.attempts = attempts;
        this.clock = clock;
        this.booted = new ServiceTracker<>(context, "org.apache.karaf.features.BootFinished", null);
        booted.open(true);
    }

    @Override
    public void run() {
        try {
            // Two resolver runs at a time would undo each other's work.
            if (booted.waitForService(TimeUnit.SECONDS.toMillis(START_SECONDS)) == null || !allStarted()) {
                LOG.error("the distribution's own features did not all start; plugins are left as they are");
            } else {
                tryToReconcile();
            }
            ready = context.registerService(PluginsReady.class, new PluginsReady() { }, null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Bundles that the container remembers start level by level, long after this one. */
    private boolean allStarted() throws InterruptedException {
        FrameworkStartLevel level = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkStartLevel.class);
        String last = context.getProperty(Constants.FRAMEWORK_BEGINNING_STARTLEVEL);
        int goal = last == null ? 1 : Integer.parseInt(last.strip());
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (level.getStartLevel() < goal && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
        }
        return level.getStartLevel() >= goal;
    }

    /** Whatever is wrong with plugins, the system starts. */
    private void tryToReconcile() {
        try {
            reconcile();
        } catch (RuntimeException e) {
            LOG.error("plugins cannot be brought to their state", e);
        }
    }

    private void reconcile() {
        Caller system = Caller.system("Tenon");
        store.journal().pending().ifPresent(change -> {
            LOG.warn("the {} of plugin {} {} was broken off; what was before holds", change.action(), change.plugin(), change.version());
            Optional<Entry> entry = store.installed().find(change.plugin());
            store.settle(change.plugin(), change.version(), entry.map(Entry::sha256).orElse(""));
            boolean happened = entry.filter(one -> one.version().equals(change.version()) && one.state() == Entry.State.STARTED).isPresent();
            if (!happened) {
                attempts.add(system, change.action(), change.plugin(), change.version(), Sentence.of("plugins.said.brokenOff"));
            }
        });
        removeUnknown();
        exchange.awaitDistribution();
        List<String> order = order();
        Set<String> fresh = bringForgotten(order);
        for (String name : order) {
            try {
                reconcile(name, fresh.contains(name), system);
            } catch (RuntimeException e) {
                LOG.error("plugin {} cannot be brought to its state", name, e);
                fail(name, e instanceof TenonException refusal ? Refusal.sentence(refusal) : Sentence.of("plugins.said.unreadable"));
            }
        }
        store.journal().end();
    }

    /**
     * Takes out what the container remembers of plugins that are not wanted, were never completed, or lay elsewhere before the home was moved; all in one
     * run, as each run reads the files of everything that is installed.
     */
    private void removeUnknown() {
        Set<URI> wanted = new HashSet<>();
        catalogue.names().forEach(name -> wanted(name).map(Piece::repository).ifPresent(wanted::add));
        exchange.takeAway(features.strangers().stream().filter(stranger -> !wanted.contains(stranger.repository())).toList());
    }

    /** Those that others need come first. */
    private List<String> order() {
        List<String> order = new ArrayList<>();
        List<String> left = new ArrayList<>(catalogue.names());
        while (!left.isEmpty()) {
            String next = left.stream().filter(name -> requires(name).stream().noneMatch(left::contains)).findFirst().orElse(left.get(0));
            left.remove(next);
            order.add(next);
        }
        return order;
    }

    private List<String> requires(String name) {
        return wanted(name).map(Piece::requires).orElse(List.of());
    }

    /** Empty for what is not wanted, and for what cannot be read. */
    private Optional<Piece> wanted(String name) {
        try {
            return catalogue.wanted(name, store.installed().find(name));
        } catch (TenonException | UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    /** Brings what the container does not remember, all in one run. @return the names of what was to come */
    private Set<String> bringForgotten(List<String> names) {
        List<Piece> forgotten = names.stream().flatMap(name -> wanted(name).stream())
            .filter(piece -> features.installed(piece.name()).filter(piece.version()::equals).isEmpty()).toList();
        if (forgotten.size() > 1) {
            exchange.bring(forgotten);
        }
        return forgotten.stream().map(Piece::name).collect(Collectors.toSet());
    }

    /** @param fresh whether it has only just been brought */
    private void reconcile(String name, boolean fresh, Caller system) {
        Optional<Entry> entry = store.installed().find(name);
        Optional<Piece> wanted = catalogue.wanted(name, entry);
        Optional<String> present = features.installed(name);
        if (wanted.isEmpty()) {
            present.flatMap(version -> catalogue.present(name)).ifPresent(exchange::takeAway);
            return;
        }
        boolean there = present.equals(wanted.map(Piece::version));
        if (there && !fresh && wanted.get().repository() == null) {
            // It came with the distribution and was waited for.
            return;
        }
        Optional<Sentence> reason = !there ? exchange.bring(wanted.get()) : fresh ? exchange.check(wanted.get()) : exchange.await(wanted.get());
        if (there && fresh && reason.isPresent()) {
            // Alone it says what is wrong with it.
            reason = exchange.bring(wanted.get());
        }
        if (reason.isPresent()) {
            LOG.error("plugin {} {} does not come up: {}", name, wanted.get().version(), reason.get());
            exchange.takeAway(wanted.get());
            attempts.add(system, "start", name, wanted.get().version(), reason.get());
            fail(name, reason.get());
        } else {
            entry.filter(one -> one.state() == Entry.State.FAILED)
                .ifPresent(one -> store.installed().put(one.in(Entry.State.STARTED, clock.instant(), system.name(), null)));
        }
    }

    private void fail(String name, Sentence reason) {
        Entry entry = store.installed().find(name).orElseGet(() -> new Entry(name, catalogue.area(name).map(Piece::version).orElse(""),
            Entry.State.FAILED, clock.instant(), "Tenon", null, "", reason));
        store.installed().put(entry.in(Entry.State.FAILED, clock.instant(), "Tenon", reason));
    }

    @Override
    public void close() {
        ServiceRegistration<PluginsReady> offered = ready;
        if (offered != null) {
            offered.unregister();
        }
        booted.close();
    }
}
