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
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.rest.Permission;

/** {@code /api/records/teams/{type}/{id}}: the members who work on a record beside its owner. */
@Path("teams/{type}/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Permission(Permission.RECORD)
public final class TeamsResource {

    private final RecordOpenings openings;

    public TeamsResource(RecordOpenings openings) {
        this.openings = openings;
    }

    /** The team, expired entries too, and whether the caller may change it. */
    @GET
    public Map<String, Object> team(@PathParam("type") String type, @PathParam("id") RecordId id) {
        return openings.list(true, type, id);
    }

    /** Takes a member into the team, or changes what they may do and until when. */
    @PUT
    @Path("{member}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, @Nullable Object> put(@PathParam("type") String type, @PathParam("id") RecordId id, @PathParam("member") RecordId member,
                                             Map<String, Object> wish) {
        return openings.put(Way.TEAM, type, id, member, wish);
    }

    /** Takes a member out of the team; everyone may leave it themselves. */
    @DELETE
    @Path("{member}")
    public void remove(@PathParam("type") String type, @PathParam("id") RecordId id, @PathParam("member") RecordId member) {
        openings.remove(Way.TEAM, type, id, member);
    }
}
