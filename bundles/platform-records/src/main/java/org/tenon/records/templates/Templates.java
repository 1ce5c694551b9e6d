package org.tenon.records.templates;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.persistence.Db;
import org.tenon.persistence.PersistenceUnit;
import org.tenon.records.model.RecordModels;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.query.RecordReader;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.parameter.Parameters;
import org.tenon.sdk.record.RecordId;

/** Keeps templates and fills them from records, as the present caller may see these. Safe for all threads. */
@Component(service = Templates.class)
public final class Templates {

    private final TemplateTable table;
    private final RecordModels models;
    private final RecordPolicy policy;
    private final RecordReader reader;
    private final Parameters parameters;

    /** @param ours there once our tables are */
    @Activate
    public Templates(@Reference Db db, @Reference(target = "(" + PersistenceUnit.AREA + "=records)") PersistenceUnit ours, @Reference RecordModels models,
                     @Reference RecordPolicy policy, @Reference RecordReader reader, @Reference Parameters parameters) {
        this.table = new TemplateTable(db);
        this.models = models;
        this.policy = policy;
        this.reader = reader;
        this.parameters = parameters;
    }

    /** Those of types the caller may read. @param type null for all @param retired retired ones too */
    List<Map<String, @Nullable Object>> list(@Nullable String type, boolean retired) {
        Caller caller = Caller.current();
        return table.all(type).stream().filter(template -> retired || !template.retired())
                .filter(template -> models.find(template.type()).filter(model -> policy.access(caller, model.info()).may("read")).isPresent())
                .map(Templates::json).toList();
    }

    Map<String, @Nullable Object> create(TemplatesResource.Wish wish) {
        return store(Template.of(RecordId.next().value(), 1, wish));
    }

    Map<String, @Nullable Object> update(RecordId id, TemplatesResource.Wish wish) {
        return store(Template.of(require(id).id(), wish.version() + 1, wish));
    }

    /** The template as it is, filled from a record the caller may read. */
    Map<String, @Nullable Object> fill(RecordId id, RecordId record) {
        return filled(require(id), record);
    }

    /** One that is not stored yet, filled from a record the caller may read. */
    Map<String, @Nullable Object> preview(TemplatesResource.Wish wish, RecordId record) {
        return filled(Template.of(0, 1, wish), record);
    }

    private Map<String, @Nullable Object> store(Template template) {
        models.require(template.type());
        Filler.fill("subject", template.subject() == null ? "" : template.subject(), false, Map.of());
        Filler.fill("body", template.body(), template.html(), Map.of());
        table.put(template);
        return json(template);
    }

    private Map<String, @Nullable Object> filled(Template template, RecordId record) {
        Map<String, Object> values = Filler.values(reader.get(models.require(template.type()), record));
        values.put("companyName", parameters.text(PrintParameters.COMPANY));
        values.put("printFooter", parameters.text(PrintParameters.FOOTER));
        values.put("today", LocalDate.now(ZoneOffset.systemDefault()).toString());
        values.put("me", Caller.current().name());
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("sort", template.sort());
        json.put("subject", template.subject() == null ? null : Filler.fill("subject", template.subject(), false, values));
        json.put("body", Filler.fill("body", template.body(), template.html(), values));
        json.put("footer", template.sort().equals("print") ? parameters.text(PrintParameters.FOOTER) : null);
        json.put("title", values.get("title"));
        return json;
    }

    private Template require(RecordId id) {
        return table.find(id.value()).orElseThrow(() -> TenonException.notFound("no template " + id));
    }

    private static Map<String, @Nullable Object> json(Template template) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", RecordId.text(template.id()));
        json.put("version", template.version());
        json.put("name", template.name());
        json.put("sort", template.sort());
        json.put("type", template.type());
        json.put("subject", template.subject());
        json.put("body", template.body());
        json.put("retired", template.retired());
        return json;
    }
}
