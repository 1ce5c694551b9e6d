package org.tenon.plugins;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.plugins.archive.Inspection;
import org.tenon.plugins.container.Features;
import org.tenon.plugins.container.Piece;
import org.tenon.plugins.purge.AreaData;
import org.tenon.plugins.refusal.Refusal;
import org.tenon.plugins.store.Entry;
import org.tenon.plugins.store.Journal;
import org.tenon.plugins.store.Store;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.audit.Audit;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.lint.text.Sentence;

/**
 * Changes of what is installed, one at a time, on a thread of their own: a request's thread must not take away what it runs through. Each is written
 * down before it begins and counts once it has come up; one that does not leaves what was there before. Safe for all threads.
 */
final class Changes implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);

    private final Store store;
    private final Features features;
    private final Catalogue catalogue;
    private final Overview overview;
    private final Exchange exchange;
    private final Attempts attempts;
    private final AreaData data;
    private final Audit audit;
    private final Clock clock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> new Thread(task, "tenon-plugins"));

    Changes(Store store, Features features, Catalogue catalogue, Overview overview, Exchange exchange, Attempts attempts, AreaData data, Audit audit,
            Clock clock) {
        this.store = store;
        this.features = features;
        this.catalogue = catalogue;
        this.overview = overview;
        this.exchange = exchange;
        this.attempts = attempts;
        this.data = data;
        this.audit = audit;
        this.clock = clock;
    }

    /** Done before any change. */
    void first(Runnable work) {
        worker.execute(work);
    }

    @Override
    public void close() {
        worker.shutdown();
    }

    /** Brings a version whose archive is kept, or that came with the distribution. */
    Plugin bring(String action, String name, String version) {
        catalogue.installed(name).flatMap(now -> Offer.incompatible(version, now)).ifPresent(reason -> {
            throw Refusal.of(Kind.CONFLICT, reason);
        });
        boolean area = catalogue.area(name).filter(one -> one.version().equals(version)).isPresent();
        return bring(action, name, version, () -> catalogue.piece(name, version), area ? "" : sum(name, version));
    }

    /** Copies all its data to {@code TENON_HOME/backups}, then drops it and its archives. @return the file with the copy */
    Path drop(String name) {
        Caller caller = Caller.current();
        return one(() -> {
            String version = overview.one(name, caller.locale()).version();
            String time = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC).format(clock.instant());
            Path copy = Homes.home().resolve("backups").resolve(name + "-" + time + ".zip");
            caller.run(() -> {
                data.purge(catalogue.areas(name, version), copy);
                return name;
            });
            store.forget(name);
            if (catalogue.area(name).isEmpty()) {
                store.installed().remove(name);
            }
            conclude(caller, "purge", name, version, null);
            return copy;
        });
    }

    private String sum(String name, String version) {
        return catalogue.content(catalogue.piece(name, version)).map(Inspection::sha256).orElse("");
    }

    /**
     * Brings a version, in the place of any other.
     *
     * @param wanted makes it ready; called once the change is written down
     * @param sha256 of its archive; empty for an area of the distribution
     * @throws TenonException CONFLICT with the reason if it does not come up
     */
    Plugin bring(String action, String name, String version, Supplier<Piece> wanted, String sha256) {
        Caller caller = Caller.current();
        return one(() -> {
            Optional<Entry> before = store.installed().find(name);
            Optional<Piece> present = catalogue.present(name);
            if (present.filter(piece -> piece.version().equals(version)).isPresent() && !action.equals("reinstall") && overview.serves(name)) {
                return overview.one(name, caller.locale());
            }
            store.journal().begin(new Journal.Change(action, name, version, caller.name()));
            Optional<Sentence> reason;
            try {
                Piece to = wanted.get();
                missing(to).ifPresent(missing -> {
                    throw Refusal.conflict("plugins.said.requires", name, missing);
                });
                reason = exchange.replace(present.orElse(null), to);
            } catch (TenonException e) {
                reason = Optional.of(Refusal.sentence(e));
            }
            if (reason.isEmpty()) {
                String previous = present.map(Piece::version).filter(other -> !other.equals(version))
                    .or(() -> before.map(Entry::previous)).filter(other -> !other.equals(version)).orElse(null);
                store.installed().put(new Entry(name, version, Entry.State.STARTED, clock.instant(), caller.name(), previous, sha256, null));
            }
            catalogue.forget(name, version);
            store.settle(name, version, reason.isEmpty() ? sha256 : before.map(Entry::sha256).orElse(""));
            if (reason.isPresent() && before.isEmpty()) {
                store.forget(name, version);
            }
            store.journal().end();
            conclude(caller, action, name, version, reason.orElse(null));
            return overview.one(name, caller.locale());
        });
    }

    private Optional<String> missing(Piece piece) {
        return piece.requires().stream().filter(name -> features.installed(name).isEmpty()).findFirst();
    }

    /** Takes it out of the container. @throws TenonException CONFLICT if others need it or it does not run, NOT_FOUND if it is not installed */
    void takeAway(String action, String name, Entry.State state) {
        Caller caller = Caller.current();
        catalogue.check(name);
        one(() -> {
            Optional<Entry> before = store.installed().find(name);
            Optional<Piece> present = catalogue.present(name);
            boolean stopped = before.filter(entry -> entry.state() == Entry.State.STOPPED || entry.state() == Entry.State.FAILED).isPresent();
            if (present.isEmpty() && (state == Entry.State.STOPPED || !stopped)) {
                throw state == Entry.State.STOPPED ? Refusal.conflict("plugins.said.notRunning", name) : Refusal.notFound("plugins.said.notInstalled", name);
            }
            List<String> needing = overview.requiredBy(name);
            if (!needing.isEmpty()) {
                throw Refusal.conflict(needing.size() == 1 ? "plugins.said.needed" : "plugins.said.neededByMany", name, String.join(", ", needing));
            }
            String version = present.map(Piece::version).or(() -> before.map(Entry::version)).orElse("");
            store.journal().begin(new Journal.Change(action, name, version, caller.name()));
            present.ifPresent(exchange::takeAway);
            store.installed().put(before.map(entry -> entry.in(state, clock.instant(), caller.name(), null))
                .orElseGet(() -> new Entry(name, version, state, clock.instant(), caller.name(), null, "", null)));
            store.journal().end();
            conclude(caller, action, name, version, null);
            return name;
        });
    }

    /** @param reason why it failed; null if it did not */
    private void conclude(Caller caller, String action, String name, String version, @Nullable Sentence reason) {
        attempts.add(caller, action, name, version, reason);
        caller.run(() -> {
            audit.append("plugins." + (reason == null ? action : "failed"), name + " " + version + (reason == null ? "" : ", " + action + ": " + reason));
            return name;
        });
        if (reason != null) {
            LOG.warn("plugin {} {}: {} failed: {}", name, version, action, reason);
            throw Refusal.conflict("plugins.said.failed", name, version, reason);
        }
        LOG.info("plugin {} {}: {}", name, version, action);
    }

    private <T> T one(Callable<T> job) {
        try {
            return worker.submit(job).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a plugin is being changed", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TenonException refusal) {
                throw Refusal.retold(refusal);
            }
            throw new IllegalStateException("a plugin could not be changed", e.getCause());
        }
    }
}
