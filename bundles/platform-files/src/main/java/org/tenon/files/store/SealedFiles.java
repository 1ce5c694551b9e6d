package org.tenon.files.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.tenon.files.content.ContentFolder;
import org.tenon.files.content.ContentKey;
import org.tenon.files.content.ContentTypes;
import org.tenon.files.content.Draft;
import org.tenon.persistence.Db;
import org.tenon.persistence.PersistenceUnit;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.file.FileStore;
import org.tenon.sdk.file.StoredFile;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordRef;
import org.tenon.sdk.tx.Tx;

/** Files in tables, their contents sealed in {@code TENON_HOME/files}. */
@Component(service = FileStore.class, configurationPid = "org.tenon.files")
public final class SealedFiles implements FileStore, AutoCloseable {

    /** {@code etc/org.tenon.files.cfg}. */
    public @interface Config {

        /** The largest file. */
        int megabytes() default 200;

        /** Types that are not taken, by default programs. */
        String[] refusedTypes() default {"application/x-msdownload", "application/x-dosexec", "application/x-ms-installer", "application/x-elf",
            "application/x-executable", "application/x-sharedlib", "application/x-mach-o", "application/x-mach-o-executable"};
    }

    private final Tx tx;
    private final Clock clock;
    private final long limit;
    private final Set<String> refused;
    private final ContentTypes types = new ContentTypes();
    private final ContentFolder folder;
    private final ContentTable contents;
    private final FileTable files;
    private final Sweep sweep;

    /** @param ours there once our tables are */
    @Activate
    public SealedFiles(Config config, @Reference Db db, @Reference Tx tx, @Reference(target = "(" + PersistenceUnit.AREA + "=files)") PersistenceUnit ours)
        throws IOException {
        this(home(), config.megabytes() * 1024L * 1024, Set.of(config.refusedTypes()), db, tx, Clock.systemUTC());
        sweep.start();
    }

    SealedFiles(Path home, long limit, Set<String> refused, Db db, Tx tx, Clock clock) throws IOException {
        this.tx = tx;
        this.clock = clock;
        this.limit = limit;
        this.refused = refused;
        this.folder = new ContentFolder(home.resolve("files"), ContentKey.of(home.resolve("keys"), ContentTable.empty(db)));
        this.contents = new ContentTable(db, tx, folder);
        this.files = new FileTable(db);
        this.sweep = new Sweep(this, contents, folder, clock);
    }

    private static Path home() {
        String chosen = System.getProperty("tenon.home", "");
        return chosen.isBlank() ? Path.of(System.getProperty("user.home"), ".tenon") : Path.of(chosen);
    }

    @Override
    @Deactivate
    public void close() {
        sweep.close();
    }

    @Override
    public StoredFile keep(String name, InputStream content, @Nullable Duration keep) {
        return keep(name, content::transferTo, keep);
    }

    @Override
    public StoredFile keep(String name, Writer content, @Nullable Duration keep) {
        long member = Caller.current().memberId();
        Draft draft = disk(() -> folder.write(content, limit));
        try {
            String plain = FileNames.plain(name);
            String type = types.of(draft.head(), plain);
            if (refused.contains(type)) {
                throw TenonException.invalid("file", "type", "files of the type " + type + " are not taken");
            }
            LocalDateTime now = now();
            StoredFile file = new StoredFile(RecordId.next(), plain, type, draft.size(), draft.sha256(), member, null, now,
                keep == null ? null : now.plus(keep));
            tx.run(() -> {
                contents.take(draft);
                files.insert(file);
            });
            return file;
        } finally {
            disk(() -> {
                folder.discard(draft);
                return draft;
            });
        }
    }

    @Override
    public Optional<StoredFile> find(RecordId id) {
        return files.find(id);
    }

    @Override
    public List<StoredFile> of(RecordRef owner) {
        return files.of(owner);
    }

    @Override
    public StoredFile attach(RecordId id, RecordRef owner) {
        return tx.required(() -> {
            boolean owned = files.own(id, owner);
            StoredFile file = require(id);
            if (!owned && !owner.equals(file.owner())) {
                throw TenonException.conflict("the file " + id + " belongs to another record");
            }
            return file;
        });
    }

    @Override
    public boolean move(RecordId id, RecordRef from, RecordRef to) {
        return tx.required(() -> files.move(id, from, to));
    }

    @Override
    public InputStream open(RecordId id) {
        String sha256 = require(id).sha256();
        return disk(() -> folder.open(sha256));
    }

    @Override
    public void remove(RecordId id) {
        tx.run(() -> files.find(id).filter(file -> files.delete(id)).ifPresent(file -> contents.leave(file.sha256())));
    }

    /** Removes the files whose time has come, at most 500. @return how many */
    int expire() {
        List<StoredFile> expired = files.expired(now());
        expired.forEach(file -> remove(file.id()));
        return expired.size();
    }

    Sweep sweep() {
        return sweep;
    }

    private StoredFile require(RecordId id) {
        return files.find(id).orElseThrow(() -> TenonException.notFound("no file has the id " + id));
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    private static <T> T disk(Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
