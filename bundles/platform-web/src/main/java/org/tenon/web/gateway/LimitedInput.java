package org.tenon.web.gateway;

import java.io.IOException;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import org.tenon.sdk.TenonException;

/** A body that ends in a refusal when it is longer than allowed, whether or not its length was announced. */
final class LimitedInput extends ServletInputStream {

    private final ServletInputStream body;
    private final long limit;
    private long read;

    /** @param limit bytes */
    LimitedInput(ServletInputStream body, long limit) {
        this.body = body;
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int value = body.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    /** @throws TenonException TOO_LARGE */
    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = body.read(target, offset, length);
        count(Math.max(count, 0));
        return count;
    }

    private void count(int bytes) {
        read += bytes;
        if (read > limit) {
            throw BodyLimits.tooLarge(limit);
        }
    }

    @Override
    public int available() throws IOException {
        return body.available();
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
