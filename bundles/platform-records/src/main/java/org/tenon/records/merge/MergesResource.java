package org.tenon.records.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordView;
import org.tenon.sdk.rest.Permission;

/** {@code /api/records/merges}: several records made one, and that taken back. Every call asks the record policy. */
@Component(service = MergesResource.class)
@Path("merges")
@Produces(MediaType.APPLICATION_JSON)
@Permission(Permission.RECORD)
public final class MergesResource {

    private final Merges merges;
    private final MergeViews views;

    @Activate
    public MergesResource(@Reference Merges merges, @Reference MergeViews views) {
        this.merges = merges;
        this.views = views;
    }

    /** The records side by side, and what refers to them. @param ids 2–5, comma separated */
    @GET
    @Path("preview")
    public Map<String, Object> preview(@QueryParam("type") @DefaultValue("") String type, @QueryParam("ids") @DefaultValue("") String ids) {
        return views.preview(type, Stream.of(ids.split(",")).filter(id -> !id.isBlank()).map(RecordId::of).toList());
    }

    /** {@code {"type","survivor":{"id","version"},"others":[{"id","version"}],"values":{…}}}. 412 if one was changed since, then nothing happens. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response merge(Map<String, Object> body) {
        if (!(body.get("others") instanceof List<?> others)) {
            throw TenonException.invalid("others", "required", "name the records to merge into the survivor");
        }
        List<Merges.Part> parts = new ArrayList<>();
        for (Object other : others) {
            parts.add(part("others", other));
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        if (body.get("values") instanceof Map<?, ?> given) {
            given.forEach((name, value) -> values.put(String.valueOf(name), value));
        }
        RecordId id = merges.merge(String.valueOf(body.get("type")), part("survivor", body.get("survivor")), parts, values);
        return Response.status(Response.Status.CREATED).header("Location", "/api/records/merges/" + id).entity(views.get(id)).build();
    }

    /** Merges into a record, newest first. */
    @GET
    public Map<String, Object> into(@QueryParam("type") @DefaultValue("") String type, @QueryParam("id") @Nullable RecordId id) {
        if (id == null) {
            throw TenonException.invalid("id", "required", "id is needed");
        }
        return Map.of("items", views.into(type, id));
    }

    /** One merge, with the report of its undoing. */
    @GET
    @Path("{id}")
    public Map<String, @Nullable Object> get(@PathParam("id") RecordId id) {
        return views.get(id);
    }

    /** Takes a merge back; what was changed since stays and is told by {@code report}. */
    @POST
    @Path("{id}/undo")
    public Map<String, @Nullable Object> undo(@PathParam("id") RecordId id) {
        merges.undo(id);
        return views.get(id);
    }

    /** The record that a merged one went into. 404 if it was not merged. */
    @GET
    @Path("survivor/{type}/{id}")
    public Map<String, Object> survivor(@PathParam("type") String type, @PathParam("id") RecordId id) {
        RecordView view = views.survivor(type, id);
        return Map.of("id", view.id().toString(), "title", view.json().getOrDefault("_title", ""));
    }

    private static Merges.Part part(String field, @Nullable Object json) {
        if (json instanceof Map<?, ?> map && map.get("id") instanceof String id && map.get("version") instanceof Number version) {
            return new Merges.Part(RecordId.of(id), version.intValue());
        }
        throw TenonException.invalid(field, "required", "a record to merge is {\"id\",\"version\"}");
    }
}
