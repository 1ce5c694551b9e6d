package org.tenon.records.views;

import java.net.URI;
import java.util.List;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
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
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.rest.Permission;

/** {@code /api/records/views}: saved views of record lists. */
@Path("views")
@Produces(MediaType.APPLICATION_JSON)
@Permission(Permission.RECORD)
@Component(service = ViewsResource.class)
public final class ViewsResource {

    private final SavedViews views;

    /** @param first id of the view the list begins with, null for the plain list @param pinned ids in order */
    public record Wish(@Nullable String first, @Nullable List<String> pinned) {
    }

    @Activate
    public ViewsResource(@Reference SavedViews views) {
        this.views = views;
    }

    /** The caller's own views of a type and those shown to them. */
    @GET
    public Map<String, @Nullable Object> list(@QueryParam("type") @Nullable String type) {
        return views.list(type);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(ViewWish wish) {
        Map<String, @Nullable Object> made = views.create(wish);
        return Response.created(URI.create("/api/records/views/" + made.get("id"))).entity(made).build();
    }

    @GET
    @Path("{id}")
    public Map<String, @Nullable Object> get(@PathParam("id") RecordId id) {
        return views.get(id);
    }

    /** Replaces the view; 412 if it has been changed since {@code version}. */
    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, @Nullable Object> replace(@PathParam("id") RecordId id, ViewWish wish) {
        return views.replace(id, wish);
    }

    @DELETE
    @Path("{id}")
    public void delete(@PathParam("id") RecordId id) {
        views.delete(id);
    }

    /** Which view the caller's list of a type begins with, and which ones stand first. */
    @PUT
    @Path("choices/{type}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, @Nullable Object> choose(@PathParam("type") String type, Wish wish) {
        return views.choose(type, wish.first(), wish.pinned() == null ? List.of() : wish.pinned());
    }
}
