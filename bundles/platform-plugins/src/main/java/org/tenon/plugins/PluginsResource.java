package org.tenon.plugins;

import java.net.URI;
import java.util.List;
import java.util.Locale;
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
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.rest.Permission;

/** {@code /api/plugins}: what is installed, what could be. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@Permission(PluginsPermissions.MANAGE)
public final class PluginsResource {

    private final Plugins plugins;

    PluginsResource(Plugins plugins) {
        this.plugins = plugins;
    }

    /** Every plugin and its state. */
    @GET
    public Map<String, Object> list() {
        return Map.of("items", plugins.list(Caller.current().locale()).stream().map(PluginsResource::json).toList());
    }

    /** Installs {@code name}; answers once it serves, or 409 with the reason why it cannot. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response install(Map<String, Object> body) {
        if (!(body.get("name") instanceof String name) || name.isBlank()) {
            throw TenonException.invalid("name", "required", "name the plugin to install");
        }
        Plugin plugin = plugins.install(name);
        return Response.ok(json(plugin)).header("Location", URI.create("/api/plugins/" + plugin.name()).toString()).build();
    }

    /** Uninstalls it and keeps its data. */
    @DELETE
    @Path("{name}")
    public void uninstall(@PathParam("name") String name) {
        plugins.uninstall(name);
    }

    /** What was tried, newest first. */
    @GET
    @Path("attempts")
    public Map<String, Object> attempts() {
        List<Attempts.Attempt> attempts = plugins.attempts();
        return Map.of("items", attempts);
    }

    private static Map<String, Object> json(Plugin plugin) {
        return Map.of("name", plugin.name(), "version", plugin.version(), "state", plugin.state().name().toLowerCase(Locale.ROOT), "label", plugin.label());
    }
}
