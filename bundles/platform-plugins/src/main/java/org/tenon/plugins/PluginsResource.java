package org.tenon.plugins;

import java.net.URI;
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
import org.jspecify.annotations.Nullable;
import org.tenon.plugins.container.Checkup;
import org.tenon.plugins.repository.Repository;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.rest.Permission;
import org.tenon.sdk.rest.Upload;

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
        return Map.of("items", PluginJson.of(plugins.list(locale()), locale()));
    }

    /** One plugin. */
    @GET
    @Path("{name}")
    public Map<String, Object> get(@PathParam("name") String name) {
        return json(plugins.get(name, locale()));
    }

    /** Why it serves or does not: bundles, what they wait for, tables, paths, lines of the log. */
    @GET
    @Path("{name}/check")
    public Checkup check(@PathParam("name") String name) {
        return plugins.check(name, locale());
    }

    /** Installs {@code upload}, or {@code name} in its {@code version}; answers once it serves, or 409 with the reason why it cannot. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response install(Map<String, Object> body) {
        String upload = text(body, "upload");
        if (upload != null) {
            return created(plugins.installUpload(upload));
        }
        String name = text(body, "name");
        if (name == null) {
            throw TenonException.invalid("name", "required", "name the plugin to install");
        }
        return created(plugins.install(name, text(body, "version")));
    }

    /** Takes in an archive, a KAR or a bundle, to look at before it is installed; kept for an hour. */
    @POST
    @Path("uploads")
    @Consumes(MediaType.WILDCARD)
    public Response upload(Upload archive) {
        Offer offer = plugins.receive(archive.stream());
        return Response.status(Response.Status.CREATED).entity(PluginJson.of(offer, locale())).build();
    }

    /** Takes in an archive {@code from} a repository, by its id there. */
    @POST
    @Path("uploads")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response fetch(Map<String, Object> body) {
        String from = text(body, "from");
        if (from == null) {
            throw TenonException.invalid("from", "required", "say which archive to fetch");
        }
        return Response.status(Response.Status.CREATED).entity(PluginJson.of(plugins.fetch(from), locale())).build();
    }

    /** What the configured repositories offer. */
    @GET
    @Path("repository")
    public Repository.Listing repository() {
        return plugins.repository(locale());
    }

    /** Forgets an archive that was sent. */
    @DELETE
    @Path("uploads/{id}")
    public void discard(@PathParam("id") String id) {
        plugins.discard(id);
    }

    /** Brings it to the newest version, or to {@code version}. */
    @POST
    @Path("{name}/upgrade")
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, Object> upgrade(@PathParam("name") String name, Map<String, Object> body) {
        return json(plugins.upgrade(name, text(body, "version")));
    }

    /** Brings it back to the version it had before. */
    @POST
    @Path("{name}/rollback")
    public Map<String, Object> rollback(@PathParam("name") String name) {
        return json(plugins.rollback(name));
    }

    /** Stops it until someone starts it. */
    @POST
    @Path("{name}/stop")
    public Map<String, Object> stop(@PathParam("name") String name) {
        return json(plugins.stop(name));
    }

    /** Starts it again. */
    @POST
    @Path("{name}/start")
    public Map<String, Object> start(@PathParam("name") String name) {
        return json(plugins.start(name));
    }

    /** Uninstalls it and keeps its data. */
    @DELETE
    @Path("{name}")
    public void uninstall(@PathParam("name") String name) {
        plugins.remove(name);
    }

    /** Drops its data for good, after a copy; {@code confirm} repeats its name. */
    @POST
    @Path("{name}/purge")
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, Object> purge(@PathParam("name") String name, Map<String, Object> body) {
        return Map.of("backup", plugins.purge(name, text(body, "confirm")).getFileName().toString());
    }

    /** Copies the records of the area whose place it takes, as a background job. */
    @POST
    @Path("{name}/takeover")
    public Map<String, Object> takeover(@PathParam("name") String name) {
        return Map.of("job", plugins.takeover(name).id().toString());
    }

    /** What was tried, newest first. */
    @GET
    @Path("attempts")
    public Map<String, Object> attempts() {
        return Map.of("items", plugins.attempts(locale()));
    }

    private static Response created(Plugin plugin) {
        return Response.ok(json(plugin)).header("Location", URI.create("/api/plugins/" + plugin.name()).toString()).build();
    }

    private static Map<String, Object> json(Plugin plugin) {
        return PluginJson.of(plugin, locale());
    }

    private static Locale locale() {
        return Caller.current().locale();
    }

    private static @Nullable String text(Map<String, Object> body, String field) {
        return body.get(field) instanceof String text && !text.isBlank() ? text.strip() : null;
    }
}
