package org.tenon.web;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.tenon.sdk.rest.Public;

/** {@code /api/web/health}: whether the system can be used. */
@Path("health")
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource {

    private final List<BooleanSupplier> conditions;

    /** @param conditions all of them must hold */
    HealthResource(List<BooleanSupplier> conditions) {
        this.conditions = List.copyOf(conditions);
    }

    /** Ready, or 503 while starting. */
    @GET
    @Public("Load balancers and start scripts ask before anybody can sign in; it tells nothing else.")
    public Response health() {
        boolean ready = conditions.stream().allMatch(BooleanSupplier::getAsBoolean);
        return ready ? Response.ok(Map.of("status", "ready")).build()
                : Response.status(503).header("Retry-After", 1).entity(Map.of("status", "starting")).build();
    }
}
