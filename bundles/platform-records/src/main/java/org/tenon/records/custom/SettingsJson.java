package org.tenon.records.custom;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settings as JSON. */
final class SettingsJson {

    private static final ObjectMapper JSON = new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private SettingsJson() {
    }

    static String text(Settings settings) {
        try {
            return JSON.writeValueAsString(settings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("settings that are no JSON", e);
        }
    }

    static Settings read(String text) {
        try {
            return JSON.readValue(text, Settings.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("settings of a field that cannot be read", e);
        }
    }

    static Map<String, @Nullable Object> map(Settings settings) {
        return JSON.convertValue(settings, new TypeReference<LinkedHashMap<String, @Nullable Object>>() { });
    }
}
