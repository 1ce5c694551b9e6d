package org.tenon.web.gateway;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import javax.servlet.Servlet;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.service.http.runtime.HttpServiceRuntime;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/** Brings the areas' servlets to the gateway instead of the web container. */
final class Whiteboard implements ServiceTrackerCustomizer<Servlet, AreaServlet> {

    static final String BASE = "osgi.jaxrs.application.base";
    private static final String SERVLETS =
            "(&(objectClass=javax.servlet.Servlet)(osgi.http.whiteboard.servlet.name=cxf-servlet)(" + BASE + "=/*))";

    private final BundleContext context;
    private final Areas areas;
    private final Servlet gateway;
    private final ServiceRegistration<?> hooks;
    private final ServiceTracker<Servlet, AreaServlet> tracker;
    private final ServiceRegistration<?> runtime;

    /** @param gateway its servlet context serves the areas too */
    Whiteboard(BundleContext context, Areas areas, Servlet gateway) {
        this.context = context;
        this.areas = areas;
        this.gateway = gateway;
        String[] kinds = {FindHook.class.getName(), EventListenerHook.class.getName()};
        hooks = context.registerService(kinds, new HiddenFromPaxWeb(), new Hashtable<>());
        tracker = tracker();
        tracker.open();
        // the JAX-RS whiteboard starts when it finds this; by then all is prepared
        Dictionary<String, Object> properties =
                new Hashtable<>(Map.of("tenon.gateway", true, "osgi.http.endpoint", List.of("/")));
        runtime = context.registerService(HttpServiceRuntime.class, new GatewayRuntime(), properties);
    }

    private ServiceTracker<Servlet, AreaServlet> tracker() {
        try {
            return new ServiceTracker<>(context, FrameworkUtil.createFilter(SERVLETS), this);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    void close() {
        runtime.unregister();
        tracker.close();
        hooks.unregister();
    }

    @Override
    public AreaServlet addingService(ServiceReference<Servlet> reference) {
        Servlet servlet = context.getServiceObjects(reference).getService();
        AreaServlet area = new AreaServlet(servlet, new AreaServletConfig(base(reference), gateway));
        areas.arrived(base(reference), area);
        return area;
    }

    @Override
    public void modifiedService(ServiceReference<Servlet> reference, AreaServlet area) {
        // its base never changes
    }

    @Override
    public void removedService(ServiceReference<Servlet> reference, AreaServlet area) {
        areas.leaving(base(reference), area);
        area.retire();
    }

    private static String base(ServiceReference<?> reference) {
        return String.valueOf(reference.getProperty(BASE));
    }
}
