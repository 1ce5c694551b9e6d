package org.tenon.web.openapi;

import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.rest.JsonParam;

/** Parameters in path, query and headers. */
final class Parameters {

    private Parameters() {
    }

    /** @return empty for one that is none of these */
    static Optional<Map<String, Object>> of(Parameter parameter, Function<Type, Map<String, Object>> schemas) {
        PathParam path = parameter.getAnnotation(PathParam.class);
        if (path != null) {
            return Optional.of(described("path", path.value(), parameter, schemas));
        }
        QueryParam query = parameter.getAnnotation(QueryParam.class);
        if (query != null) {
            return Optional.of(described("query", query.value(), parameter, schemas));
        }
        HeaderParam header = parameter.getAnnotation(HeaderParam.class);
        return Optional.ofNullable(header).map(found -> described("header", found.value(), parameter, schemas));
    }

    private static Map<String, Object> described(String in, String name, Parameter parameter, Function<Type, Map<String, Object>> schemas) {
        Map<String, Object> described = Schema.map("name", name, "in", in);
        if (in.equals("path")) {
            described.put("required", true);
        }
        if (parameter.getType() == JsonParam.class) {
            described.put("content", Map.of("application/json", Map.of("schema", Map.of())));
            return described;
        }
        Map<String, Object> schema = schemas.apply(parameter.getParameterizedType());
        DefaultValue standard = parameter.getAnnotation(DefaultValue.class);
        if (standard != null && !schema.containsKey("$ref")) {
            schema.put("default", typed(standard.value(), schema.get("type")));
        }
        described.put("schema", schema);
        return described;
    }

    private static Object typed(String value, @Nullable Object type) {
        if ("integer".equals(type)) {
            return Long.valueOf(value);
        }
        return "boolean".equals(type) ? (Object) Boolean.valueOf(value) : value;
    }
}
