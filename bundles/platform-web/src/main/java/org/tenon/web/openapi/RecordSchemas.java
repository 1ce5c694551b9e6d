package org.tenon.web.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.TypeInfo;

/** The shapes of one record type: as it is answered, to create one, to change one, a page of them. */
final class RecordSchemas {

    private static final Set<String> ALWAYS = Set.of("id", "version");

    private final TypeInfo type;

    RecordSchemas(TypeInfo type) {
        this.type = type;
    }

    /** {@code customers.customer} becomes {@code CustomersCustomer}. */
    String name() {
        return List.of(type.name().split("\\.")).stream()
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1)).collect(Collectors.joining());
    }

    void into(Map<String, Object> schemas) {
        schemas.put(name(), read());
        schemas.put(name() + "Create", create());
        schemas.put(name() + "Patch", Schema.object(written()));
        schemas.put(name() + "Page", CommonSchemas.page(Schema.ref(name())));
    }

    private Map<String, Object> read() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("id", Schema.ref("Id"));
        properties.put("version", Schema.of("integer"));
        type.fields().stream().filter(field -> !ALWAYS.contains(field.name()))
                .forEach(field -> properties.put(field.name(), FieldSchemas.read(field)));
        properties.put("_title", Schema.of("string"));
        properties.put("_labels", Schema.map("type", "object", "additionalProperties", true));
        properties.put("_masked", Schema.array(Schema.of("string")));
        properties.put("_can", Schema.array(Schema.of("string")));
        Map<String, Object> schema = Schema.object(properties);
        schema.put("required", List.of("id", "version"));
        return schema;
    }

    private Map<String, Object> create() {
        Map<String, Object> schema = Schema.object(written());
        List<String> required = writable().stream().filter(RecordSchemas::demanded).map(FieldInfo::name).toList();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    /** A field that shows only under a condition, or has a default, may be left out. */
    private static boolean demanded(FieldInfo field) {
        return field.required() && (field.custom() == null || field.custom().visibleWhen() == null && field.custom().initial() == null);
    }

    private Map<String, Object> written() {
        Map<String, Object> properties = new LinkedHashMap<>();
        writable().forEach(field -> properties.put(field.name(), FieldSchemas.written(field)));
        return properties;
    }

    private List<FieldInfo> writable() {
        return type.fields().stream().filter(field -> !field.readOnly() && !ALWAYS.contains(field.name())).toList();
    }
}
