package org.tenon.records.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenon.records.model.FieldModel;
import org.tenon.records.query.JsonForm;

/** Between what attributes hold and the JSON form of their fields. */
final class Attributes {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Attributes() {
    }

    /** The JSON form of an attribute's value, as REST answers and the change log have it. */
    static @Nullable Object json(FieldModel field, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (field.type().multiple()) {
            return list((String) value);
        }
        Object exact = value instanceof BigDecimal number ? number.setScale(4, RoundingMode.HALF_UP) : value;
        return JsonForm.of(field, exact);
    }

    /** What an attribute of the field's type would hold for a stored JSON form. */
    static Object attribute(FieldModel field, Object json) {
        return field.type().multiple() ? text((List<?>) JsonForm.read(field, json)) : JsonForm.read(field, json);
    }

    /** The text a multi-valued attribute holds for these members. */
    static String text(List<?> members) {
        try {
            return JSON.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("members that are no JSON", e);
        }
    }

    /** The members a multi-valued attribute's text holds. */
    static List<?> list(String text) {
        try {
            return JSON.readValue(text, List.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a multi-valued attribute holds no JSON array", e);
        }
    }
}
