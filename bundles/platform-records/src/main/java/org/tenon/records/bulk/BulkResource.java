package org.tenon.records.bulk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.job.Job;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.rest.Permission;

/** {@code /api/records/bulk}: changes to all records of a list, or to those chosen; each under the caller's rights. */
@Component(service = BulkResource.class)
@Path("bulk")
@Produces(MediaType.APPLICATION_JSON)
@Permission(Permission.MEMBER)
public final class BulkResource {

    private static final int MOST = 200;

    private final Bulk bulk;

    @Activate
    public BulkResource(@Reference Bulk bulk) {
        this.bulk = bulk;
    }

    /** Puts it into the queue; 202 with the job. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response submit(Map<String, Object> body) {
        return accepted(bulk.submit(body));
    }

    /** Puts back what a job changed, but records changed since; 202 with the job that does it. */
    @POST
    @Path("{job}/undo")
    public Response undo(@PathParam("job") RecordId job) {
        return accepted(bulk.undo(job));
    }

    /** The records a job refused, with reasons. */
    @GET
    @Path("{job}/refused")
    public Map<String, @Nullable Object> refused(@PathParam("job") RecordId job, @QueryParam("limit") @DefaultValue("50") int limit,
                                                 @QueryParam("cursor") @Nullable String cursor) {
        if (limit < 1 || limit > MOST) {
            throw TenonException.invalid("limit", "range", "1 to " + MOST);
        }
        int split = cursor == null ? -1 : cursor.lastIndexOf('-');
        if (cursor != null && split < 1) {
            throw TenonException.unreadable("the cursor is not one of ours");
        }
        List<Map<String, Object>> found = bulk.refused(job, cursor == null ? null : cursor.substring(0, split),
                cursor == null ? null : RecordId.of(cursor.substring(split + 1)), limit + 1);
        List<Map<String, Object>> shown = found.subList(0, Math.min(limit, found.size()));
        Map<String, @Nullable Object> page = new LinkedHashMap<>();
        page.put("items", shown);
        page.put("next", found.size() > limit ? shown.get(limit - 1).get("type") + "-" + shown.get(limit - 1).get("id") : null);
        return page;
    }

    static Response accepted(Job job) {
        return Response.accepted(Map.of("job", Map.of("id", job.id().toString(), "kind", job.kind(), "subject", job.subject())))
                .header("Location", "/api/jobs/" + job.id()).build();
    }
}
