package org.tenon.files.content;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;

/** Seals what is written; {@link #finish} writes the last chunk, without which the content cannot be read. */
final class SealedOutput extends OutputStream {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final OutputStream out;
    private final Seal seal;
    private final byte[] chunk = new byte[Seal.CHUNK];
    private int filled;

    SealedOutput(OutputStream out, ContentKey key) throws IOException {
        this.out = out;
        byte[] salt = new byte[Seal.SALT];
        RANDOM.nextBytes(salt);
        this.seal = new Seal(Cipher.ENCRYPT_MODE, key.forContent(salt));
        out.write(Seal.MAGIC);
        out.write(salt);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int at = offset;
        int left = length;
        while (left > 0) {
            if (filled == Seal.CHUNK) {
                seal(false);
            }
            int part = Math.min(left, Seal.CHUNK - filled);
            System.arraycopy(bytes, at, chunk, filled, part);
            filled += part;
            at += part;
            left -= part;
        }
    }

    void finish() throws IOException {
        seal(true);
        out.flush();
    }

    private void seal(boolean last) throws IOException {
        try {
            out.write(seal.next(chunk, filled, last));
            filled = 0;
        } catch (GeneralSecurityException e) {
            throw new IOException("a content could not be sealed", e);
        }
    }
}
