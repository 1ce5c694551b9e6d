package org.tenon.records.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Request;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.tenon.records.dictionary.Dictionaries;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.Dictionary;
import org.tenon.sdk.rest.Permission;

/** {@code /api/records/dictionaries/{name}}: the values of a dictionary with their texts in the caller's language. */
@Path("dictionaries")
@Produces(MediaType.APPLICATION_JSON)
@Permission(Permission.MEMBER)
public final class DictionariesResource {

    private final Dictionaries dictionaries;

    DictionariesResource(Dictionaries dictionaries) {
        this.dictionaries = dictionaries;
    }

    /** 304 if the caller has it already, 404 if no installed area brings it. */
    @GET
    @Path("{name}")
    public Response dictionary(@PathParam("name") String name, @Context Request request) {
        Dictionary dictionary = dictionaries.find(name).orElseThrow(() -> TenonException.notFound("no dictionary " + name));
        Locale locale = Caller.current().locale();
        List<Map<String, @Nullable Object>> items = new ArrayList<>(dictionary.items().size());
        for (Dictionary.Item item : dictionary.items()) {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("value", item.value());
            json.put("label", dictionaries.label(name, item, locale));
            json.put("parent", item.parent());
            json.put("color", item.color());
            json.put("retired", item.retired());
            items.add(json);
        }
        EntityTag tag = new EntityTag(locale.toLanguageTag() + "-" + Integer.toHexString(items.hashCode()));
        Response.ResponseBuilder known = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = known == null ? Response.ok(Map.of("name", name, "items", items)) : known;
        return answer.tag(tag).header(HttpHeaders.VARY, "Accept-Language, Cookie, Authorization").build();
    }
}
