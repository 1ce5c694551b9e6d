package ${package};

import java.time.Clock;
import java.util.Set;
import javax.ws.rs.core.Application;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationBase;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;
import org.tenon.sdk.record.Records;

/** {@code /api/${area}}. One application with its resources as singletons: that is what lets the plugin be swapped unnoticed. */
@Component(service = Application.class)
@JaxrsApplicationBase("/api/${area}")
@JaxrsName("${area}")
public final class PluginApplication extends Application {

    private final Set<Object> resources;

    @Activate
    public PluginApplication(@Reference Records records) {
        this.resources = Set.of(new NotesResource(records, Clock.systemDefaultZone()));
    }

    @Override
    public Set<Object> getSingletons() {
        return resources;
    }
}
