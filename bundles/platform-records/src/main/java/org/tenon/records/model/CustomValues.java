package org.tenon.records.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The text of the column {@code custom_values}: a JSON object of the custom fields that have a value, in JSON form, by name. */
public final class CustomValues {

    /** The column. */
    public static final String COLUMN = "custom_values";

    /** Characters the column holds. */
    public static final int MOST = 20_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private CustomValues() {
    }

    /** @param text null for none */
    public static Map<String, Object> read(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return new LinkedHashMap<>();
        }
        try {
            return JSON.readValue(text, new TypeReference<LinkedHashMap<String, Object>>() { });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("custom values that are no JSON object", e);
        }
    }

    /** Null for no values. */
    public static @Nullable String text(Map<String, Object> values) {
        if (values.isEmpty()) {
            return null;
        }
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("custom values that are no JSON", e);
        }
    }
}
