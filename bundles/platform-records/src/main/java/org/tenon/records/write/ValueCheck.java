package org.tenon.records.write;

import org.tenon.records.dictionary.Dictionaries;
import org.tenon.records.model.FieldModel;
import org.tenon.sdk.record.Problems;

/** Checks single values outside any record, such as defaults. Records referred to are not looked for. */
public final class ValueCheck {

    private final Coercion coercion;

    public ValueCheck(Dictionaries dictionaries) {
        this.coercion = new Coercion(dictionaries, (field, type, id) -> true);
    }

    /** Tells {@code problems} what is wrong with the JSON value, under the field's name. */
    public void check(FieldModel field, Object json, Problems problems) {
        coercion.attribute(field, json, problems);
    }
}
