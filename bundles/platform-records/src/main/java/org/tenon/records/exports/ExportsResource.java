package org.tenon.records.exports;

import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.sdk.job.Job;
import org.tenon.sdk.rest.Permission;

/** {@code /api/records/exports}: whole lists as files. */
@Path("exports")
@Produces(MediaType.APPLICATION_JSON)
@Permission(Permission.RECORD)
@Component(service = ExportsResource.class)
public final class ExportsResource {

    private final Exports exports;

    @Activate
    public ExportsResource(@Reference Exports exports) {
        this.exports = exports;
    }

    /** Begins an export; its file is in the job's result ({@code GET /api/jobs/{id}}). Needs the type's {@code export}. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response submit(ExportWish wish) {
        Job job = exports.submit(wish);
        return Response.accepted(Map.of("id", job.id().toString(), "kind", job.kind(), "subject", job.subject(), "state", "waiting", "done", 0)).build();
    }
}
