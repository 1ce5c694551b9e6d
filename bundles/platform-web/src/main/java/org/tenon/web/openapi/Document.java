package org.tenon.web.openapi;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tenon.sdk.record.TypeInfo;

/** Makes the document: OpenAPI 3.0.3, which more tools read than 3.1. */
final class Document {

    private Document() {
    }

    /**
     * @param resources the classes of each area's resources by its base, such as {@code /api/customers}
     * @param types     the record types
     */
    static Map<String, Object> of(Map<String, List<Class<?>>> resources, List<TypeInfo> types) {
        Map<String, Object> schemas = new LinkedHashMap<>();
        CommonSchemas.into(schemas);
        types.stream().sorted(Comparator.comparing(TypeInfo::name)).forEach(type -> new RecordSchemas(type).into(schemas));
        Map<String, Map<String, Object>> paths = new TreeMap<>();
        Map<String, TypeInfo> typesByPath = types.stream().collect(Collectors.toMap(TypeInfo::path, Function.identity(), (one, same) -> one));
        Operations operations = new Operations(paths, typesByPath, new JavaSchemas(schemas));
        new TreeMap<>(resources).forEach((base, classes) -> classes.stream()
                .sorted(Comparator.comparing(Class::getName)).forEach(resource -> operations.add(base, resource)));
        return Schema.map("openapi", "3.0.3", "info", Schema.map("title", "Tenon", "version", "1",
                        "description", "The areas installed now. Conventions: docs/rest.md."),
                "servers", List.of(Map.of("url", "/")),
                "security", List.of(Map.of("session", List.of()), Map.of("token", List.of())),
                "paths", paths, "components", components(schemas));
    }

    private static Map<String, Object> components(Map<String, Object> schemas) {
        Map<String, Object> problem = Schema.map("description", "Refused; the status and the document say why.",
                "content", Map.of("application/problem+json", Map.of("schema", Schema.ref("Problem"))));
        Map<String, Object> session = Schema.map("type", "apiKey", "in", "cookie", "name", "TENON_SESSION",
                "description", "A browser's session; calls other than GET and HEAD repeat its token in the header X-Tenon-Csrf.");
        Map<String, Object> token = Schema.map("type", "http", "scheme", "bearer");
        return Schema.map("schemas", schemas, "responses", Map.of("Problem", problem),
                "securitySchemes", Schema.map("session", session, "token", token));
    }
}
