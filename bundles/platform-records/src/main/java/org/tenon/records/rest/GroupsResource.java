package org.tenon.records.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.records.model.RecordModels;
import org.tenon.records.query.GroupReader;
import org.tenon.sdk.record.RecordQuery;
import org.tenon.sdk.rest.JsonParam;
import org.tenon.sdk.rest.Permission;

/** {@code /api/records/groups/{type}}: how many records of a list fall into each group; their rows are the list with the group's condition. */
@Path("groups")
@Produces(MediaType.APPLICATION_JSON)
@Permission(Permission.RECORD)
@Component(service = GroupsResource.class)
public final class GroupsResource {

    private final RecordModels models;
    private final GroupReader reader;

    @Activate
    public GroupsResource(@Reference RecordModels models, @Reference GroupReader reader) {
        this.models = models;
        this.reader = reader;
    }

    /** Policy, filter and search as for the list. @param sum a number field that is added up in each group; null for none */
    @GET
    @Path("{type}")
    public Map<String, Object> groups(@PathParam("type") String type, @QueryParam("by") @DefaultValue("") String field,
                                      @QueryParam("filter") @Nullable JsonParam filter, @QueryParam("q") @Nullable String prefix,
                                      @QueryParam("deleted") boolean deleted, @QueryParam("sum") @Nullable String sum) {
        RecordQuery query = new RecordQuery(filter == null ? null : filter.value(), null, 1, null, List.of(), prefix, true, deleted);
        List<GroupReader.Group> found = reader.groups(models.require(type), field, query, sum);
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        for (GroupReader.Group group : found.subList(0, Math.min(found.size(), GroupReader.MOST))) {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("value", group.value());
            json.put("label", group.label());
            json.put("count", group.count());
            json.put("condition", group.condition());
            if (sum != null) {
                json.put("sum", group.sum() == null ? null : group.sum().stripTrailingZeros().toPlainString());
            }
            items.add(json);
        }
        return Map.of("items", items, "more", found.size() > GroupReader.MOST);
    }
}
