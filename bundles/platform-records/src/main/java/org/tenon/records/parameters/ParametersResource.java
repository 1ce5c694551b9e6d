package org.tenon.records.parameters;

import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.records.settings.SettingsLog;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.rest.Permission;

/** {@code /api/records/parameters}: settings of the whole installation. */
@Path("parameters")
@Produces(MediaType.APPLICATION_JSON)
@Permission(ParameterFunctions.PARAMETERS)
@Component(service = ParametersResource.class)
public final class ParametersResource {

    private static final String CHANGED = "records.parameter";

    private final StoredParameters parameters;
    private final SettingsLog log;

    /** @param value null for what the area gives @param version as it was read */
    public record Setting(@Nullable Object value, int version) {
    }

    @Activate
    public ParametersResource(@Reference StoredParameters parameters, @Reference SettingsLog log) {
        this.parameters = parameters;
        this.log = log;
    }

    @GET
    public Map<String, Object> list() {
        return Map.of("items", parameters.list(Caller.current().locale()));
    }

    /** 412 when someone else was faster, 422 out of bounds. */
    @PUT
    @Path("{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, @Nullable Object> set(@PathParam("name") String name, Setting setting) {
        return log.change(CHANGED, () -> parameters.set(name, setting.value(), setting.version(), Caller.current().locale()), done -> name);
    }
}
