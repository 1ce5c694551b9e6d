package org.tenon.it.plugin;

import org.tenon.testkit.source.PluginSource;

/** A plugin that notes which bundles start and stop, for tests to read at {@code /api/watcher/events}. */
public final class Watcher {

    public static final String EVENTS = "/api/watcher/events";

    private Watcher() {
    }

    public static PluginSource plugin() {
        return new PluginSource("watcher", "1.0.0")
            .type("WatcherApplication", """
                import java.util.*;
                import java.util.concurrent.CopyOnWriteArrayList;
                import javax.ws.rs.*;
                import javax.ws.rs.core.Application;
                import org.osgi.framework.*;
                import org.osgi.service.component.annotations.*;
                import org.osgi.service.jaxrs.whiteboard.propertytypes.*;
                import org.tenon.sdk.rest.Permission;
                @Component(service = Application.class) @JaxrsName("NAME") @JaxrsApplicationBase("/api/NAME")
                public final class WatcherApplication extends Application {
                    private final List<String> events = new CopyOnWriteArrayList<>();
                    private final BundleContext context;
                    private final BundleListener listener = event -> {
                        if (event.getType() == BundleEvent.STARTED || event.getType() == BundleEvent.STOPPED) {
                            events.add(event.getBundle().getSymbolicName());
                        }
                    };
                    @Activate public WatcherApplication(BundleContext context) {
                        this.context = context;
                        context.addBundleListener(listener);
                    }
                    @Deactivate void stop() { context.removeBundleListener(listener); }
                    @Override public Set<Object> getSingletons() { return Set.of(new Events(events, context)); }
                    @Path("") @Produces("application/json") @Permission("member")
                    public static final class Events {
                        private final List<String> events;
                        private final BundleContext context;
                        Events(List<String> events, BundleContext context) { this.events = events; this.context = context; }
                        @GET @Path("events") public Map<String, Object> events() {
                            Map<String, Object> ids = new TreeMap<>();
                            for (Bundle bundle : context.getBundles()) { ids.put(bundle.getSymbolicName(), bundle.getBundleId()); }
                            return Map.of("events", List.copyOf(events), "ids", ids);
                        }
                    }
                }
                """);
    }
}
