package org.tenon.records.stream;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenon.records.log.Moment;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.records.model.RecordModels;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.policy.TypeAccess;
import org.tenon.records.query.RecordReader;
import org.tenon.records.write.LivingRecords.Living;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordPage;
import org.tenon.sdk.record.RecordQuery;
import org.tenon.sdk.record.RecordView;
import org.tenon.sdk.text.Labels;

/** Records of other types that came to refer to a record, such as its contacts, as entries of its timeline at the time they were made. */
final class RelatedEntries {

    private static final String REF_SEPARATOR = "#";

    private final RecordModels models;
    private final RecordPolicy policy;
    private final RecordReader reader;
    private final Labels labels;

    RelatedEntries(RecordModels models, RecordPolicy policy, RecordReader reader, Labels labels) {
        this.models = models;
        this.policy = policy;
        this.reader = reader;
        this.labels = labels;
    }

    /** Those the caller may read, newest first, at most {@code limit} of each type. @param before null for the newest */
    List<StreamEntry> of(Living record, int limit, @Nullable Moment before) {
        List<StreamEntry> entries = new ArrayList<>();
        for (String related : record.model().info().related()) {
            String[] parts = related.split(REF_SEPARATOR);
            models.find(parts[0]).ifPresent(model -> model.field(parts[1]).map(FieldModel::info)
                    .filter(field -> open(model, field)).ifPresent(field -> add(entries, record, model, field, limit, before)));
        }
        return entries;
    }

    private boolean open(RecordModel model, FieldInfo field) {
        TypeAccess access = policy.access(Caller.current(), model.info());
        return access.may("read") && access.level(field).clear();
    }

    private void add(List<StreamEntry> entries, Living record, RecordModel model, FieldInfo field, int limit, @Nullable Moment before) {
        int most = entries.size() + limit;
        RecordQuery query = new RecordQuery(condition(record, field, before), "-createdAt", limit, null,
                List.of(model.info().titleField(), "createdAt", "createdBy"), "", false, false);
        RecordPage page = reader.page(model, query);
        while (true) {
            for (RecordView view : page.items()) {
                Moment moment = new Moment(at(view), view.id().value());
                // the condition knows times alone; of equal times, some were on the page before
                if (entries.size() < most && (before == null || Moment.NEWEST_FIRST.compare(moment, before) > 0)) {
                    entries.add(new StreamEntry(moment, json(model, view)));
                }
            }
            if (page.next() == null || entries.size() >= most) {
                return;
            }
            page = reader.page(model, query.from(page.next()));
        }
    }

    private static Map<String, Object> condition(Living record, FieldInfo field, @Nullable Moment before) {
        boolean several = field.reference() != null && (field.reference().equals("*") || field.reference().contains(","));
        Object target = several ? Map.of("type", record.type(), "id", RecordId.text(record.id())) : RecordId.text(record.id());
        boolean list = field.type() == FieldType.REFERENCES;
        Map<String, Object> refers = Map.of(list ? "has" : "==", List.of(Map.of("var", field.name()), target));
        return before == null ? refers : Map.of("and", List.of(refers,
                Map.of("<=", List.of(Map.of("var", "createdAt"), before.at().toInstant(ZoneOffset.UTC).toString()))));
    }

    private static LocalDateTime at(RecordView view) {
        Object at = view.json().get("createdAt");
        return at instanceof LocalDateTime time ? time : LocalDateTime.ofInstant(Instant.parse(String.valueOf(at)), ZoneOffset.UTC);
    }

    private Map<String, @Nullable Object> json(RecordModel model, RecordView view) {
        Map<?, ?> texts = view.json().get("_labels") instanceof Map<?, ?> known ? known : Map.of();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("kind", "related");
        json.put("seq", null);
        json.put("at", at(view).toInstant(ZoneOffset.UTC).toString());
        json.put("by", view.json().get("createdBy"));
        json.put("byLabel", texts.get("createdBy"));
        json.put("action", "related");
        json.put("record", Map.of("type", model.name(), "label", labels.text(model.info().area(), model.info().simpleName(), Caller.current().locale()),
                "id", view.id().toString(), "route", model.info().route(), "title", String.valueOf(view.json().get("_title"))));
        return json;
    }
}
