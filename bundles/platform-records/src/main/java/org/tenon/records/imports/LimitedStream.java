package org.tenon.records.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;

/** Refuses to read more than so many bytes. Closing it leaves the stream below open. */
final class LimitedStream extends FilterInputStream {

    private final long max;
    private long read;

    LimitedStream(InputStream in, long max) {
        super(in);
        this.max = max;
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

    @Override
    public void close() {
        // whoever opened the stream closes it
    }

    private void count(int n) {
        read += n;
        if (read > max) {
            throw new TenonException(Kind.TOO_LARGE, "the file is larger than %d MB".formatted(max / (1024 * 1024)));
        }
    }
}
