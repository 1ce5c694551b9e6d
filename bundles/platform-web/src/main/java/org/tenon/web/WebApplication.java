package org.tenon.web;

import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javax.ws.rs.core.Application;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationBase;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;
import org.tenon.sdk.identity.Authenticator;
import org.tenon.sdk.plugin.PluginsReady;
import org.tenon.sdk.record.RecordDirectory;
import org.tenon.web.events.EventsResource;
import org.tenon.web.events.LiveEvents;
import org.tenon.web.openapi.OpenApi;
import org.tenon.web.openapi.OpenApiResource;
import org.tenon.web.service.AnsweringAreas;
import org.tenon.web.service.Current;
import org.tenon.web.service.Startup;

/** {@code /api/web}. */
@Component(service = Application.class)
@JaxrsApplicationBase("/api/web")
@JaxrsName("web")
public final class WebApplication extends Application {

    private final Startup startup;
    private final Current<Authenticator> authenticator;
    private final Current<RecordDirectory> directory;
    private final Current<PluginsReady> plugins;
    private final Set<Object> resources;

    @Activate
    public WebApplication(BundleContext context, @Reference LiveEvents events, @Reference OpenApi document) {
        startup = new Startup(context);
        authenticator = new Current<>(context, Authenticator.class);
        directory = new Current<>(context, RecordDirectory.class);
        plugins = new Current<>(context, PluginsReady.class);
        List<BooleanSupplier> conditions = List.of(startup, () -> authenticator.get().isPresent(), () -> directory.get().isPresent(),
                () -> plugins.get().isPresent(), new AnsweringAreas(context));
        resources = Set.of(new HealthResource(conditions), new EventsResource(events), new OpenApiResource(document));
    }

    @Deactivate
    void close() {
        startup.close();
        authenticator.close();
        directory.close();
        plugins.close();
    }

    @Override
    public Set<Object> getSingletons() {
        return resources;
    }
}
