package org.tenon.files;

import java.util.Set;
import javax.ws.rs.core.Application;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationBase;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;
import org.tenon.sdk.file.FileStore;
import org.tenon.sdk.record.Records;

/** {@code /api/files}. */
@Component(service = Application.class)
@JaxrsApplicationBase("/api/files")
@JaxrsName("files")
public final class FilesApplication extends Application {

    private final Set<Object> resources;

    @Activate
    public FilesApplication(@Reference FileStore files, @Reference Records records) {
        this.resources = Set.of(new FilesResource(files, new FileAccess(records)));
    }

    @Override
    public Set<Object> getSingletons() {
        return resources;
    }
}
