package org.tenon.files.content;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * The form of a sealed content: {@code TNF1}, 32 bytes of salt, then chunks of 64 KiB, each under AES-256-GCM with a tag of 16 bytes. A chunk's nonce
 * is its number and whether it is the last, so that none can be moved, left out or cut off unnoticed. Confined to one stream.
 */
final class Seal {

    static final byte[] MAGIC = "TNF1".getBytes(StandardCharsets.US_ASCII);
    static final int SALT = 32;
    /** Bytes of a full chunk before it is sealed. */
    static final int CHUNK = 64 * 1024;
    static final int TAG = 16;

    private final Cipher cipher;
    private final SecretKey key;
    private final int mode;
    private long number;

    /** @param mode {@link Cipher#ENCRYPT_MODE} or {@link Cipher#DECRYPT_MODE} */
    Seal(int mode, SecretKey key) {
        this.mode = mode;
        this.key = key;
        try {
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES/GCM", e);
        }
    }

    /** The next chunk. @throws GeneralSecurityException if it is not as it was sealed */
    byte[] next(byte[] chunk, int length, boolean last) throws GeneralSecurityException {
        byte[] nonce = ByteBuffer.allocate(12).putLong(number++).put(11, (byte) (last ? 1 : 0)).array();
        cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
        return cipher.doFinal(chunk, 0, length);
    }
}
