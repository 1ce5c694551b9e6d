package org.tenon.plugins.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The file {@code pending.json}: the change that is under way, there only while it is. Found at a start, it tells what a crash broke off. */
public final class Journal {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A change.
     *
     * @param action  install, upgrade …
     * @param plugin  its name
     * @param version it was to have
     * @param by      whose act it was
     */
    public record Change(String action, String plugin, String version, String by) {
    }

    private final Path file;

    public Journal(Path file) {
        this.file = file;
    }

    /** Written down before anything is touched. */
    public void begin(Change change) {
        try {
            SafeFile.write(file, JSON.writeValueAsBytes(change));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    /** Whatever its outcome, it is over. */
    public void end() {
        try {
            SafeFile.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be removed", e);
        }
    }

    /** The change that a crash broke off. */
    public Optional<Change> pending() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), Change.class));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
