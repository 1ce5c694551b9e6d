package org.tenon.files.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenon.persistence.DatabaseConfig;
import org.tenon.persistence.standalone.StandalonePersistence;
import org.tenon.sdk.file.StoredFile;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;
import org.tenon.testkit.TestDatabase;

/** A file store on a fresh database and home, used by one member, at a time that tests move. */
final class Shelf implements AutoCloseable {

    static final long LIMIT = 1_000_000;
    static final Caller WANG = new Caller(42, "王婷", Locale.ENGLISH, false, null);

    final StandalonePersistence persistence;
    final TestDatabase database;
    final Folder folder;
    final SealedFiles files;
    private final Moving clock = new Moving();

    Shelf(TestDatabase database, Path home) throws SQLException, IOException {
        this.database = database;
        database.connect().close();
        persistence = StandalonePersistence.open(DatabaseConfig.of(database.url(), database.user(), database.password()));
        persistence.unit("files", SealedFiles.class);
        folder = new Folder(home);
        files = another();
    }

    /** A second store on the same home and database, as after a restart. */
    SealedFiles another() throws IOException {
        return new SealedFiles(folder.home(), LIMIT, Set.of("application/x-elf", "application/x-executable"), persistence.db(), persistence.tx(), clock);
    }

    void pass(Duration time) {
        clock.now = clock.now.plus(time);
    }

    StoredFile keep(String name, String text) {
        return keep(name, text.getBytes(StandardCharsets.UTF_8), null);
    }

    StoredFile keep(String name, byte[] content, @Nullable Duration keep) {
        return WANG.run(() -> files.keep(name, new ByteArrayInputStream(content), keep));
    }

    byte[] read(RecordId id) throws IOException {
        try (InputStream content = files.open(id)) {
            return content.readAllBytes();
        }
    }

    @Override
    public void close() {
        files.close();
        persistence.close();
    }

    private static final class Moving extends Clock {

        private Instant now = Instant.parse("2026-11-23T08:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
