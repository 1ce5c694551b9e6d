package org.tenon.files;

import java.net.URI;
import java.time.Duration;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.file.FileStore;
import org.tenon.sdk.file.StoredFile;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.rest.Permission;
import org.tenon.sdk.rest.Upload;

/** {@code /api/files}: bringing files and getting them back. */
@Path("")
@Permission(Permission.MEMBER)
public final class FilesResource {

    /** How long a file stays that nothing has been done with. */
    private static final Duration UNUSED = Duration.ofHours(24);

    private final FileStore files;
    private final FileAccess access;

    FilesResource(FileStore files, FileAccess access) {
        this.files = files;
        this.access = access;
    }

    /** Takes a file, as the body or in a form; it goes after 24 hours unless a record gets it. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public Response upload(Upload upload) {
        StoredFile file = files.keep(upload.fileName(), upload.stream(), UNUSED);
        return Response.created(URI.create("/api/files/" + file.id())).entity(FileJson.of(file)).build();
    }

    /** The content. @param inline true to show it in place; pictures and PDF only, everything else is downloaded */
    @GET
    @Path("{id}")
    @Produces(MediaType.WILDCARD)
    public Response download(@PathParam("id") RecordId id, @QueryParam("inline") @DefaultValue("false") boolean inline,
                             @HeaderParam("If-None-Match") @Nullable String known) {
        return Download.of(readable(id), inline, known, files);
    }

    /** Removes a file of one's own that no record has. */
    @DELETE
    @Path("{id}")
    public void remove(@PathParam("id") RecordId id) {
        StoredFile file = readable(id);
        if (!access.owns(Caller.current(), file)) {
            throw TenonException.forbidden("the file " + id + " was brought by another member");
        }
        if (file.owner() != null) {
            throw TenonException.conflict("the file " + id + " belongs to a record; remove it there");
        }
        files.remove(id);
    }

    private StoredFile readable(RecordId id) {
        return files.find(id).filter(file -> access.reads(Caller.current(), file))
            .orElseThrow(() -> TenonException.notFound("no file has the id " + id));
    }
}
