package org.tenon.web.openapi;

import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import javax.ws.rs.core.StreamingOutput;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.FieldError;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordPage;
import org.tenon.sdk.record.RecordView;
import org.tenon.sdk.record.Timeline;

/** The shapes of Java types: those of records are collected under a name, what cannot be told is left open. For one document, one thread. */
final class JavaSchemas {

    private static final Map<Class<?>, String> NAMED = Map.of(RecordView.class, "Record", RecordPage.class, "RecordPage",
            Timeline.class, "Timeline", RecordId.class, "Id", FieldError.class, "FieldError");

    private final Map<String, Object> schemas;
    private final Map<Class<?>, String> names = new HashMap<>(NAMED);

    /** @param schemas where the named ones go */
    JavaSchemas(Map<String, Object> schemas) {
        this.schemas = schemas;
    }

    /** @param area begins the names of its types */
    Map<String, Object> of(Type type, String area) {
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            Type[] inner = generic.getActualTypeArguments();
            if (Collection.class.isAssignableFrom(raw)) {
                return Schema.array(of(inner[0], area));
            }
            if (Map.class.isAssignableFrom(raw)) {
                return Schema.map("type", "object", "additionalProperties", of(inner[1], area));
            }
            if (Optional.class == raw || CompletionStage.class.isAssignableFrom(raw)) {
                return of(inner[0], area);
            }
            return of(raw, area);
        }
        if (type instanceof WildcardType wildcard) {
            return of(wildcard.getUpperBounds()[0], area);
        }
        return type instanceof Class<?> plain ? ofClass(plain, area) : new LinkedHashMap<>();
    }

    private Map<String, Object> ofClass(Class<?> type, String area) {
        if (names.containsKey(type)) {
            return Schema.ref(names.get(type));
        }
        if (type.isRecord()) {
            return ofRecord(type, area);
        }
        if (type.isEnum()) {
            return Schema.map("type", "string", "enum", Arrays.stream(type.getEnumConstants()).map(String::valueOf).toList());
        }
        if (type.isArray() && type != byte[].class) {
            return Schema.array(of(type.getComponentType(), area));
        }
        return simple(type);
    }

    private static Map<String, Object> simple(Class<?> type) {
        if (CharSequence.class.isAssignableFrom(type)) {
            return Schema.of("string");
        }
        if (type == boolean.class || type == Boolean.class) {
            return Schema.of("boolean");
        }
        if (type == int.class || type == Integer.class || type == short.class || type == Short.class) {
            return Schema.of("integer", "int32");
        }
        if (type == long.class || type == Long.class) {
            return Schema.of("integer", "int64");
        }
        if (type == BigDecimal.class) {
            return Schema.of("string", "decimal");
        }
        if (type == LocalDate.class) {
            return Schema.of("string", "date");
        }
        if (type == LocalTime.class) {
            return Schema.of("string", "time");
        }
        if (type == LocalDateTime.class || type == Instant.class || type == OffsetDateTime.class) {
            return Schema.of("string", "date-time");
        }
        if (type == byte[].class || InputStream.class.isAssignableFrom(type) || StreamingOutput.class.isAssignableFrom(type)) {
            return Schema.of("string", "binary");
        }
        if (Map.class.isAssignableFrom(type)) {
            return Schema.map("type", "object", "additionalProperties", true);
        }
        return Collection.class.isAssignableFrom(type) ? Schema.array(new LinkedHashMap<>()) : new LinkedHashMap<>();
    }

    private Map<String, Object> ofRecord(Class<?> type, String area) {
        String name = free(Character.toUpperCase(area.charAt(0)) + area.substring(1) + type.getSimpleName());
        names.put(type, name);
        schemas.put(name, Map.of());
        Map<String, Object> properties = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Map<String, Object> schema = of(component.getGenericType(), area);
            properties.put(component.getName(), isNullable(component) ? Schema.nullable(schema) : schema);
        }
        Map<String, Object> schema = Schema.object(properties);
        List<String> required = Arrays.stream(type.getRecordComponents()).filter(component -> !isNullable(component))
                .map(RecordComponent::getName).toList();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schemas.put(name, schema);
        return Schema.ref(name);
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private String free(String wanted) {
        String name = wanted;
        for (int i = 2; schemas.containsKey(name); i++) {
            name = wanted + i;
        }
        return name;
    }
}
