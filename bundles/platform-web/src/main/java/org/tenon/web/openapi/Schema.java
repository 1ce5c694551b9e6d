package org.tenon.web.openapi;

import java.util.LinkedHashMap;
import java.util.Map;

/** Shapes in the words of OpenAPI 3.0. */
final class Schema {

    private Schema() {
    }

    static Map<String, Object> of(String type) {
        return map("type", type);
    }

    static Map<String, Object> of(String type, String format) {
        return map("type", type, "format", format);
    }

    static Map<String, Object> pattern(String pattern) {
        return map("type", "string", "pattern", pattern);
    }

    static Map<String, Object> ref(String name) {
        return map("$ref", "#/components/schemas/" + name);
    }

    static Map<String, Object> array(Map<String, Object> items) {
        return map("type", "array", "items", items);
    }

    static Map<String, Object> object(Map<String, Object> properties) {
        return map("type", "object", "properties", properties);
    }

    /** Allows null; beside a reference nothing else may stand. */
    static Map<String, Object> nullable(Map<String, Object> schema) {
        Map<String, Object> wider = schema.containsKey("$ref") ? map("allOf", java.util.List.of(schema)) : new LinkedHashMap<>(schema);
        wider.put("nullable", true);
        return wider;
    }

    /** Keeps the order. @param entries names and values in turn */
    static Map<String, Object> map(Object... entries) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put((String) entries[i], entries[i + 1]);
        }
        return map;
    }
}
