package org.tenon.web.gateway;

import java.io.IOException;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import org.tenon.web.exchange.ConnectionLost;

/** The body of an answer; tells a client that went away from a defect. */
final class Answer extends ServletOutputStream {

    private final ServletOutputStream body;

    Answer(ServletOutputStream body) {
        this.body = body;
    }

    private interface Work {

        void run() throws IOException;
    }

    @Override
    public void write(int value) throws IOException {
        attempt(() -> body.write(value));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        attempt(() -> body.write(bytes, offset, length));
    }

    @Override
    public void flush() throws IOException {
        attempt(body::flush);
    }

    @Override
    public void close() throws IOException {
        attempt(body::close);
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        body.setWriteListener(listener);
    }

    private static void attempt(Work work) throws ConnectionLost {
        try {
            work.run();
        } catch (IOException e) {
            throw new ConnectionLost(e);
        }
    }
}
