package org.tenon.plugins.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that are there whole, in their old or in their new form, whenever the process or the machine ends. */
final class SafeFile {

    private SafeFile() {
    }

    /** Puts the content in the file's place and on the disk. */
    static void write(Path file, byte[] content) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        replace(temporary, file);
    }

    /** Moves a complete file to its place, onto the disk. */
    static void replace(Path complete, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(complete, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(complete, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        settle(file.getParent());
    }

    /** Removes the file, onto the disk. */
    static void delete(Path file) throws IOException {
        if (Files.deleteIfExists(file)) {
            settle(file.getParent());
        }
    }

    /** Where folders can be opened, which Windows does not allow, their entries are put on the disk too. */
    private static void settle(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
