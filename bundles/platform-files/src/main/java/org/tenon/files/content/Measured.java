package org.tenon.files.content;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;

/** Passes a content on and learns its size, hash and first bytes; refuses it once it is too large. */
final class Measured extends OutputStream {

    private static final long MEGABYTE = 1024L * 1024;

    private final OutputStream target;
    private final long limit;
    private final MessageDigest digest;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private long size;

    Measured(OutputStream target, long limit) {
        this.target = target;
        this.limit = limit;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    /** @throws TenonException TOO_LARGE */
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        size += length;
        if (size > limit) {
            throw new TenonException(Kind.TOO_LARGE, "the file is larger than " + (limit < MEGABYTE ? limit + " bytes" : limit / MEGABYTE + " MB"));
        }
        digest.update(bytes, offset, length);
        head.write(bytes, offset, Math.min(length, Draft.HEAD - head.size()));
        target.write(bytes, offset, length);
    }

    long size() {
        return size;
    }

    byte[] head() {
        return head.toByteArray();
    }

    /** Once, at the end. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
