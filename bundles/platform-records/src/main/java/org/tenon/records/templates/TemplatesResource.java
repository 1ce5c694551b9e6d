package org.tenon.records.templates;

import java.net.URI;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.records.settings.SettingsLog;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.rest.Permission;

/** {@code /api/records/templates}: templates of messages, mails and prints. */
@Path("templates")
@Produces(MediaType.APPLICATION_JSON)
@Permission(Permission.RECORD)
@Component(service = TemplatesResource.class)
public final class TemplatesResource {

    private static final String CHANGED = "records.template";

    private final Templates templates;
    private final SettingsLog log;

    /** @param version as it was read, 0 for a new one */
    public record Wish(@Nullable String name, @Nullable String sort, @Nullable String type, @Nullable String subject, @Nullable String body, boolean retired, int version) {
    }

    @Activate
    public TemplatesResource(@Reference Templates templates, @Reference SettingsLog log) {
        this.templates = templates;
        this.log = log;
    }

    /** Those of record types the caller may read. */
    @GET
    public Map<String, Object> list(@QueryParam("type") @Nullable String type, @QueryParam("retired") boolean retired) {
        return Map.of("items", templates.list(type, retired));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(TemplateFunctions.TEMPLATES)
    public Response create(Wish wish) {
        Map<String, @Nullable Object> made = log.change(CHANGED, () -> templates.create(wish), TemplatesResource::named);
        return Response.created(URI.create("/api/records/templates/" + made.get("id"))).entity(made).build();
    }

    /** 412 when stale. */
    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(TemplateFunctions.TEMPLATES)
    public Map<String, @Nullable Object> update(@PathParam("id") RecordId id, Wish wish) {
        return log.change(CHANGED, () -> templates.update(id, wish), TemplatesResource::named);
    }

    /** What comes out for a record, with what the caller may see of it. */
    @GET
    @Path("{id}/filled")
    public Map<String, @Nullable Object> filled(@PathParam("id") RecordId id, @QueryParam("record") @Nullable RecordId record) {
        return templates.fill(id, required(record));
    }

    /** The same of one that is not stored yet. */
    @POST
    @Path("preview")
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, @Nullable Object> preview(@QueryParam("record") @Nullable RecordId record, Wish wish) {
        return templates.preview(wish, required(record));
    }

    private static String named(Map<String, @Nullable Object> template) {
        return template.get("type") + " " + template.get("name") + " (" + template.get("id") + ")";
    }

    private static RecordId required(@Nullable RecordId record) {
        if (record == null) {
            throw TenonException.invalid("record", "required", "say which record to fill the template from");
        }
        return record;
    }
}
