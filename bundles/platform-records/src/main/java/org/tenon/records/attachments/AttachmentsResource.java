package org.tenon.records.attachments;

import java.util.List;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
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
import org.tenon.records.query.RecordTitles;
import org.tenon.records.write.LivingRecords;
import org.tenon.records.write.LivingRecords.Living;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.file.StoredFile;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.rest.Permission;

/** {@code /api/records/attachments/{type}/{id}}: a record's files. Their contents are at {@code /api/files}. */
@Path("attachments/{type}/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Permission(Permission.RECORD)
@Component(service = AttachmentsResource.class)
public final class AttachmentsResource {

    private final Attachments attachments;
    private final LivingRecords records;
    private final RecordTitles titles;

    @Activate
    public AttachmentsResource(@Reference Attachments attachments, @Reference LivingRecords records, @Reference RecordTitles titles) {
        this.attachments = attachments;
        this.records = records;
        this.titles = titles;
    }

    /** Newest first, and whether the caller may add and remove. */
    @GET
    public Map<String, Object> files(@PathParam("type") String type, @PathParam("id") RecordId id) {
        Living record = records.any(type, id);
        return Map.of("items", json(attachments.of(record)), "manage", attachments.manages(record));
    }

    /** Gives the uploaded {@code file} to the record. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@PathParam("type") String type, @PathParam("id") RecordId id, @Nullable Map<String, Object> sent) {
        Living record = records.get(type, id);
        if (sent == null || !(sent.get("file") instanceof String file)) {
            throw TenonException.invalid("file", "required", "name the uploaded file");
        }
        StoredFile added = attachments.add(record.type(), id, RecordId.of(file));
        return Response.status(Response.Status.CREATED).entity(json(List.of(added)).get(0)).build();
    }

    /** Removes the file from the record, for good. */
    @DELETE
    @Path("{file}")
    public void remove(@PathParam("type") String type, @PathParam("id") RecordId id, @PathParam("file") RecordId file) {
        attachments.remove(type, id, file);
    }

    private List<Map<String, @Nullable Object>> json(List<StoredFile> files) {
        Map<Long, String> names = titles.of(Caller.current(), "identity.member", files.stream().map(StoredFile::memberId).toList());
        return files.stream().map(file -> FileJson.of(file, names.getOrDefault(file.memberId(), ""))).toList();
    }
}
