package org.tenon.persistence.home;

import java.io.IOException;
import java.io.Reader;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;

/** TENON_HOME: locked while open, so that one process alone works on it. Only its owner can read it. */
public final class Home implements AutoCloseable {

    private static final String FIRST_CONFIG = """
        # Tenon's configuration, read at each start.

        # The database: derby (embedded, for one machine) or postgresql.
        #db.kind=derby

        # Where it is. Defaults: the folder db/tenon beside this file's folder, or jdbc:postgresql://127.0.0.1:5432/tenon
        #db.url=

        #db.user=tenon
        #db.password=

        # Connections for requests, and further ones for transactions beside a running one.
        #db.poolSize=16
        #db.separatePoolSize=4
        """;

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private Home(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /** The folder named by the system property {@code tenon.home}, else {@code ~/.tenon}. */
    public static Path place() {
        String chosen = System.getProperty("tenon.home", "");
        return (chosen.isBlank() ? Path.of(System.getProperty("user.home"), ".tenon") : Path.of(chosen)).toAbsolutePath().normalize();
    }

    /**
     * Makes the folder if it is not there, and locks it.
     *
     * @throws HomeInUseException if another process, or another instance in this one, holds it
     */
    public static Home open(Path path) throws IOException {
        Files.createDirectories(path, owner("rwx------"));
        FileChannel channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new Home(path, channel, lock);
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new HomeInUseException(path);
        }
        channel.close();
        throw new HomeInUseException(path);
    }

    public Path path() {
        return path;
    }

    /** What {@code conf/tenon.properties} says; the file is made, all lines commented, if it is not there. */
    public Properties configuration() throws IOException {
        Path file = Files.createDirectories(path.resolve("conf")).resolve("tenon.properties");
        try {
            Files.createFile(file, owner("rw-------"));
            Files.writeString(file, FIRST_CONFIG);
        } catch (FileAlreadyExistsException e) {
            // Kept as its administrator wrote it.
            return read(file);
        }
        return read(file);
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    private static FileAttribute<?>[] owner(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
            : new FileAttribute<?>[0];
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
