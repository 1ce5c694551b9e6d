package org.tenon.sdk.rest;

import java.net.URI;
import java.util.List;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.BaseRecord;
import org.tenon.sdk.record.OnDuplicates;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordPage;
import org.tenon.sdk.record.RecordQuery;
import org.tenon.sdk.record.RecordStore;
import org.tenon.sdk.record.RecordView;
import org.tenon.sdk.record.Timeline;

/**
 * The calls every record type has (docs/rest.md). An area extends it, gives it a {@code @Path} and adds its own actions.
 *
 * @param <R> the entity class
 */
@Produces(MediaType.APPLICATION_JSON)
@Permission(Permission.RECORD)
public abstract class RecordResource<R extends BaseRecord> {

    protected final RecordStore<R> records;

    protected RecordResource(RecordStore<R> records) {
        this.records = records;
    }

    /** The store behind these calls, for those who describe them. */
    public final RecordStore<R> store() {
        return records;
    }

    /** A page of records. */
    @GET
    public RecordPage list(@QueryParam("filter") @Nullable JsonParam filter, @QueryParam("sort") @Nullable String sort,
                           @QueryParam("limit") @DefaultValue("25") int limit, @QueryParam("cursor") @Nullable String cursor,
                           @QueryParam("fields") @DefaultValue("") String fields, @QueryParam("q") @Nullable String prefix,
                           @QueryParam("total") boolean total, @QueryParam("deleted") boolean deleted) {
        List<String> names = fields.isBlank() ? List.of() : List.of(fields.split(","));
        Object condition = filter == null ? null : filter.value();
        return records.page(new RecordQuery(condition, sort, limit, cursor, names, prefix, total, deleted));
    }

    /**
     * Creates a record.
     *
     * @param duplicates {@code allow} tells of likely duplicates, {@code refuse} makes them a 409, {@code ignore} does not look, {@code override} stores
     *                   what a rule blocks
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@QueryParam("duplicates") @DefaultValue("allow") String duplicates, Map<String, Object> values) {
        RecordView view = records.create(values, OnDuplicates.of(duplicates));
        URI place = URI.create(records.type().path() + "/" + view.id());
        return Response.status(Response.Status.CREATED).header("Location", place.toString()).tag(tag(view)).entity(view).build();
    }

    /** One record. */
    @GET
    @Path("{id}")
    public Response get(@PathParam("id") RecordId id) {
        return answer(records.get(id));
    }

    /** Changes the fields sent. 412 when someone else was faster. */
    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public Response update(@PathParam("id") RecordId id, @HeaderParam("If-Match") @Nullable String ifMatch,
                           @QueryParam("duplicates") @DefaultValue("allow") String duplicates, Map<String, Object> patch) {
        Integer version = version(ifMatch);
        if (version == null) {
            throw new TenonException(Kind.VERSION_REQUIRED, "send If-Match with the version you changed");
        }
        return answer(records.update(id, version, patch, OnDuplicates.of(duplicates)));
    }

    /** Puts a record into the recycle bin. */
    @DELETE
    @Path("{id}")
    public void delete(@PathParam("id") RecordId id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        records.delete(id, version(ifMatch));
    }

    /** Takes a record out of the recycle bin. */
    @POST
    @Path("{id}/restore")
    public Response restore(@PathParam("id") RecordId id) {
        return answer(records.restore(id));
    }

    /** What happened to a record, newest first. */
    @GET
    @Path("{id}/timeline")
    public Timeline timeline(@PathParam("id") RecordId id, @QueryParam("limit") @DefaultValue("25") int limit,
                             @QueryParam("cursor") @Nullable String cursor) {
        return records.timeline(id, limit, cursor);
    }

    /** Why the caller may do what with a record. @param member another one, for those who keep permissions; absent for oneself */
    @GET
    @Path("{id}/access")
    public Map<String, Object> access(@PathParam("id") RecordId id, @QueryParam("member") @Nullable RecordId member) {
        return member == null ? records.access(id) : records.access(id, member);
    }

    /** A record with its ETag. */
    protected static Response answer(RecordView view) {
        return Response.ok(view).tag(tag(view)).build();
    }

    private static EntityTag tag(RecordView view) {
        return new EntityTag(Integer.toString(view.version()));
    }

    private static @Nullable Integer version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            return null;
        }
        String bare = ifMatch.strip().replaceFirst("^W/", "").replace("\"", "");
        try {
            return Integer.valueOf(bare);
        } catch (NumberFormatException e) {
            throw TenonException.unreadable("If-Match is no version: " + ifMatch);
        }
    }
}
