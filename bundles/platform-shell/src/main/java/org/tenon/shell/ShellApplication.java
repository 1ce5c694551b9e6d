package org.tenon.shell;

import java.util.Set;
import javax.ws.rs.core.Application;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationBase;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;
import org.tenon.shell.contributions.Contributions;

/** {@code /api/shell}. */
@Component(service = Application.class)
@JaxrsApplicationBase("/api/shell")
@JaxrsName("shell")
public final class ShellApplication extends Application {

    private final Set<Object> resources;

    @Activate
    public ShellApplication(@Reference Contributions contributions) {
        resources = Set.of(new ShellResource(contributions));
    }

    @Override
    public Set<Object> getSingletons() {
        return resources;
    }
}
