package org.tenon.web.events;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.servlet.AsyncContext;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection to one browser, written without ever waiting: what the browser does not take at once is queued, and one that lets the
 * queue fill up is cut off; it reconnects and resumes. Safe for all threads.
 */
final class Line implements WriteListener {

    private static final Logger LOG = LoggerFactory.getLogger(Line.class);
    /** A burst of a thousand changes must fit; at some 120 bytes each that is little. */
    static final int MOST_QUEUED = 2_000;

    private final AsyncContext exchange;
    private final ServletOutputStream out;
    private final Deque<byte[]> queue = new ArrayDeque<>();
    private boolean writable;
    private boolean ending;
    private boolean open = true;

    Line(AsyncContext exchange, ServletOutputStream out) {
        this.exchange = exchange;
        this.out = out;
    }

    /** Sends one frame, sooner or later. @return false if the line is closed */
    synchronized boolean send(byte[] frame) {
        if (!open || ending) {
            return false;
        }
        if (queue.size() >= MOST_QUEUED) {
            LOG.debug("a browser does not keep up and is cut off");
            hangUp();
            return false;
        }
        queue.add(frame);
        drain();
        return open;
    }

    /** Closes the line once everything queued is out. */
    synchronized void end() {
        ending = true;
        drain();
    }

    synchronized boolean isOpen() {
        return open;
    }

    @Override
    public synchronized void onWritePossible() {
        writable = true;
        drain();
    }

    @Override
    public synchronized void onError(Throwable broken) {
        LOG.debug("a browser went away", broken);
        hangUp();
    }

    /** The container calls {@link #onWritePossible()} again after each time {@code isReady()} said no. */
    private void drain() {
        try {
            while (open && writable && ready()) {
                byte[] next = queue.poll();
                if (next == null) {
                    break;
                }
                out.write(next);
                if (queue.isEmpty() && ready()) {
                    out.flush();
                }
            }
            if (open && ending && queue.isEmpty() && writable) {
                hangUp();
            }
        } catch (IOException | IllegalStateException e) {
            LOG.debug("a browser went away", e);
            hangUp();
        }
    }

    private boolean ready() {
        writable = out.isReady();
        return writable;
    }

    private void hangUp() {
        if (open) {
            open = false;
            queue.clear();
            try {
                exchange.complete();
            } catch (IllegalStateException e) {
                LOG.debug("the container had closed the line already", e);
            }
        }
    }
}
