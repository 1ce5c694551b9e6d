package org.tenon.records.stream;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.records.log.EntryKind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.rest.Permission;

/** {@code /api/records/timeline/{type}/{id}}: everything about a record in one stream. */
@Path("timeline/{type}/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Permission(Permission.RECORD)
@Component(service = TimelineResource.class)
public final class TimelineResource {

    private final RecordStream stream;

    @Activate
    public TimelineResource(@Reference RecordStream stream) {
        this.stream = stream;
    }

    /** Newest first. @param kinds of {@code change comment file related}, comma separated; all if empty @param limit 1–100 */
    @GET
    public Map<String, @Nullable Object> timeline(@PathParam("type") String type, @PathParam("id") RecordId id,
                                                  @QueryParam("kinds") @DefaultValue("") String kinds,
                                                  @QueryParam("limit") @DefaultValue("25") int limit, @QueryParam("cursor") @Nullable String cursor) {
        Set<EntryKind> logged = EnumSet.noneOf(EntryKind.class);
        boolean related = false;
        for (String kind : (kinds.isBlank() ? "change,comment,file,related" : kinds).split(",")) {
            switch (kind.strip()) {
                case "change" -> logged.add(EntryKind.CHANGE);
                case "comment" -> logged.add(EntryKind.COMMENT);
                case "file" -> logged.add(EntryKind.FILE);
                case "related" -> related = true;
                default -> throw TenonException.invalid("kinds", "unknown", "change, comment, file or related, not " + kind);
            }
        }
        return stream.page(type, id, logged, related, limit, cursor);
    }
}
