package org.tenon.web.gateway;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.servlet.DispatcherType;
import javax.servlet.Servlet;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.core.Feature;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.MDC;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.rest.Gate;
import org.tenon.web.events.LiveEvents;
import org.tenon.web.exchange.Exchange;
import org.tenon.web.problem.Problem;
import org.tenon.web.problem.Problems;
import org.tenon.web.service.Startup;

/**
 * The one servlet of the API. Each area's JAX-RS application is a servlet of its own that the web container never sees; requests are
 * handed on to it from here, so that an area that is being exchanged is waited for instead of answered with 404, and no other area
 * notices.
 */
@Component(service = {Servlet.class, Gate.class}, immediate = true, configurationPid = "org.tenon.web")
@HttpWhiteboardServletPattern("/api/*")
@HttpWhiteboardServletName("tenon-api")
@HttpWhiteboardServletAsyncSupported
public final class ApiGateway extends HttpServlet implements Gate {

    private static final long serialVersionUID = 1L;

    /** {@code etc/org.tenon.web.cfg}. */
    public @interface Config {

        /** The largest JSON or text body. */
        int bodyKilobytes() default 2048;

        /** The largest uploaded file. */
        int uploadMegabytes() default 512;

        /** How long a request waits for an area that is being exchanged. */
        int waitSeconds() default 5;
    }

    private final transient Areas areas;
    private final transient Dispatcher dispatcher;
    private final transient Startup startup;
    private final transient BodyLimits limits;
    private final transient Whiteboard whiteboard;
    private final transient LiveEvents events;

    /** @param platform what every area's application is extended by; must be there before the first of them is */
    @Activate
    public ApiGateway(BundleContext context, Config config, @Reference LiveEvents events,
                      @Reference(target = "(osgi.jaxrs.name=tenon.platform)") Feature platform) {
        this.events = events;
        areas = new Areas(Duration.ofSeconds(config.waitSeconds()));
        startup = new Startup(context);
        dispatcher = new Dispatcher(areas, startup);
        limits = new BodyLimits(config.bodyKilobytes() * 1024L, config.uploadMegabytes() * 1024L * 1024L);
        whiteboard = new Whiteboard(context, areas, this);
    }

    @Deactivate
    void close() {
        whiteboard.close();
        startup.close();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Exchange exchange = Exchange.of(request);
        Caller before = Caller.bind(null);
        MDC.put("request", exchange.id());
        try {
            if (request.getDispatcherType() != DispatcherType.ASYNC) {
                response.setHeader("X-Request-Id", exchange.id());
                response.setHeader("X-Content-Type-Options", "nosniff");
                limits.admit(request);
            }
            dispatcher.dispatch(request, response, limits.of(request));
        } catch (RuntimeException | ServletException | IOException e) {
            answer(response, e, exchange.id());
        } finally {
            MDC.remove("request");
            Caller.bind(before);
            exchange.end();
        }
    }

    @Override
    public Hold hold(String base) {
        areas.hold(base);
        return once(() -> areas.release(base));
    }

    @Override
    public Hold quiet() {
        events.pause();
        return once(events::resume);
    }

    private static Hold once(Runnable end) {
        AtomicBoolean ended = new AtomicBoolean();
        return () -> {
            if (ended.compareAndSet(false, true)) {
                end.run();
            }
        };
    }

    @Override
    public Answer probe(String path, Caller caller) {
        Probe probe = new Probe(path, caller, getServletConfig().getServletContext());
        try {
            service(probe.request(), probe.response());
        } catch (ServletException | IOException e) {
            return new Answer(500, String.valueOf(e.getMessage()));
        }
        return probe.answer();
    }

    private static void answer(HttpServletResponse response, Exception thrown, String request) throws IOException {
        Problem problem = Problems.of(thrown, request);
        if (response.isCommitted()) {
            if (Problems.clientGone(thrown)) {
                return;
            }
            // the container then cuts the connection, so that half an answer is not taken for a whole one
            throw new IOException("the answer to request " + request + " broke off");
        }
        // what the failed attempt had set, such as an encoding, does not hold for this
        response.resetBuffer();
        response.setHeader("Cache-Control", "no-store");
        if (problem.retryAfter() != null) {
            response.setHeader("Retry-After", Integer.toString(problem.retryAfter()));
        }
        if (problem.status() == 413) {
            response.setHeader("Connection", "close");
        }
        byte[] json = problem.json();
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
    }
}
