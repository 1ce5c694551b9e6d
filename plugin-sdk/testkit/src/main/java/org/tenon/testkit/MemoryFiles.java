package org.tenon.testkit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.file.FileStore;
import org.tenon.sdk.file.StoredFile;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordRef;

/**
 * Kept files in memory, for tests of what uses them. Takes any content of any size, guesses the type from the name, and removes nothing when
 * its time has come. Knows no transactions. Safe for all threads.
 */
public final class MemoryFiles implements FileStore {

    private static final Map<String, String> TYPES = Map.of("csv", "text/csv", "txt", "text/plain", "pdf", "application/pdf", "png", "image/png",
        "jpg", "image/jpeg", "zip", "application/zip", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private record Entry(StoredFile file, byte[] content) {
    }

    private final Map<RecordId, Entry> entries = new ConcurrentHashMap<>();
    private final Clock clock;

    public MemoryFiles() {
        this(Clock.systemUTC());
    }

    /** @param clock what createdAt and expiresAt are read from */
    public MemoryFiles(Clock clock) {
        this.clock = clock.withZone(java.time.ZoneOffset.UTC);
    }

    @Override
    public StoredFile keep(String name, InputStream content, @Nullable Duration keep) {
        return keep(name, content::transferTo, keep);
    }

    @Override
    public StoredFile keep(String name, Writer content, @Nullable Duration keep) {
        byte[] bytes = bytes(content);
        LocalDateTime now = LocalDateTime.now(clock);
        StoredFile file = new StoredFile(RecordId.next(), name, type(name), bytes.length, sha256(bytes), Caller.current().memberId(), null, now,
            keep == null ? null : now.plus(keep));
        entries.put(file.id(), new Entry(file, bytes));
        return file;
    }

    @Override
    public Optional<StoredFile> find(RecordId id) {
        return Optional.ofNullable(entries.get(id)).map(Entry::file);
    }

    @Override
    public List<StoredFile> of(RecordRef owner) {
        return entries.values().stream().map(Entry::file).filter(file -> owner.equals(file.owner()))
            .sorted(Comparator.comparing((StoredFile file) -> file.id().value()).reversed()).toList();
    }

    @Override
    public StoredFile attach(RecordId id, RecordRef owner) {
        StoredFile file = require(id).file();
        if (file.owner() != null && !file.owner().equals(owner)) {
            throw TenonException.conflict("the file " + id + " belongs to another record");
        }
        StoredFile attached = new StoredFile(id, file.name(), file.contentType(), file.size(), file.sha256(), file.memberId(), owner,
            file.createdAt(), null);
        entries.computeIfPresent(id, (key, entry) -> new Entry(attached, entry.content()));
        return attached;
    }

    @Override
    public boolean move(RecordId id, RecordRef from, RecordRef to) {
        Entry entry = entries.get(id);
        if (entry == null || !from.equals(entry.file().owner())) {
            return false;
        }
        StoredFile file = entry.file();
        entries.put(id, new Entry(new StoredFile(id, file.name(), file.contentType(), file.size(), file.sha256(), file.memberId(), to, file.createdAt(),
            null), entry.content()));
        return true;
    }

    @Override
    public InputStream open(RecordId id) {
        return new ByteArrayInputStream(require(id).content());
    }

    @Override
    public void remove(RecordId id) {
        entries.remove(id);
    }

    private Entry require(RecordId id) {
        Entry entry = entries.get(id);
        if (entry == null) {
            throw TenonException.notFound("no file has the id " + id);
        }
        return entry;
    }

    private static byte[] bytes(Writer content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            content.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String type(String name) {
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT), "application/octet-stream");
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
