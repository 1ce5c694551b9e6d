package org.tenon.records.access;

import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.tenon.records.access.Entry.Way;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.rest.Permission;

/** {@code /api/records/shares/{type}/{id}}: members and departments a record is shared with. */
@Path("shares/{type}/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Permission(Permission.RECORD)
public final class SharesResource {

    private final RecordOpenings openings;

    public SharesResource(RecordOpenings openings) {
        this.openings = openings;
    }

    /** The shares, expired ones too, and whether the caller may change them. */
    @GET
    public Map<String, Object> shares(@PathParam("type") String type, @PathParam("id") RecordId id) {
        return openings.list(false, type, id);
    }

    /** Shares the record, or changes how it is shared. @param kind {@code member} or {@code department} */
    @PUT
    @Path("{kind}/{grantee}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, @Nullable Object> put(@PathParam("type") String type, @PathParam("id") RecordId id, @PathParam("kind") String kind,
                                             @PathParam("grantee") RecordId grantee, Map<String, Object> wish) {
        return openings.put(way(kind), type, id, grantee, wish);
    }

    /** Ends a share. */
    @DELETE
    @Path("{kind}/{grantee}")
    public void remove(@PathParam("type") String type, @PathParam("id") RecordId id, @PathParam("kind") String kind,
                       @PathParam("grantee") RecordId grantee) {
        openings.remove(way(kind), type, id, grantee);
    }

    private static Way way(String kind) {
        return switch (kind) {
            case "member" -> Way.MEMBER;
            case "department" -> Way.DEPARTMENT;
            default -> throw TenonException.notFound("records are shared with a member or a department, not with a " + kind);
        };
    }
}
