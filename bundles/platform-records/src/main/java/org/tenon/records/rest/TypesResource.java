package org.tenon.records.rest;

import java.util.List;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.tenon.records.model.RecordModel;
import org.tenon.records.model.RecordModels;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.rest.Permission;

/** {@code /api/records/types}: the record types the caller may read, with their fields. */
@Path("types")
@Produces(MediaType.APPLICATION_JSON)
@Permission(Permission.MEMBER)
public final class TypesResource {

    private final RecordModels models;
    private final RecordPolicy policy;
    private final Metadata metadata;

    TypesResource(RecordModels models, RecordPolicy policy, Metadata metadata) {
        this.models = models;
        this.policy = policy;
        this.metadata = metadata;
    }

    /** Those the caller may read. */
    @GET
    public Map<String, Object> types() {
        Caller caller = Caller.current();
        List<Map<String, Object>> items = models.all().stream().filter(model -> policy.access(caller, model.info()).may("read"))
                .map(model -> metadata.summary(caller, model)).toList();
        return Map.of("items", items);
    }

    /** One of them with fields, sections, related types and actions. 404 for one the caller may not read. */
    @GET
    @Path("{name}")
    public Map<String, Object> type(@PathParam("name") String name) {
        Caller caller = Caller.current();
        RecordModel model = models.require(name);
        policy.require(caller, model.info(), "read");
        return metadata.full(caller, model);
    }
}
