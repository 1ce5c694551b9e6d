package org.tenon.files.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;

/** Reads a sealed content. Nothing of a chunk is given out before the whole of it has been found to be as it was written. */
final class SealedInput extends InputStream {

    private final PushbackInputStream in;
    private final Seal seal;
    private byte[] chunk = new byte[0];
    private int at;
    private boolean last;

    /** @param in buffered; closed with this, and if this cannot be made */
    SealedInput(InputStream in, ContentKey key) throws IOException {
        this.in = new PushbackInputStream(in, 1);
        byte[] magic = in.readNBytes(Seal.MAGIC.length);
        byte[] salt = in.readNBytes(Seal.SALT);
        if (!Arrays.equals(magic, Seal.MAGIC) || salt.length < Seal.SALT) {
            in.close();
            throw new IOException("this is no sealed content");
        }
        this.seal = new Seal(Cipher.DECRYPT_MODE, key.forContent(salt));
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (at == chunk.length) {
            if (last) {
                return -1;
            }
            open();
        }
        int part = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, target, offset, part);
        at += part;
        return part;
    }

    private void open() throws IOException {
        byte[] sealed = in.readNBytes(Seal.CHUNK + Seal.TAG);
        int next = in.read();
        last = next < 0;
        if (!last) {
            in.unread(next);
        }
        try {
            chunk = seal.next(sealed, sealed.length, last);
            at = 0;
        } catch (GeneralSecurityException e) {
            throw new IOException("a kept content is not as it was written, or was sealed with another key", e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
