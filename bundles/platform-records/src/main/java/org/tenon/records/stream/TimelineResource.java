package org.tenon.records.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.records.log.EntryKind;
import org.tenon.records.write.LivingRecords;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.audit.Audit;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.rest.Permission;
import org.tenon.sdk.text.Labels;

/** {@code /api/records/timeline/{type}/{id}}: everything about a record in one stream. */
@Path("timeline/{type}/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Permission(Permission.RECORD)
@Component(service = TimelineResource.class)
public final class TimelineResource {

    private static final int AT_ONCE = 100;

    private final RecordStream stream;
    private final LivingRecords records;
    private final Audit audit;
    private final Labels labels;

    @Activate
    public TimelineResource(@Reference RecordStream stream, @Reference LivingRecords records, @Reference Audit audit, @Reference Labels labels) {
        this.stream = stream;
        this.records = records;
        this.audit = audit;
        this.labels = labels;
    }

    /**
     * Newest first.
     *
     * @param kinds of {@code change comment file related}, comma separated; all if empty
     * @param q     a text that stands in the entries, empty for all
     * @param limit 1–100
     */
    @GET
    public Map<String, @Nullable Object> timeline(@PathParam("type") String type, @PathParam("id") RecordId id,
                                                  @QueryParam("kinds") @DefaultValue("") String kinds, @QueryParam("q") @DefaultValue("") String q,
                                                  @QueryParam("limit") @DefaultValue("25") int limit, @QueryParam("cursor") @Nullable String cursor) {
        Wanted wanted = Wanted.of(kinds);
        return stream.page(type, id, wanted.logged(), wanted.related(), limit, cursor, q);
    }

    /** The same, all of it, as CSV; needs the right to export the record, and stands in the system log. */
    @GET
    @Path("export")
    @Produces("text/csv")
    public Response export(@PathParam("type") String type, @PathParam("id") RecordId id, @QueryParam("kinds") @DefaultValue("") String kinds,
                           @QueryParam("q") @DefaultValue("") String q) {
        Wanted wanted = Wanted.of(kinds);
        records.require(records.any(type, id), "export");
        audit.append("records.timeline", type + "/" + id);
        Caller caller = Caller.current();
        StreamingOutput csv = out -> caller.run(() -> {
            try {
                new StreamCsv(labels, caller.locale()).write(out, at -> stream.page(type, id, wanted.logged(), wanted.related(), AT_ONCE, at, q));
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return Response.ok(csv).header("Content-Disposition", "attachment; filename=\"timeline.csv\"").build();
    }

    private record Wanted(Set<EntryKind> logged, boolean related) {

        static Wanted of(String kinds) {
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
            return new Wanted(logged, related);
        }
    }
}
