package org.tenon.files.content;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.tenon.sdk.file.FileStore;

/**
 * The folder of contents: {@code <first two digits>/<sha256>}, and {@code new/} for those being written. A content under its hash is always whole:
 * it was written and brought to the disk elsewhere, then moved. Safe for all threads.
 */
public final class ContentFolder {

    private static final int BUFFER = 128 * 1024;
    private static final int PART = 500;

    private final Path folder;
    private final Path fresh;
    private final ContentKey key;

    public ContentFolder(Path folder, ContentKey key) throws IOException {
        this.folder = folder;
        this.fresh = Files.createDirectories(folder.resolve("new"));
        this.key = key;
    }

    /**
     * Writes a content.
     *
     * @param limit bytes
     * @throws org.tenon.sdk.TenonException TOO_LARGE
     */
    public Draft write(FileStore.Writer content, long limit) throws IOException {
        Path file = Files.createTempFile(fresh, "", ".part");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            SealedOutput sealed = new SealedOutput(Channels.newOutputStream(channel), key);
            Measured measured = new Measured(sealed, limit);
            content.write(measured);
            sealed.finish();
            channel.force(true);
            return new Draft(file, measured.sha256(), measured.size(), measured.head());
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    public boolean has(String sha256) {
        return Files.exists(place(sha256));
    }

    /** Puts a draft in its place, for good even if the power goes. */
    public void publish(Draft draft) throws IOException {
        Path place = place(draft.sha256());
        if (Files.notExists(place.getParent())) {
            Files.createDirectories(place.getParent());
            force(folder);
        }
        Files.move(draft.file(), place, StandardCopyOption.ATOMIC_MOVE);
        force(place.getParent());
    }

    public void discard(Draft draft) throws IOException {
        Files.deleteIfExists(draft.file());
    }

    /** @throws NoSuchFileException if it is not there */
    public InputStream open(String sha256) throws IOException {
        return new SealedInput(new BufferedInputStream(Files.newInputStream(place(sha256)), BUFFER), key);
    }

    public void delete(String sha256) throws IOException {
        Files.deleteIfExists(place(sha256));
    }

    /** Tells the hashes of all contents, in parts of at most 500. */
    public void each(Consumer<List<String>> reader) throws IOException {
        for (Path group : list(folder)) {
            if (!group.equals(fresh) && Files.isDirectory(group)) {
                List<String> names = list(group).stream().map(file -> file.getFileName().toString()).toList();
                for (int i = 0; i < names.size(); i += PART) {
                    reader.accept(names.subList(i, Math.min(names.size(), i + PART)));
                }
            }
        }
    }

    /** Removes what writers left behind that did not live to the end. */
    public void deleteDrafts(Instant before) throws IOException {
        for (Path draft : list(fresh)) {
            try {
                if (Files.getLastModifiedTime(draft).toInstant().isBefore(before)) {
                    Files.deleteIfExists(draft);
                }
            } catch (NoSuchFileException e) {
                // published or discarded meanwhile
                continue;
            }
        }
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> listed = Files.list(directory)) {
            return listed.toList();
        }
    }

    private Path place(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    /** Brings a folder's entries to the disk; not every system can. */
    private static void force(Path directory) throws IOException {
        if (!System.getProperty("os.name", "").startsWith("Windows")) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
