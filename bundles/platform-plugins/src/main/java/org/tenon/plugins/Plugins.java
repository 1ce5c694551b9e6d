package org.tenon.plugins;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.features.FeaturesService;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.jaxrs.runtime.JaxrsServiceRuntime;
import org.tenon.persistence.AreaStates;
import org.tenon.persistence.Db;
import org.tenon.persistence.PersistenceUnit;
import org.tenon.plugins.archive.Inspector;
import org.tenon.plugins.container.Checkup;
import org.tenon.plugins.container.Doors;
import org.tenon.plugins.container.Features;
import org.tenon.plugins.container.Piece;
import org.tenon.plugins.container.Readiness;
import org.tenon.plugins.container.SmokeCheck;
import org.tenon.plugins.purge.AreaData;
import org.tenon.plugins.purge.Remains;
import org.tenon.plugins.refusal.Refusal;
import org.tenon.plugins.repository.Repository;
import org.tenon.plugins.store.Entry;
import org.tenon.plugins.store.Store;
import org.tenon.plugins.store.Versions;
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
    private final Clock clock = Clock.systemUTC();
    private final Reconciler reconciler;

    /** The unit is asked for so that the table of attempts exists. */
    @Activate
    public Plugins(BundleContext context, @Reference FeaturesService service, @Reference ServiceComponentRuntime components,
                   @Reference RecordDirectory records, @Reference JaxrsServiceRuntime rest, @Reference Labels labels, @Reference Db db, @Reference Audit audit,
                   @Reference AreaStates areas, @Reference Gate gate, @Reference Jobs jobs, @Reference TakeoverJob takeovers, @Reference Remains remains,
                   @Reference(target = "(" + PersistenceUnit.AREA + "=plugins)") PersistenceUnit migrated) {
        this.store = new Store(Homes.plugins());
        this.features = new Features(service, context);
        Inspector inspector = new Inspector(Homes.home().resolve("conf"), clock);
        this.catalogue = new Catalogue(store, features, inspector);
        Readiness readiness = new Readiness(components, records, rest, areas);
        this.overview = new Overview(store, features, catalogue, readiness, labels, takeovers);
        Exchange exchange = new Exchange(features, readiness, new SmokeCheck(gate, records), new Doors(gate));
        this.uploads = new Uploads(store, inspector, clock);
        this.attempts = new Attempts(db, clock);
        this.repository = Repository.configured(Homes.settings(), Homes.home());
        this.jobs = jobs;
        this.changes = new Changes(store, features, catalogue, overview, exchange, attempts, new AreaData(db, remains), audit, clock);
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
    public Checkup check(String name, Locale locale) {
        catalogue.check(name);
        return overview.check(name, locale);
    }

    /** Newest first. */
    List<Attempts.Attempt> attempts(Locale locale) {
        return attempts.latest(locale);
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
    Repository.Listing repository(Locale locale) {
        return repository.list(locale);
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
            throw Refusal.conflict("plugins.said.refused", name, version, offer.findings().get(0).sentence());
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
            .orElseThrow(() -> Refusal.notFound("plugins.said.noVersion", name));
        return changes.bring("install", name, chosen);
    }

    /** Brings it to another version: the newest that is kept, unless one is named. @throws TenonException CONFLICT with the reason if it does not come up */
    public Plugin upgrade(String name, @Nullable String version) {
        catalogue.check(name);
        String chosen = version != null ? version : overview.versions(name).stream().findFirst()
            .orElseThrow(() -> Refusal.notFound("plugins.said.noVersion", name));
        String present = features.installed(name).orElse(chosen);
        return changes.bring(Versions.ORDER.compare(chosen, present) < 0 ? "downgrade" : "upgrade", name, chosen);
    }

    /** Brings it back to the version it had before. @throws TenonException CONFLICT if there was none */
    public Plugin rollback(String name) {
        catalogue.check(name);
        String previous = store.installed().find(name).map(Entry::previous)
            .orElseThrow(() -> Refusal.conflict("plugins.said.noPrevious", name));
        return changes.bring("rollback", name, previous);
    }

    /** Starts it again after a stop. */
    Plugin start(String name) {
        catalogue.check(name);
        Entry entry = store.installed().find(name).orElseThrow(() -> Refusal.conflict("plugins.said.notStopped", name));
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
     * Takes it out if it is installed, copies all that is stored of it to {@code TENON_HOME/backups} (its tables; history, comments, files, custom fields, views and
     * rights of its records), then drops that and its archives.
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
        String area = overview.takesOver(name).orElseThrow(() -> Refusal.conflict("plugins.said.takesNothing", name));
        return jobs.submit(TakeoverJob.KIND, area + " → " + name, Map.of(TakeoverJob.AREA, area));
    }
}
