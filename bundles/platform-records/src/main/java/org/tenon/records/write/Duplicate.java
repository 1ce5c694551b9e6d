package org.tenon.records.write;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.sdk.FieldError;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordView;

/** Two records with the same value of a field that shall be unique. */
record Duplicate(RecordModel model, FieldModel field, String value, List<Long> ids) {

    /** Names the value and those of the records that the caller may see. */
    TenonException refusal(Writing writing) {
        Caller caller = Caller.current();
        RecordPolicy policy = writing.policy();
        boolean clear = policy.access(caller, model.info()).level(field.info()).clear();
        List<RecordView> seen = writing.reader().get(model, ids.stream().map(RecordId::new).toList());
        Set<String> titles = seen.stream().map(view -> String.valueOf(view.json().get("_title"))).collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        Locale locale = caller.locale();
        String text = writing.labels().text("records", "problem.duplicates", locale, clear ? value : "***", String.join(", ", titles));
        List<Map<String, String>> records = seen.stream().map(view -> Map.of("type", model.name(), "id", view.id().toString())).toList();
        return new TenonException(Kind.CONFLICT, text, List.of(new FieldError("unique", "duplicates", text)), Map.of("records", records), null);
    }
}
