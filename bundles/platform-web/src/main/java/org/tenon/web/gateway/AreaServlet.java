package org.tenon.web.gateway;

import java.io.IOException;
import javax.servlet.Servlet;
import javax.servlet.ServletConfig;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.tenon.web.exchange.Exchange;

/** The servlet of one area's application: started by the first request, destroyed when it has left and the last request is done. */
final class AreaServlet {

    private final Servlet servlet;
    private final ServletConfig config;
    private boolean started;
    private boolean retired;
    private int users;

    AreaServlet(Servlet servlet, ServletConfig config) {
        this.servlet = servlet;
        this.config = config;
    }

    /** @return false if no live endpoint took the request and nothing was answered: it may be tried again */
    boolean serve(ApiPath path, HttpServletRequest request, HttpServletResponse response, long bodyLimit)
            throws ServletException, IOException {
        if (!enter()) {
            return false;
        }
        Exchange exchange = Exchange.of(request);
        try {
            servlet.service(new AreaRequest(request, path, bodyLimit), new HeldResponse(response, exchange));
        } catch (RuntimeException | ServletException e) {
            // an endpoint that is torn down between look-up and call fails in many ways, none of which concerns the client
            if (exchange.taken()) {
                throw e;
            }
        } finally {
            leave();
        }
        return exchange.taken() || request.isAsyncStarted() || response.isCommitted();
    }

    /** No further requests; those under way finish. */
    void retire() {
        boolean idle;
        synchronized (this) {
            retired = true;
            idle = started && users == 0;
        }
        if (idle) {
            servlet.destroy();
        }
    }

    private synchronized boolean enter() throws ServletException {
        if (retired) {
            return false;
        }
        if (!started) {
            servlet.init(config);
            started = true;
        }
        users++;
        return true;
    }

    private void leave() {
        boolean last;
        synchronized (this) {
            users--;
            last = retired && users == 0;
        }
        if (last) {
            servlet.destroy();
        }
    }
}
