package org.tenon.web.openapi;

import java.util.Map;
import org.tenon.sdk.record.FieldInfo;

/** What a field holds in JSON. */
final class FieldSchemas {

    private static final String DECIMAL = "^-?\\d{1,15}(\\.\\d{1,4})?$";

    private FieldSchemas() {
    }

    /** As it is answered: types only, since a masked value is {@code ***} whatever the field demands of what is written. */
    static Map<String, Object> read(FieldInfo field) {
        Map<String, Object> schema = Schema.nullable(type(field));
        schema.remove("pattern");
        if (schema.get("format") instanceof String format && (format.equals("email") || format.equals("uri"))) {
            schema.remove("format");
        }
        return schema;
    }

    /** As it may be sent, with its limits. */
    static Map<String, Object> written(FieldInfo field) {
        Map<String, Object> schema = type(field);
        if (field.max() > 0 && "string".equals(schema.get("type")) && !schema.containsKey("pattern")) {
            schema.put("maxLength", field.max());
        }
        if ("integer".equals(schema.get("type"))) {
            if (field.max() > 0) {
                schema.put("maximum", field.max());
            }
            if (field.min() != Long.MIN_VALUE) {
                schema.put("minimum", field.min());
            }
        }
        if (field.custom() != null && field.custom().pattern() != null && "string".equals(schema.get("type"))) {
            schema.put("pattern", "^(?:" + field.custom().pattern() + ")$");
        }
        return field.required() ? schema : Schema.nullable(schema);
    }

    private static Map<String, Object> type(FieldInfo field) {
        return switch (field.type()) {
            case AUTO, TEXT, LONG_TEXT, RICH_TEXT, PHONE -> Schema.of("string");
            case NUMBER -> Schema.of("integer", "int64");
            case DECIMAL -> Schema.pattern(DECIMAL);
            case MONEY -> Schema.ref("Money");
            case BOOLEAN -> Schema.of("boolean");
            case DATE -> Schema.of("string", "date");
            case TIME -> Schema.pattern("^\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,6})?)?$");
            case DATE_TIME -> Schema.of("string", "date-time");
            case CHOICE -> said(Schema.of("string"), "x-dictionary", field.dictionary());
            case MULTI_CHOICE -> said(Schema.array(Schema.of("string")), "x-dictionary", field.dictionary());
            case REFERENCE -> "*".equals(field.reference()) ? Schema.ref("RecordRef") : said(id(), "x-reference", field.reference());
            case REFERENCES -> said(Schema.array(id()), "x-reference", field.reference());
            case MEMBER -> said(id(), "x-reference", "identity.member");
            case DEPARTMENT -> said(id(), "x-reference", "identity.department");
            case EMAIL -> Schema.of("string", "email");
            case URL -> Schema.of("string", "uri");
            case PHONES, EMAILS -> Schema.array(Schema.ref("KindedValue"));
            case REGION -> said(Schema.pattern("^\\d{2}(\\d{2}(\\d{2})?)?$"), "x-dictionary", "core.region");
            case TAGS -> Schema.array(Schema.of("string"));
            case LOCATION -> Schema.ref("Location");
            case FILES -> Schema.array(id());
        };
    }

    /** Written out, so that more can stand beside it. */
    private static Map<String, Object> id() {
        return Schema.pattern(CommonSchemas.ID);
    }

    private static Map<String, Object> said(Map<String, Object> schema, String name, @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            schema.put(name, value);
        }
        return schema;
    }
}
