package org.tenon.records.comments;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.records.comments.Comments.Said;
import org.tenon.records.query.RecordTitles;
import org.tenon.records.write.LivingRecords;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.rest.Permission;

/** {@code /api/records/comments/{type}/{id}}: saying something about a record. They are read in its timeline. */
@Path("comments/{type}/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Permission(Permission.RECORD)
@Component(service = CommentsResource.class)
public final class CommentsResource {

    private final Comments comments;
    private final LivingRecords records;
    private final RecordTitles titles;

    @Activate
    public CommentsResource(@Reference Comments comments, @Reference LivingRecords records, @Reference RecordTitles titles) {
        this.comments = comments;
        this.records = records;
        this.titles = titles;
    }

    /** Says something, with uploaded {@code files} if there are any; {@code unreached} names mentioned members who may not read the record and were not told. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@PathParam("type") String type, @PathParam("id") RecordId id, @Nullable Map<String, Object> sent) {
        return Response.status(Response.Status.CREATED).entity(answer(type, id, comments.add(type, id, body(sent), files(sent)))).build();
    }

    /** Rewrites one's own comment ({@code body}), or pins any ({@code pinned}). */
    @PATCH
    @Path("{comment}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public Map<String, @Nullable Object> change(@PathParam("type") String type, @PathParam("id") RecordId id, @PathParam("comment") RecordId comment,
                                                @Nullable Map<String, Object> sent) {
        if (sent != null && sent.get("pinned") instanceof Boolean pinned) {
            return answer(type, id, new Said(comments.pin(type, id, comment, pinned), Set.of()));
        }
        return answer(type, id, comments.rewrite(type, id, comment, body(sent)));
    }

    /** Takes back one's own comment; administrators any. */
    @DELETE
    @Path("{comment}")
    public void remove(@PathParam("type") String type, @PathParam("id") RecordId id, @PathParam("comment") RecordId comment) {
        comments.remove(type, id, comment);
    }

    private Map<String, @Nullable Object> answer(String type, RecordId id, Said said) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>(comments.json(records.get(type, id), List.of(said.comment())).get(0));
        json.put("unreached", CommentJson.mentions(said.unreached(), titles.of(Caller.current(), "identity.member", said.unreached())));
        return json;
    }

    private static List<RecordId> files(@Nullable Map<String, Object> sent) {
        Object files = sent == null ? null : sent.get("files");
        if (files == null) {
            return List.of();
        }
        if (!(files instanceof List<?> ids) || !ids.stream().allMatch(String.class::isInstance)) {
            throw TenonException.invalid("files", "type", "a list of the ids of uploaded files is needed");
        }
        return ids.stream().map(id -> RecordId.of((String) id)).toList();
    }

    private static @Nullable String body(@Nullable Map<String, Object> sent) {
        Object body = sent == null ? null : sent.get("body");
        if (body != null && !(body instanceof String)) {
            throw TenonException.invalid("body", "type", "a text is needed");
        }
        return (String) body;
    }
}
