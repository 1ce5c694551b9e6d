package org.tenon.web.gateway;

import java.io.IOException;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import org.tenon.sdk.TenonException;
import org.tenon.web.exchange.ConnectionLost;

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
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    /** @throws TenonException TOO_LARGE @throws ConnectionLost */
    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = next(target, offset, length);
        read += Math.max(count, 0);
        if (read > limit) {
            throw BodyLimits.tooLarge(limit);
        }
        return count;
    }

    private int next(byte[] target, int offset, int length) throws ConnectionLost {
        try {
            return body.read(target, offset, length);
        } catch (IOException e) {
            throw new ConnectionLost(e);
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
