package org.tenon.shell;

import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Request;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.Response.ResponseBuilder;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.rest.Permission;
import org.tenon.shell.contributions.Contributions;

/** {@code /api/shell/contributions}: menu, routes, plugins, slots and commands, as far as the caller may use them. */
@Path("contributions")
@Produces(MediaType.APPLICATION_JSON)
@Permission(Permission.MEMBER)
public final class ShellResource {

    private final Contributions contributions;

    ShellResource(Contributions contributions) {
        this.contributions = contributions;
    }

    /** What the shell consists of for the caller; 304 while nothing of it changed. */
    @GET
    public Response contributions(@Context Request request) {
        Map<String, Object> shown = contributions.of(Caller.current());
        EntityTag tag = new EntityTag(Integer.toHexString(shown.hashCode()));
        ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        ResponseBuilder answer = unchanged == null ? Response.ok(shown) : unchanged;
        return answer.tag(tag).header(HttpHeaders.CACHE_CONTROL, "private, no-cache").header(HttpHeaders.VARY, "Accept-Language").build();
    }
}
