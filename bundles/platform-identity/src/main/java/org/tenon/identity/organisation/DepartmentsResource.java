package org.tenon.identity.organisation;

import javax.ws.rs.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.sdk.record.Records;
import org.tenon.sdk.rest.RecordResource;

/** {@code /api/identity/departments}: the standard record calls. */
@Component(service = DepartmentsResource.class)
@Path("departments")
public final class DepartmentsResource extends RecordResource<Department> {

    @Activate
    public DepartmentsResource(@Reference Records records) {
        super(records.of(Department.class));
    }
}
