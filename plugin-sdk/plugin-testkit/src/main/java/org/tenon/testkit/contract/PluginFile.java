package org.tenon.testkit.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tenon.sdk.lint.archive.ArchiveReader;
import org.tenon.sdk.lint.archive.PluginArchive;
import org.tenon.sdk.lint.zip.ArchiveException;

/** The packed plugin under test: the file the system property {@code tenon.plugin} names. */
public final class PluginFile {

    private PluginFile() {
    }

    /** @throws AssertionError if the property is not set, or names no file */
    public static Path path() {
        String named = System.getProperty("tenon.plugin", "");
        Path file = Path.of(named);
        if (named.isEmpty() || !Files.isRegularFile(file)) {
            throw new AssertionError("the system property tenon.plugin must name the packed plugin; it is '" + named + "'");
        }
        return file;
    }

    /** @throws AssertionError if it is no plugin */
    static PluginArchive read() {
        try {
            return ArchiveReader.read(path());
        } catch (ArchiveException e) {
            throw new AssertionError(path() + " is no plugin: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
