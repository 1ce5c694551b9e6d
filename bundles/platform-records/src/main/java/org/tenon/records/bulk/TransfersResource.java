package org.tenon.records.bulk;

import java.util.List;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.sdk.rest.Permission;

/** {@code /api/records/transfers}: what one member owns goes to another, such as when they leave. */
@Component(service = TransfersResource.class)
@Path("transfers")
@Produces(MediaType.APPLICATION_JSON)
@Permission(Permission.MEMBER)
public final class TransfersResource {

    private final Bulk bulk;

    /** @param types empty or absent for all */
    public record Wish(@Nullable String from, @Nullable String to, @Nullable List<String> types) {
    }

    @Activate
    public TransfersResource(@Reference Bulk bulk) {
        this.bulk = bulk;
    }

    /** How many records of each type the member owns. */
    @GET
    public Map<String, Object> owned(@QueryParam("from") @Nullable String from) {
        return Map.of("items", bulk.owned(from));
    }

    /** Gives them to another member; 202 with the job. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response transfer(Wish wish) {
        return BulkResource.accepted(bulk.transfer(wish.from(), wish.to(), wish.types() == null ? List.of() : wish.types()));
    }
}
