package org.tenon.records.comments;

import java.util.Map;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.rest.Permission;

/** {@code /api/records/mentions}: where one is mentioned oneself. */
@Path("mentions")
@Produces(MediaType.APPLICATION_JSON)
@Permission(Permission.MEMBER)
@Component(service = MentionsResource.class)
public final class MentionsResource {

    private final Mentions mentions;

    @Activate
    public MentionsResource(@Reference Mentions mentions) {
        this.mentions = mentions;
    }

    /** Newest first, and how many are unread, counted up to 100. @param cursor {@code next} of the page before */
    @GET
    public Map<String, @Nullable Object> mentions(@QueryParam("unread") boolean unread, @QueryParam("limit") @DefaultValue("20") int limit,
                                                  @QueryParam("cursor") @Nullable RecordId cursor) {
        return mentions.page(unread, limit, cursor);
    }

    /** Marks all as seen. */
    @POST
    @Path("read")
    public void readAll() {
        mentions.read(null);
    }

    /** Marks one as seen. */
    @POST
    @Path("{id}/read")
    public void read(@PathParam("id") RecordId id) {
        mentions.read(id);
    }
}
