package org.tenon.search.rest;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.rest.Permission;
import org.tenon.sdk.search.SearchEngine;

/** {@code /api/search}: records of every type the caller may read. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@Permission(Permission.MEMBER)
public final class SearchResource {

    private static final int MOST = 50;

    private final Groups groups;
    private final SearchEngine engine;

    SearchResource(Groups groups, SearchEngine engine) {
        this.groups = groups;
        this.engine = engine;
    }

    /**
     * The best matches of each type.
     *
     * @param types full names, comma separated; empty for all
     * @param limit records of each type, 1–50
     */
    @GET
    public Map<String, Object> search(@QueryParam("q") @DefaultValue("") String q, @QueryParam("types") @DefaultValue("") String types,
                                      @QueryParam("limit") @DefaultValue("5") int limit) {
        if (limit < 1 || limit > MOST) {
            throw TenonException.invalid("limit", "range", "limit is 1 to " + MOST + ", not " + limit);
        }
        List<String> wanted = Stream.of(types.split(",")).map(String::strip).filter(name -> !name.isEmpty()).distinct().toList();
        return Map.of("groups", groups.of(q, wanted, limit), "index", state());
    }

    /** How far the index is. */
    @GET
    @Path("state")
    public Map<String, Object> state() {
        SearchEngine.IndexState state = engine.state();
        return Map.of("ready", state.building().isEmpty(), "percent", state.percent(), "pending", state.pending(), "lagSeconds", SearchEngine.LAG_SECONDS);
    }
}
