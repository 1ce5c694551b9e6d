package org.tenon.records.imports;

import java.nio.charset.StandardCharsets;
import java.net.URLEncoder;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
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
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.rest.Permission;
import org.tenon.sdk.rest.Upload;

/**
 * {@code /api/records/imports}: the caller's imports, and those of others for holders of {@code imports:manage}. What may be imported, and
 * what of it be seen, the record policy decides.
 */
@Component(service = ImportsResource.class)
@Path("imports")
@Produces(MediaType.APPLICATION_JSON)
@Permission(Permission.MEMBER)
public final class ImportsResource {

    private final ImportDesk desk;

    @Activate
    public ImportsResource(@Reference ImportDesk desk) {
        this.desk = desk;
    }

    /** Takes a CSV or XLSX file in and answers what it is. @param type the type of the records it holds */
    @POST
    @Consumes({MediaType.MULTIPART_FORM_DATA, "text/csv", MediaType.APPLICATION_OCTET_STREAM,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
    public Response begin(@QueryParam("type") @DefaultValue("") String type, Upload file) {
        Map<String, @Nullable Object> made = desk.begin(type, file.fileName(), file.stream());
        return Response.status(Response.Status.CREATED).header("Location", "/api/records/imports/" + made.get("id")).entity(made).build();
    }

    /**
     * The caller's imports of a type, newest first.
     *
     * @param everyone also those of others; takes {@code imports:manage}
     * @param before   the id of the last one of the page before
     */
    @GET
    public Map<String, Object> list(@QueryParam("type") @DefaultValue("") String type, @QueryParam("everyone") boolean everyone,
                                    @QueryParam("before") @Nullable RecordId before, @QueryParam("limit") @DefaultValue("20") int limit) {
        return desk.list(type, everyone, before, limit);
    }

    /** One import with its file, options and counts. */
    @GET
    @Path("{id}")
    public Map<String, @Nullable Object> get(@PathParam("id") RecordId id) {
        return desk.get(id);
    }

    /** How it is going, without what does not change meanwhile. */
    @GET
    @Path("{id}/progress")
    public Map<String, @Nullable Object> progress(@PathParam("id") RecordId id) {
        return desk.progress(id);
    }

    /** Changes options. */
    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public Map<String, @Nullable Object> change(@PathParam("id") RecordId id, @Nullable Map<String, Object> patch) {
        return desk.change(id, patch == null ? Map.of() : patch);
    }

    /** Removes an import and its file; the records stay, and can no longer be taken back together. */
    @DELETE
    @Path("{id}")
    public void delete(@PathParam("id") RecordId id) {
        desk.delete(id);
    }

    /** Goes over all rows without storing any; the rows then say what would become of them. */
    @POST
    @Path("{id}/check")
    public Map<String, @Nullable Object> check(@PathParam("id") RecordId id) {
        return desk.check(id);
    }

    /** Stores the rows, or goes on storing them where a run ended early. */
    @POST
    @Path("{id}/run")
    public Map<String, @Nullable Object> run(@PathParam("id") RecordId id) {
        return desk.run(id);
    }

    /** Asks what works on the import to end; what is done stays done. */
    @POST
    @Path("{id}/cancel")
    public Map<String, @Nullable Object> cancel(@PathParam("id") RecordId id) {
        return desk.cancel(id);
    }

    /** Takes back what the import stored. */
    @POST
    @Path("{id}/undo")
    public Map<String, @Nullable Object> undo(@PathParam("id") RecordId id) {
        return desk.undo(id);
    }

    /**
     * What became, or would become, of the rows, in the file's order.
     *
     * @param outcome {@code created updated unchanged skipped refused}, or {@code kept} for records an undo left alone; empty for all rows
     * @param after   the line of the last one of the page before
     */
    @GET
    @Path("{id}/rows")
    public Map<String, Object> rows(@PathParam("id") RecordId id, @QueryParam("outcome") @DefaultValue("") String outcome,
                                    @QueryParam("after") @DefaultValue("0") long after, @QueryParam("limit") @DefaultValue("50") int limit) {
        return desk.rows(id, outcome, after, limit);
    }

    /** The refused rows as a file like the one they came from, with the reasons. */
    @GET
    @Path("{id}/refused")
    @Produces({"text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
    public Response refused(@PathParam("id") RecordId id) {
        ImportDesk.Refused file = desk.refused(id);
        StreamingOutput body = file.content()::write;
        String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(body).header("Content-Type", file.contentType()).header("Content-Disposition", "attachment; filename*=UTF-8''" + name).build();
    }
}
