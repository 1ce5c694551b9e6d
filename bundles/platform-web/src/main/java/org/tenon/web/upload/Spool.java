package org.tenon.web.upload;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Takes a file in, whole, before anything is done with it: small ones in memory, others in a temporary file that leaves with its reader. */
final class Spool extends OutputStream {

    private static final int IN_MEMORY = 256 * 1024;
    private static final int BUFFER = 64 * 1024;

    private final byte[] single = new byte[1];
    private ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable Path file;
    private @Nullable OutputStream disk;

    @Override
    public void write(int value) throws IOException {
        single[0] = (byte) value;
        write(single, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        memory.write(bytes, offset, length);
        if (memory.size() >= (disk == null ? IN_MEMORY : BUFFER)) {
            spill();
        }
    }

    private void spill() throws IOException {
        if (disk == null) {
            file = Files.createTempFile("tenon-upload-", null);
            disk = Files.newOutputStream(file);
        }
        memory.writeTo(disk);
        memory.reset();
    }

    /** What was taken in. Closing it removes the temporary file. */
    InputStream content() throws IOException {
        if (disk == null || file == null) {
            return new ByteArrayInputStream(memory.toByteArray());
        }
        spill();
        disk.close();
        memory = new ByteArrayOutputStream(0);
        return Files.newInputStream(file, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** Removes what is left when {@link #content()} was never reached. */
    void discard() throws IOException {
        if (disk != null && file != null) {
            disk.close();
            Files.deleteIfExists(file);
        }
    }
}
