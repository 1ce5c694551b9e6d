package org.tenon.web.gateway;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpServletResponseWrapper;
import org.tenon.web.exchange.Exchange;
import org.tenon.web.problem.Problem;

/** An answer that counts only once a live endpoint has taken the request: what CXF says while it has none is swallowed. */
final class HeldResponse extends HttpServletResponseWrapper {

    private final Exchange exchange;

    HeldResponse(HttpServletResponse response, Exchange exchange) {
        super(response);
        this.exchange = exchange;
    }

    @Override
    public void setStatus(int status) {
        if (exchange.taken()) {
            super.setStatus(status);
        }
    }

    @Override
    public void sendError(int status) throws IOException {
        sendError(status, "the call was refused");
    }

    /** Never the container's own page. */
    @Override
    public void sendError(int status, String message) throws IOException {
        if (exchange.taken()) {
            super.setStatus(status);
            super.setContentType(Problem.MEDIA_TYPE);
            super.getOutputStream().write(Problem.of(status, "the call was refused").json());
        }
    }

    @Override
    public void setContentType(String type) {
        if (exchange.taken()) {
            super.setContentType(type);
        }
    }

    @Override
    public void setContentLength(int length) {
        if (exchange.taken()) {
            super.setContentLength(length);
        }
    }

    @Override
    public void setHeader(String name, String value) {
        if (exchange.taken()) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (exchange.taken()) {
            super.addHeader(name, value);
        }
    }

    @Override
    public void flushBuffer() throws IOException {
        if (exchange.taken()) {
            super.flushBuffer();
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return exchange.taken() ? new Answer(super.getOutputStream()) : new Nowhere();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        return exchange.taken() ? super.getWriter() : new PrintWriter(Writer.nullWriter());
    }

    private static final class Nowhere extends ServletOutputStream {

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("nothing is written here");
        }

        @Override
        public void write(int value) {
            // nobody is to see it
        }
    }
}
