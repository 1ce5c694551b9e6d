package org.tenon.records.log;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.records.dictionary.Dictionaries;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.text.Labels;

/** Puts readable texts into the items of a timeline. Safe for all threads. */
@Component(service = ChangeLabels.class)
public final class ChangeLabels {

    private final Labels labels;
    private final Dictionaries dictionaries;

    @Activate
    public ChangeLabels(@Reference Labels labels, @Reference Dictionaries dictionaries) {
        this.labels = labels;
        this.dictionaries = dictionaries;
    }

    /** Adds {@code label}, and {@code oldLabel} and {@code newLabel} of choices and regions, to each change of each item. */
    @SuppressWarnings("unchecked") // built by RecordTimeline
    void add(RecordModel model, List<Map<String, @Nullable Object>> items) {
        Locale locale = Caller.current().locale();
        for (Map<String, @Nullable Object> item : items) {
            for (Map<String, @Nullable Object> change : (List<Map<String, @Nullable Object>>) item.get("changes")) {
                FieldModel field = model.require(String.valueOf(change.get("field")));
                change.put("label", label(model, field, locale));
                text(field, change.get("old"), locale, change, "oldLabel");
                text(field, change.get("new"), locale, change, "newLabel");
            }
        }
    }

    private String label(RecordModel model, FieldModel field, Locale locale) {
        return labels.find(model.info().area(), model.info().simpleName() + "." + field.name(), locale)
                .orElseGet(() -> labels.text("records", "field." + field.name(), locale));
    }

    private void text(FieldModel field, @Nullable Object value, Locale locale, Map<String, @Nullable Object> change, String key) {
        String dictionary = field.info().dictionary();
        if (value == null || dictionary == null) {
            return;
        }
        if (field.type() == FieldType.REGION && value instanceof String code) {
            change.put(key, dictionaries.path(dictionary, code, locale));
        } else if (field.type() == FieldType.CHOICE && value instanceof String choice) {
            change.put(key, dictionaries.label(dictionary, choice, locale));
        } else if (field.type() == FieldType.MULTI_CHOICE && value instanceof List<?> list) {
            change.put(key, list.stream().map(each -> dictionaries.label(dictionary, String.valueOf(each), locale)).toList());
        }
    }
}
