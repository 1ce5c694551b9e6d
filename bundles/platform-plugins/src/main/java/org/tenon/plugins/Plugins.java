package org.tenon.plugins;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.apache.karaf.features.FeaturesService;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.jaxrs.runtime.JaxrsServiceRuntime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.persistence.AreaStates;
import org.tenon.persistence.Db;
import org.tenon.persistence.PersistenceUnit;
import org.tenon.plugins.archive.Inspection;
import org.tenon.plugins.archive.Inspector;
import org.tenon.plugins.container.Checkup;
import org.tenon.plugins.container.Doors;
import org.tenon.plugins.container.Features;
import org.tenon.plugins.container.Piece;
import org.tenon.plugins.container.Readiness;
import org.tenon.plugins.container.SmokeCheck;
import org.tenon.plugins.purge.AreaTables;
import org.tenon.plugins.repository.Repository;
import org.tenon.plugins.store.Entry;
import org.tenon.plugins.store.Journal;
import org.tenon.plugins.store.Store;
import org.tenon.plugins.store.Versions;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.audit.Audit;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.job.Job;
import org.tenon.sdk.job.Jobs;
import org.tenon.sdk.record.RecordDirectory;
import org.tenon.sdk.rest.Gate;
import org.tenon.sdk.text.Labels;

/**
 * Plugins as administrators handle them, over REST and on the console: looked at, installed, upgraded, stopped, removed. Safe for all threads.
 */
@Component(service = Plugins.class, immediate = true)
public final class Plugins {

    private final Store store;
    private final Features features;
    private final Catalogue catalogue;
    private final Overview overview;
    private final Changes changes;
    private final Uploads uploads;
    private final Attempts attempts;
    private final Repository repository;
    private final Jobs jobs;
    private final TakeoverJob takeovers;
    private final Clock clock = Clock.systemUTC();
    private final Reconciler reconciler;

    /** The unit is asked for so that the table of attempts exists. */
    @Activate
    public Plugins(BundleContext context, @Reference FeaturesService service, @Reference ServiceComponentRuntime components,
                   @Reference RecordDirectory records, @Reference JaxrsServiceRuntime rest, @Reference Labels labels, @Reference Db db, @Reference Audit audit,
                   @Reference AreaStates areas, @Reference Gate gate, @Reference Jobs jobs, @Reference TakeoverJob takeovers,
                   @Reference(target = "(" + PersistenceUnit.AREA + "=plugins)") PersistenceUnit migrated) {
        this.store = new Store(Homes.plugins());
        this.features = new Features(service, context);
        Inspector inspector = new Inspector(Homes.home().resolve("conf"), clock);
        this.catalogue = new Catalogue(store, features, inspector);
        Readiness readiness = new Readiness(components, records, rest, areas);
        this.overview = new Overview(store, features, catalogue, readiness, labels);
        Exchange exchange = new Exchange(features, readiness, new SmokeCheck(gate, records), new Doors(gate));
        this.uploads = new Uploads(store, inspector, clock);
        this.attempts = new Attempts(db, clock);
        this.repository = Repository.configured(Homes.settings(), Homes.home());
        this.jobs = jobs;
        this.takeovers = takeovers;
        this.changes = new Changes(store, features, catalogue, overview, exchange, attempts, new AreaTables(db), audit, clock);
        this.reconciler = new Reconciler(context, store, features, catalogue, exchange, attempts, clock);
        changes.first(reconciler);
    }

    @Deactivate
    void stop() {
        changes.close();
        reconciler.close();
    }

    /** Every plugin, by name. */
    public List<Plugin> list(Locale locale) {
        return overview.all(locale);
    }

    /** @throws TenonException NOT_FOUND */
    Plugin get(String name, Locale locale) {
        catalogue.check(name);
        return overview.one(name, locale);
    }

    /** Why it serves or does not. @throws TenonException NOT_FOUND */
    public Checkup check(String name) {
        catalogue.check(name);
        return overview.check(name);
    }

    /** Newest first. */
    List<Attempts.Attempt> attempts() {
        return attempts.latest();
    }

    /** Takes in an archive to look at. @throws TenonException UNREADABLE if it is no plugin */
    public Offer receive(InputStream archive) {
        return offer(uploads.receive(file -> Files.copy(archive, file)));
    }

    private Offer offer(Uploads.Upload upload) {
        String name = upload.content().name();
        return Offer.of(upload.id(), upload.content(), catalogue.installed(name), catalogue.area(name).map(Piece::version));
    }

    /** Takes in an archive that a repository offers. @throws TenonException NOT_FOUND, or CONFLICT if it cannot be fetched */
    Offer fetch(String offered) {
        return offer(uploads.receive(file -> repository.fetch(offered, file)));
    }

