package org.tenon.records.imports.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses to read more than so many bytes. */
final class LimitedStream extends FilterInputStream {

    private final long max;
    private final String code;
    private long read;

    /** @param code what is told when there is more */
    LimitedStream(InputStream in, long max, String code) {
        super(in);
        this.max = max;
        this.code = code;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int n = super.read(target, offset, length);
        count(Math.max(0, n));
        return n;
    }

    private void count(int n) {
        read += n;
        if (read > max) {
            throw FileRefused.tooLarge(code, max / (1024 * 1024));
        }
    }
}
