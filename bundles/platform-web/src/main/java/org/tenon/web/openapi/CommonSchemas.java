package org.tenon.web.openapi;

import java.util.List;
import java.util.Map;

/** Shapes that belong to no area. */
final class CommonSchemas {

    static final String ID = "^[0-9A-HJKMNP-TV-Z]{13}$";

    private CommonSchemas() {
    }

    static void into(Map<String, Object> schemas) {
        schemas.put("Id", Schema.pattern(ID));
        schemas.put("Money", required(Schema.object(Schema.map("amount", Schema.pattern("^-?\\d{1,15}(\\.\\d{1,4})?$"),
                "currency", Schema.pattern("^[A-Z]{3}$"))), "amount", "currency"));
        schemas.put("RecordRef", required(Schema.object(Schema.map("type", Schema.of("string"), "id", Schema.ref("Id"))), "type", "id"));
        schemas.put("KindedValue",
                required(Schema.object(Schema.map("kind", Schema.of("string"), "value", Schema.of("string"))), "kind", "value"));
        schemas.put("Location", Schema.object(Schema.map("latitude", Schema.of("number"), "longitude", Schema.of("number"), "text", Schema.of("string"))));
        schemas.put("FieldError", required(Schema.object(Schema.map("field", Schema.of("string"), "code", Schema.of("string"),
                "message", Schema.of("string"))), "field", "code", "message"));
        schemas.put("Problem", required(Schema.object(Schema.map("type", Schema.of("string"), "title", Schema.of("string"),
                "status", Schema.of("integer"), "detail", Schema.of("string"), "errors", Schema.array(Schema.ref("FieldError")),
                "reference", Schema.of("string"))), "type", "title", "status"));
        schemas.put("Record", Schema.map("type", "object", "additionalProperties", true));
        schemas.put("Timeline", Schema.object(Schema.map("items", Schema.array(Schema.map("type", "object", "additionalProperties", true)),
                "next", Schema.nullable(Schema.of("string")))));
        schemas.put("PageTotal", Schema.object(Schema.map("count", Schema.of("integer", "int64"), "capped", Schema.of("boolean"))));
        schemas.put("RecordPage", page(Schema.ref("Record")));
    }

    static Map<String, Object> page(Map<String, Object> item) {
        return Schema.object(Schema.map("items", Schema.array(item), "next", Schema.nullable(Schema.of("string")),
                "previous", Schema.nullable(Schema.of("string")), "total", Schema.nullable(Schema.ref("PageTotal"))));
    }

    private static Map<String, Object> required(Map<String, Object> schema, String... names) {
        schema.put("required", List.of(names));
        return schema;
    }
}
