package org.tenon.records.custom;

import java.util.List;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.rest.Permission;

/** {@code /api/records/fields}: the fields administrators add to record types. */
@Component(service = FieldsResource.class)
@Path("fields")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Permission(FieldFunctions.FIELDS)
public final class FieldsResource {

    private final FieldAdmin admin;

    @Activate
    public FieldsResource(@Reference FieldAdmin admin) {
        this.admin = admin;
    }

    /** Of one type in their order, retired ones too. */
    @GET
    public Map<String, Object> fields(@QueryParam("type") String type) {
        List<Map<String, @Nullable Object>> items = admin.list(type);
        return Map.of("items", items);
    }

    /** Adds one to {@code type}, of a {@code kind}; at once in every form. */
    @POST
    public Response add(Map<String, Object> body) {
        Map<String, @Nullable Object> added = admin.add(present(body));
        return Response.status(Response.Status.CREATED).location(java.net.URI.create("/api/records/fields/" + added.get("id"))).entity(added).build();
    }

    /** Changes settings; wants {@code If-Match}. */
    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Path("{id}")
    public Map<String, @Nullable Object> change(@PathParam("id") RecordId id, @HeaderParam(HttpHeaders.IF_MATCH) String version, Map<String, Object> body) {
        return admin.change(id, version(version), present(body));
    }

    /** Takes it out of forms and lists; values and history stay. */
    @POST
    @Path("{id}/retire")
    public Map<String, @Nullable Object> retire(@PathParam("id") RecordId id) {
        return admin.retire(id, true);
    }

    /** Brings a retired one back, with its values. */
    @POST
    @Path("{id}/restore")
    public Map<String, @Nullable Object> restore(@PathParam("id") RecordId id) {
        return admin.retire(id, false);
    }

    private static int version(@Nullable String ifMatch) {
        if (ifMatch == null || !ifMatch.matches("\"?[0-9]{1,9}\"?")) {
            throw new TenonException(Kind.VERSION_REQUIRED, "If-Match must name the version to change");
        }
        return Integer.parseInt(ifMatch.replace("\"", ""));
    }

    private static Map<String, ?> present(@Nullable Map<String, Object> body) {
        if (body == null) {
            throw TenonException.unreadable("a JSON object is needed");
        }
        return body;
    }
}
