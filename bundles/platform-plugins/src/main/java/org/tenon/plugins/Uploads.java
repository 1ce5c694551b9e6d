package org.tenon.plugins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tenon.plugins.archive.Inspection;
import org.tenon.plugins.archive.Inspector;
import org.tenon.plugins.refusal.Refusal;
import org.tenon.plugins.store.Store;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.RecordId;

/** Archives that were sent and are being looked at; each is dropped after an hour, all of them at a start. Safe for all threads. */
final class Uploads {

    private static final Duration KEPT = Duration.ofHours(1);

    /**
     * An archive.
     *
     * @param file    as it was received
     * @param content what it is
     */
    record Upload(String id, Path file, Inspection content, Instant until) {
    }

    private final Store store;
    private final Inspector inspector;
    private final Clock clock;
    private final Map<String, Upload> uploads = new ConcurrentHashMap<>();

    Uploads(Store store, Inspector inspector, Clock clock) {
        this.store = store;
        this.inspector = inspector;
        this.clock = clock;
        Store.clear(store.uploads());
    }

    /** Where an archive comes from. */
    interface Source {

        /** Writes it to a file that is not there yet. */
        void into(Path file) throws IOException;
    }

    /** @throws TenonException UNREADABLE if it is no plugin */
    Upload receive(Source source) {
        expire();
        String id = RecordId.next().toString();
        Path file = store.uploads().resolve(id);
        try {
            Files.createDirectories(store.uploads());
            source.into(file);
            Inspection content = inspector.inspect(file);
            Store.checkForm(content.name(), content.version());
            Upload upload = new Upload(id, file, content, clock.instant().plus(KEPT));
            uploads.put(id, upload);
            return upload;
        } catch (TenonException e) {
            Store.clear(file);
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("the archive cannot be stored", e);
        }
    }

    /** @throws TenonException NOT_FOUND if it never was, was dropped or has expired */
    Upload find(String id) {
        expire();
        Upload upload = uploads.get(id);
        if (upload == null) {
            throw Refusal.notFound("plugins.said.expired", id);
        }
        return upload;
    }

    /** Nothing happens if it is not there. */
    void drop(String id) {
        Upload upload = uploads.remove(id);
        if (upload != null) {
            Store.clear(upload.file());
        }
    }

    private void expire() {
        Instant now = clock.instant();
        uploads.values().stream().filter(upload -> upload.until().isBefore(now)).toList().forEach(upload -> drop(upload.id()));
    }
}
