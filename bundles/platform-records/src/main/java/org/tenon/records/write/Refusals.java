package org.tenon.records.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tenon.sdk.FieldError;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.Problems;
import org.tenon.sdk.text.Labels;

/** What is wrong with one record, collected, in one language. For one thread. */
public final class Refusals implements Problems {

    private final Labels labels;
    private final String area;
    private final Locale locale;
    private final List<FieldError> errors = new ArrayList<>();
    private boolean thrown;

    public Refusals(Labels labels, String area, Locale locale) {
        this.labels = labels;
        this.area = area;
        this.locale = locale;
    }

    @Override
    public void refuse(String field, String code, Object... args) {
        String key = "problem." + code;
        String message = labels.find(area, key, locale, args).orElseGet(() -> labels.text("records", key, locale, args));
        errors.add(new FieldError(field, code, message));
    }

    /** Takes in what a rule refused by throwing. */
    void thrown(List<FieldError> more) {
        errors.addAll(more);
        thrown = true;
    }

    /** True if a rule threw: whatever it called before may have left the transaction unfit. */
    boolean thrown() {
        return thrown;
    }

    /** True if the field was refused before. */
    boolean has(String field) {
        return errors.stream().anyMatch(error -> error.field().equals(field));
    }

    boolean isEmpty() {
        return errors.isEmpty();
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** @throws TenonException INVALID with all of them, if there are any */
    void raise() {
        if (!errors.isEmpty()) {
            throw TenonException.invalid(errors);
        }
    }
}
