package org.tenon.files.content;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The installation's key, 256 bits, in {@code keys/files.key} of the home: what contents are sealed with. Without it they cannot be read by anyone. */
public final class ContentKey {

    private static final String FILE = "files.key";
    private static final int BYTES = 32;

    private final byte[] key;

    private ContentKey(byte[] key) {
        this.key = key;
    }

    /**
     * Reads the key.
     *
     * @param first true if there are no contents yet; then a missing key is made
     * @throws IOException if the key is missing though there are contents, or is no key
     */
    public static ContentKey of(Path folder, boolean first) throws IOException {
        Path file = folder.resolve(FILE);
        if (Files.notExists(file)) {
            if (!first) {
                throw new IOException(file + " is missing; the kept files cannot be read without it. Bring it back from a backup and start again.");
            }
            make(folder, file);
        }
        try {
            byte[] key = HexFormat.of().parseHex(Files.readString(file, StandardCharsets.US_ASCII).strip());
            if (key.length == BYTES) {
                return new ContentKey(key);
            }
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " holds no key", e);
        }
        throw new IOException(file + " holds no key of " + BYTES + " bytes");
    }

    /** The key for one content. @param salt never used for another */
    SecretKey forContent(byte[] salt) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update("tenon content".getBytes(StandardCharsets.US_ASCII));
            return new SecretKeySpec(mac.doFinal(salt), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static void make(Path folder, Path file) throws IOException {
        Files.createDirectories(folder, owner("rwx------"));
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Path fresh = Files.createTempFile(folder, FILE, ".new", owner("rw-------"));
        Files.writeString(fresh, HexFormat.of().formatHex(key) + "\n", StandardCharsets.US_ASCII);
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] owner(String permissions) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
            : new FileAttribute<?>[0];
    }
}
