package org.tenon.web.events;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.servlet.AsyncContext;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import org.tenon.web.Http;

/** The far end of a line. */
final class Browser {

    final Line line;
    /** Writes it takes before it is no longer ready. */
    volatile int takes = Integer.MAX_VALUE;
    volatile boolean broken;
    volatile boolean completed;
    private final ByteArrayOutputStream got = new ByteArrayOutputStream();

    Browser() {
        line = new Line(Http.proxy(AsyncContext.class, (name, args) -> {
            completed |= name.equals("complete");
            return null;
        }), new Out());
    }

    synchronized String text() {
        return got.toString(StandardCharsets.UTF_8);
    }

    private final class Out extends ServletOutputStream {

        @Override
        public boolean isReady() {
            return takes > 0;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (broken) {
                throw new IOException("gone");
            }
            takes--;
            synchronized (Browser.this) {
                got.write(bytes, offset, length);
            }
        }
    }
}
