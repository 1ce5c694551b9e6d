package org.tenon.records.layout;

import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.records.custom.FieldFunctions;
import org.tenon.records.settings.SettingsLog;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.rest.Permission;

/** {@code /api/records/layouts/{type}}: how the fields of a type stand in forms, for everyone or for one {@code role}. */
@Component(service = LayoutsResource.class)
@Path("layouts/{type}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Permission(FieldFunctions.FIELDS)
public final class LayoutsResource {

    private static final String CHANGED = "records.layout";

    private final Layouts layouts;
    private final SettingsLog log;

    @Activate
    public LayoutsResource(@Reference Layouts layouts, @Reference SettingsLog log) {
        this.layouts = layouts;
        this.log = log;
    }

    /** The stored one, or what one would start from. */
    @GET
    public Map<String, Object> layout(@PathParam("type") String type, @QueryParam("role") @Nullable String role) {
        return layouts.editable(type, role(role));
    }

    /** Stores {@code {"version","sections":[{"name","labels","columns","fields"}],"hidden"}}. */
    @PUT
    public Map<String, Object> store(@PathParam("type") String type, @QueryParam("role") @Nullable String role, Map<String, Object> body) {
        if (body == null || !(body.get("version") instanceof Number version)) {
            throw TenonException.invalid("version", "required", "the version it was opened with is needed");
        }
        return log.change(CHANGED, () -> layouts.store(type, role(role), version.intValue(), body), done -> named(type, role));
    }

    /** Back to the form everyone has, or to the declared one. */
    @DELETE
    public void remove(@PathParam("type") String type, @QueryParam("role") @Nullable String role) {
        log.change(CHANGED, () -> {
            layouts.remove(type, role(role));
            return type;
        }, done -> named(type, role));
    }

    private static String named(String type, @Nullable String role) {
        return role == null || role.isBlank() ? type : type + ", role " + role;
    }

    private static long role(@Nullable String role) {
        return role == null || role.isBlank() ? 0 : RecordId.of(role).value();
    }
}
