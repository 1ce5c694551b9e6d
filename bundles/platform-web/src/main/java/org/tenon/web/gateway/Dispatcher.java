package org.tenon.web.gateway;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;

/** Finds the area a request is for, and waits for one that is being exchanged. Safe for all threads. */
final class Dispatcher {

    /** While the servlet is there but its endpoint not yet: nobody tells when that changes. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(15);
    /** Waiting holds a thread of the web container; the others must remain for areas that are not being exchanged. */
    private static final int MOST_WAITING = 64;

    private final Areas areas;
    private final BooleanSupplier started;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    /** @param started false while areas may yet arrive for the first time */
    Dispatcher(Areas areas, BooleanSupplier started) {
        this.areas = areas;
        this.started = started;
    }

    /** @param bodyLimit bytes @throws TenonException NOT_FOUND, or UNAVAILABLE when the wait was in vain */
    void dispatch(HttpServletRequest request, HttpServletResponse response, long bodyLimit) throws ServletException, IOException {
        ApiPath path = ApiPath.of(request);
        if (!served(path, request, response, bodyLimit)) {
            waitFor(path, request, response, bodyLimit);
        }
    }

    private boolean served(ApiPath path, HttpServletRequest request, HttpServletResponse response, long bodyLimit)
            throws ServletException, IOException {
        if (areas.held(path.base()) && !Probe.is(request)) {
            return false;
        }
        Optional<AreaServlet> area = areas.at(path.base());
        if (area.isPresent()) {
            return area.get().serve(path, request, response, bodyLimit);
        }
        if (areas.expected(path.base())) {
            return false;
        }
        if (started.getAsBoolean()) {
            throw nobody(path);
        }
        throw new TenonException(Kind.UNAVAILABLE, "the system is starting");
    }

    private void waitFor(ApiPath path, HttpServletRequest request, HttpServletResponse response, long bodyLimit)
            throws ServletException, IOException {
        if (!waiting.tryAcquire()) {
            throw beingExchanged(path);
        }
        try {
            long end = System.nanoTime() + areas.patience().toNanos();
            do {
                areas.awaitChange(LOOK_AGAIN);
                Optional<AreaServlet> area = areas.held(path.base()) && !Probe.is(request) ? Optional.empty() : areas.at(path.base());
                if (area.isPresent() && area.get().serve(path, request, response, bodyLimit)) {
                    return;
                }
            } while (System.nanoTime() < end && !areas.gone(path.base()));
            throw areas.gone(path.base()) ? nobody(path) : beingExchanged(path);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw beingExchanged(path);
        } finally {
            waiting.release();
        }
    }

    private static TenonException nobody(ApiPath path) {
        return TenonException.notFound("no area answers at " + path.base());
    }

    private static TenonException beingExchanged(ApiPath path) {
        return new TenonException(Kind.UNAVAILABLE, path.base() + " is being exchanged");
    }
}
