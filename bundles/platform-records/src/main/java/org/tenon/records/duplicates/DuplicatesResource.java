package org.tenon.records.duplicates;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
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
import org.tenon.records.model.RecordModel;
import org.tenon.records.query.RecordReader;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.job.Job;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.rest.Permission;

/** {@code /api/records/duplicates}: checks, pairs that were found, and what people say of them. Every call asks the record policy. */
@Component(service = DuplicatesResource.class)
@Path("duplicates")
@Produces(MediaType.APPLICATION_JSON)
@Permission(Permission.RECORD)
public final class DuplicatesResource {

    private final Duplicates duplicates;
    private final DuplicateDesk desk;
    private final RecordReader reader;

    @Activate
    public DuplicatesResource(@Reference Duplicates duplicates, @Reference DuplicateDesk desk, @Reference RecordReader reader) {
        this.duplicates = duplicates;
        this.desk = desk;
        this.reader = reader;
    }

    /** {@code {"type","values","id"}}: which stored records these values look like; {@code id} is the record whose form it is. */
    @POST
    @Path("check")
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, Object> check(Map<String, Object> body) {
        RecordModel model = desk.model(text(body, "type"));
        Object id = body.get("id");
        if (!(body.get("values") instanceof Map<?, ?> values)) {
            throw TenonException.invalid("values", "required", "name the values to check");
        }
        Map<String, @Nullable Object> given = new LinkedHashMap<>();
        values.forEach((name, value) -> given.put(String.valueOf(name), value));
        return hits(duplicates.of(model, given, id == null ? 0 : RecordId.of(String.valueOf(id)).value()));
    }

    /** Pairs that the last scan found, the likeliest first; {@code dismissed=true} for those people said are none. */
    @GET
    @Path("{type}")
    public Map<String, @Nullable Object> page(@PathParam("type") String type, @QueryParam("dismissed") boolean dismissed,
                                              @QueryParam("limit") @DefaultValue("25") int limit, @QueryParam("cursor") @Nullable String cursor) {
        return desk.page(type, dismissed, limit, cursor);
    }

    /** The same pairs put together: records that are the same as one another, directly or over a third. */
    @GET
    @Path("{type}/groups")
    public Map<String, @Nullable Object> groups(@PathParam("type") String type, @QueryParam("limit") @DefaultValue("25") int limit,
                                                @QueryParam("cursor") @Nullable String cursor) {
        return desk.groups(type, limit, cursor);
    }

    /** Which stored records one looks like. */
    @GET
    @Path("{type}/{id}")
    public Map<String, Object> of(@PathParam("type") String type, @PathParam("id") RecordId id) {
        RecordModel model = desk.model(type);
        reader.get(model, id);
        return hits(duplicates.of(model, id.value()));
    }

    /** Searches all records of the type, in a job. */
    @POST
    @Path("{type}/scan")
    public Response scan(@PathParam("type") String type) {
        Job job = desk.scan(type);
        return Response.accepted(Map.of("job", job.id().toString(), "state", job.state().name().toLowerCase(java.util.Locale.ROOT))).build();
    }

    /** {@code {"ids":[…,…]}}: these two are not the same. */
    @POST
    @Path("{type}/dismissals")
    @Consumes(MediaType.APPLICATION_JSON)
    public void dismiss(@PathParam("type") String type, Map<String, Object> body) {
        if (!(body.get("ids") instanceof List<?> ids)) {
            throw TenonException.invalid("ids", "required", "name two records");
        }
        desk.dismiss(type, ids.stream().map(id -> RecordId.of(String.valueOf(id))).toList(), true);
    }

    /** They may be the same after all. @param ids two, comma separated */
    @DELETE
    @Path("{type}/dismissals")
    public void recall(@PathParam("type") String type, @QueryParam("ids") @DefaultValue("") String ids) {
        desk.dismiss(type, List.of(ids.split(",")).stream().map(RecordId::of).toList(), false);
    }

    private static Map<String, Object> hits(List<Map<String, @Nullable Object>> hits) {
        return Map.of("items", hits, "hidden", hits.stream().filter(hit -> Boolean.TRUE.equals(hit.get("hidden"))).count());
    }

    private static String text(Map<String, Object> body, String name) {
        if (body.get(name) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw TenonException.invalid(name, "required", name + " is needed");
    }
}
