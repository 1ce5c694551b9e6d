package org.tenon.plugins;

import java.util.Set;
import javax.ws.rs.core.Application;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationBase;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;

/** {@code /api/plugins}. */
@Component(service = Application.class)
@JaxrsApplicationBase("/api/plugins")
@JaxrsName("plugins")
public final class PluginsApplication extends Application {

    private final Set<Object> resources;

    @Activate
    public PluginsApplication(@Reference Plugins plugins) {
        this.resources = Set.of(new PluginsResource(plugins));
    }

    @Override
    public Set<Object> getSingletons() {
        return resources;
    }
}
