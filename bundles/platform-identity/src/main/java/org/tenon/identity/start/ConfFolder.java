package org.tenon.identity.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** {@code TENON_HOME/conf}, where passwords for people lie, readable by the owner of the process only. */
public final class ConfFolder {

    private final Path folder;

    /** Where the system property {@code tenon.home} says, else in {@code ~/.tenon}. */
    public static ConfFolder ofHome() {
        String chosen = System.getProperty("tenon.home", "");
        Path home = chosen.isBlank() ? Path.of(System.getProperty("user.home"), ".tenon") : Path.of(chosen);
        return new ConfFolder(home.resolve("conf"));
    }

    public ConfFolder(Path folder) {
        this.folder = folder;
    }

    public Path file(String name) {
        return folder.resolve(name);
    }

    /** Writes the file whole, in place of an earlier one; mode 0600 before anything stands in it, where the file system has modes. */
    public void write(String name, String text) {
        try {
            Files.createDirectories(folder, owner("rwx------"));
            Path fresh = Files.createTempFile(folder, name, ".new", owner("rw-------"));
            Files.writeString(fresh, text, StandardCharsets.UTF_8);
            Files.move(fresh, file(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file(name), e);
        }
    }

    private static FileAttribute<?>[] owner(String permissions) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }
}
