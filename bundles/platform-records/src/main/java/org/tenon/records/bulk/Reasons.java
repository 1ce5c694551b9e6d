package org.tenon.records.bulk;

import java.util.List;
import java.util.Locale;
import org.tenon.records.model.RecordModel;
import org.tenon.sdk.FieldError;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.text.Labels;

/** Why a record was refused, in one line for people. */
final class Reasons {

    private final Labels labels;
    private final Locale locale;

    Reasons(Labels labels, Locale locale) {
        this.labels = labels;
        this.locale = locale;
    }

    String of(RecordModel model, TenonException refusal) {
        return refusal.errors().isEmpty() ? String.valueOf(refusal.getMessage()) : of(model, refusal.errors());
    }

    String of(RecordModel model, List<FieldError> errors) {
        return String.join("; ", errors.stream().map(error -> one(model, error)).toList());
    }

    private String one(RecordModel model, FieldError error) {
        return switch (error.code()) {
            case "not_found" -> text("bulk.gone");
            case "forbidden" -> text("bulk.forbidden");
            default -> error.field().isEmpty() ? error.message() : label(model, error.field()) + ": " + error.message();
        };
    }

    String text(String key, Object... args) {
        return labels.text("records", key, locale, args);
    }

    private String label(RecordModel model, String field) {
        return labels.find(model.info().area(), model.info().simpleName() + "." + field, locale)
                .or(() -> labels.find("records", "field." + field, locale)).orElse(field);
    }
}
