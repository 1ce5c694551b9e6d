package org.tenon.records.duplicates;

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
import org.tenon.sdk.rest.Permission;

/** {@code /api/records/duplicate-rules}: what the same values in two records mean, for each record type. */
@Component(service = RulesResource.class)
@Path("duplicate-rules")
@Produces(MediaType.APPLICATION_JSON)
@Permission(DuplicateFunctions.RULES)
public final class RulesResource {

    private final RuleDesk desk;

    /** @param rules words of {@link MatchRule} by field @param version as it was read, 0 for none stored */
    public record Wish(@Nullable Map<String, String> rules, int version) {
    }

    @Activate
    public RulesResource(@Reference RuleDesk desk) {
        this.desk = desk;
    }

    /** All types whose records are compared, with their fields. */
    @GET
    public Map<String, Object> list() {
        return Map.of("items", desk.list());
    }

    /** 412 when someone else was faster. */
    @PUT
    @Path("{type}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, Object> set(@PathParam("type") String type, Wish wish) {
        return desk.set(type, wish);
    }
}
