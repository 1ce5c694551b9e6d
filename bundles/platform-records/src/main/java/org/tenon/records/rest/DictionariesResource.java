package org.tenon.records.rest;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
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
import org.tenon.records.dictionary.DictionaryEditor;
import org.tenon.records.dictionary.DictionaryFunctions;
import org.tenon.records.dictionary.DictionaryWish;
import org.tenon.records.model.RecordModels;
import org.tenon.records.settings.SettingsLog;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.Dictionary;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.TypeInfo;
import org.tenon.sdk.rest.Permission;
import org.tenon.sdk.text.Labels;

/** {@code /api/records/dictionaries}: the values of dictionaries in the caller's language, and their administration. */
@Path("dictionaries")
@Produces(MediaType.APPLICATION_JSON)
@Permission(Permission.MEMBER)
public final class DictionariesResource {

    private static final String CHANGED = "records.dictionary";

    private final Dictionaries dictionaries;
    private final DictionaryEditor editor;
    private final RecordModels models;
    private final Labels labels;
    private final SettingsLog log;

    DictionariesResource(Dictionaries dictionaries, DictionaryEditor editor, RecordModels models, Labels labels, SettingsLog log) {
        this.dictionaries = dictionaries;
        this.editor = editor;
        this.models = models;
        this.labels = labels;
        this.log = log;
    }

    /** Those that can be changed, with the fields that take their values from them. */
    @GET
    @Permission(DictionaryFunctions.DICTIONARIES)
    public Map<String, Object> list() {
        Locale locale = Caller.current().locale();
        List<Map<String, @Nullable Object>> items = editor.list(locale);
        items.forEach(item -> item.put("fields", fields(String.valueOf(item.get("name")), locale)));
        return Map.of("items", items);
    }

    private List<String> fields(String dictionary, Locale locale) {
        List<String> fields = new ArrayList<>();
        for (TypeInfo type : models.types()) {
            for (FieldInfo field : type.fields()) {
                if (dictionary.equals(field.dictionary())) {
                    fields.add(labels.text(type.area(), type.simpleName(), locale) + " · " + labels.text(type.area(), type.simpleName() + "." + field.name(), locale));
                }
            }
        }
        return fields;
    }

    /** Makes a new one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(DictionaryFunctions.DICTIONARIES)
    public Response create(DictionaryWish wish) {
        String name = log.change(CHANGED, () -> editor.create(wish), made -> made);
        return Response.created(URI.create("/api/records/dictionaries/" + name)).entity(editor.form(name, Caller.current().locale())).build();
    }

    /** One with all that can be changed: labels in every language, retired values, what an area brings. */
    @GET
    @Path("{name}/form")
    @Permission(DictionaryFunctions.DICTIONARIES)
    public Map<String, @Nullable Object> form(@PathParam("name") String name) {
        return editor.form(name, Caller.current().locale());
    }

    /** Stores it as it shall be, from the first value to the last. 412 when stale. */
    @PUT
    @Path("{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(DictionaryFunctions.DICTIONARIES)
    public Map<String, @Nullable Object> save(@PathParam("name") String name, DictionaryWish wish) {
        change(name, () -> editor.save(name, wish));
        return editor.form(name, Caller.current().locale());
    }

    /** Back to what its area brings. */
    @POST
    @Path("{name}/reset")
    @Permission(DictionaryFunctions.DICTIONARIES)
    public Map<String, @Nullable Object> reset(@PathParam("name") String name) {
        change(name, () -> editor.reset(name));
        return editor.form(name, Caller.current().locale());
    }

    private void change(String name, Runnable work) {
        log.change(CHANGED, () -> {
            work.run();
            return name;
        }, changed -> changed);
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