    /** What the configured repositories offer. */
    Repository.Listing repository() {
        return repository.list();
    }

    /** Forgets what was sent. */
    void discard(String upload) {
        uploads.drop(upload);
    }

    /** Installs what was sent, in the place of any other version. @throws TenonException CONFLICT with the reason if it does not come up */
    public Plugin installUpload(String id) {
        Uploads.Upload upload = uploads.find(id);
        Offer offer = offer(upload);
        String name = upload.content().name();
        String version = upload.content().version();
        if (offer.refused()) {
            throw Changes.refusal(name + " " + version + " is refused: " + offer.findings().get(0).text());
        }
        Plugin plugin = changes.bring(offer.action(), name, version, () -> {
            store.keep(upload.file(), name, version);
            catalogue.forget(name, version);
            return Features.piece(store.unpacked(name, version));
        }, upload.content().sha256());
        uploads.drop(id);
        return plugin;
    }

    /**
     * Installs it, or starts it where it was stopped, and answers once it serves; does nothing if it serves already.
     *
     * @param version null for the one it had last, or the newest there is
     * @throws TenonException CONFLICT with the reason if it does not come up
     */
    public Plugin install(String name, @Nullable String version) {
        catalogue.check(name);
        Optional<Entry> entry = store.installed().find(name);
        String chosen = version != null ? version : entry.filter(Entry::uploaded).map(Entry::version)
            .or(() -> catalogue.area(name).map(Piece::version)).or(() -> store.versions(name).stream().findFirst())
            .orElseThrow(() -> TenonException.notFound("no version of " + name + " is there"));
        return changes.bring("install", name, chosen);
    }

    /** Brings it to another version: the newest that is kept, unless one is named. @throws TenonException CONFLICT with the reason if it does not come up */
    public Plugin upgrade(String name, @Nullable String version) {
        catalogue.check(name);
        String chosen = version != null ? version : overview.versions(name).stream().findFirst()
            .orElseThrow(() -> TenonException.notFound("no version of " + name + " is kept"));
        String present = features.installed(name).orElse(chosen);
        return changes.bring(Versions.ORDER.compare(chosen, present) < 0 ? "downgrade" : "upgrade", name, chosen);
    }

    /** Brings it back to the version it had before. @throws TenonException CONFLICT if there was none */
    public Plugin rollback(String name) {
        catalogue.check(name);
        String previous = store.installed().find(name).map(Entry::previous)
            .orElseThrow(() -> TenonException.conflict(name + " had no other version before"));
        return changes.bring("rollback", name, previous);
    }

    /** Starts it again after a stop. */
    Plugin start(String name) {
        catalogue.check(name);
        Entry entry = store.installed().find(name).orElseThrow(() -> TenonException.conflict(name + " is not stopped"));
        return changes.bring("start", name, entry.uploaded() ? entry.version() : catalogue.area(name).map(Piece::version).orElse(entry.version()));
    }

    /** Stops it; it stays stopped until someone starts it. @throws TenonException CONFLICT if others need it, or it does not run */
    Plugin stop(String name) {
        Caller caller = Caller.current();
        changes.takeAway("stop", name, Entry.State.STOPPED);
        return overview.one(name, caller.locale());
    }

    /** Takes it out; its data stays, and so does its archive. @throws TenonException CONFLICT if others need it, NOT_FOUND if it is not installed */
    public void remove(String name) {
        changes.takeAway("uninstall", name, Entry.State.REMOVED);
    }

    /**
     * Takes it out if it is installed, copies its tables to {@code TENON_HOME/backups}, then drops them and its archives.
     *
     * @param confirmed the name once more, as the person typed it
     * @return the file with the copy
     */
    Path purge(String name, @Nullable String confirmed) {
        catalogue.check(name);
        if (!name.equals(confirmed)) {
            throw TenonException.invalid("confirm", "mismatch", "repeat the plugin's name to drop its data");
        }
        if (overview.installed(name)) {
            remove(name);
        }
        return changes.drop(name);
    }

    /**
     * Has the records of the area whose place it takes copied, in the background.
     *
     * @throws TenonException CONFLICT if it takes no area's place, or cannot copy records
     */
    Job takeover(String name) {
        catalogue.check(name);
        String area = catalogue.present(name).flatMap(piece -> features.header(piece, "Tenon-Replaces"))
            .orElseThrow(() -> TenonException.conflict(name + " takes no area's place"));
        if (!takeovers.offered(area)) {
            throw TenonException.conflict(name + " cannot copy the records of " + area);
        }
        return jobs.submit(TakeoverJob.KIND, area + " → " + name, Map.of(TakeoverJob.AREA, area));
    }
}
