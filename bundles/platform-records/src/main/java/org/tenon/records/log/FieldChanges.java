package org.tenon.records.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The {@code fields} of a change as JSON text: an array of {@code {"field","old","new"}}. */
public final class FieldChanges {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.USE_LONG_FOR_INTS);
    private static final TypeReference<List<Map<String, Object>>> ROWS = new TypeReference<>() {
    };

    private FieldChanges() {
    }

    public static String write(List<FieldChange> changes) {
        List<Map<String, Object>> rows = new ArrayList<>(changes.size());
        for (FieldChange change : changes) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("field", change.field());
            row.put("old", change.before());
            row.put("new", change.after());
            rows.add(row);
        }
        try {
            return JSON.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("values of a change that are no JSON", e);
        }
    }

    public static List<FieldChange> read(String text) {
        try {
            return JSON.readValue(text, ROWS).stream()
                    .map(row -> new FieldChange((String) row.get("field"), row.get("old"), row.get("new")))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row of the change log holds no JSON", e);
        }
    }
}
