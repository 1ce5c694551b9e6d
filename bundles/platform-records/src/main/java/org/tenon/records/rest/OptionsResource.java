package org.tenon.records.rest;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.records.model.RecordModels;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.policy.TypeAccess;
import org.tenon.records.query.RecordReader;
import org.tenon.records.query.RecordTitles;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordQuery;
import org.tenon.sdk.record.RecordView;
import org.tenon.sdk.rest.Permission;

/**
 * {@code /api/records/options/{type}}: records to choose from, by title. Only those the caller may read; of members and departments everyone
 * signed in may choose any, by name alone.
 */
@Path("options")
@Produces(MediaType.APPLICATION_JSON)
@Permission(Permission.MEMBER)
public final class OptionsResource {

    private static final int MOST = 50;

    private final RecordModels models;
    private final RecordPolicy policy;
    private final RecordReader reader;

    public OptionsResource(RecordModels models, RecordPolicy policy, RecordReader reader) {
        this.models = models;
        this.policy = policy;
        this.reader = reader;
    }

    /** @param q part of the title, as written or as it sounds, best matches first; its start while there is no search index; empty for the first ones */
    @GET
    @Path("{type}")
    public Map<String, Object> options(@PathParam("type") String type, @QueryParam("q") @DefaultValue("") String q,
                                       @QueryParam("limit") @DefaultValue("20") int limit) {
        Caller caller = Caller.current();
        RecordModel model = models.require(type);
        boolean open = RecordTitles.OPEN.contains(type) && !policy.access(caller, model.info()).may("read");
        TypeAccess access = open ? policy.access(caller.unlimited(), model.info()) : policy.require(caller, model.info(), "read");
        String hint = open ? null : hint(model, access).map(FieldModel::name).orElse(null);
        String title = model.info().titleField();
        RecordQuery query = new RecordQuery(null, access.level(model.title().info()).clear() ? title : null, Math.max(1, Math.min(limit, MOST)), null,
                hint == null ? List.of(title) : List.of(title, hint), q, false, false);
        boolean titled = !q.isBlank() && access.level(model.title().info()).clear();
        Supplier<List<RecordView>> find = () -> (titled ? reader.titled(model, q, query.limit()) : Optional.<List<RecordView>>empty())
                .orElseGet(() -> reader.page(model, query).items());
        List<RecordView> found = open ? caller.unlimited().run(find) : find.get();
        return Map.of("items", found.stream().map(view -> option(view, hint)).toList());
    }

    /** The first further column of the list that says something in a word. */
    private static Optional<FieldModel> hint(RecordModel model, TypeAccess access) {
        return model.fields().values().stream().filter(field -> field.info().list() > 0 && !field.name().equals(model.info().titleField()))
                .filter(field -> access.level(field.info()).clear())
                .filter(field -> switch (field.type()) {
                    case TEXT, CHOICE, REGION, REFERENCE, DEPARTMENT, EMAIL, PHONE -> true;
                    default -> false;
                }).min(Comparator.comparing(field -> field.info().list()));
    }

    private static Map<String, @Nullable Object> option(RecordView view, @Nullable String hint) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", view.id().toString());
        json.put("title", view.json().get("_title"));
        Object label = hint == null || !(view.json().get("_labels") instanceof Map<?, ?> labels) ? null : labels.get(hint);
        Object value = hint == null ? null : view.json().get(hint);
        json.put("hint", label != null ? label : value instanceof String ? value : null);
        return json;
    }
}
