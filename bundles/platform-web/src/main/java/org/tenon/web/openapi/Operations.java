package org.tenon.web.openapi;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.ws.rs.Path;
import org.apache.cxf.jaxrs.utils.AnnotationUtils;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.record.TypeInfo;
import org.tenon.sdk.rest.RecordResource;
import org.tenon.web.access.Need;

/** The operations of the areas' resources. For one document, one thread. */
final class Operations {

    private final Map<String, Map<String, Object>> paths;
    private final Map<String, TypeInfo> typesByPath;
    private final Bodies bodies;
    private final Set<String> ids = new HashSet<>();

    /** @param paths where they go @param typesByPath the record types by their REST path */
    Operations(Map<String, Map<String, Object>> paths, Map<String, TypeInfo> typesByPath, JavaSchemas schemas) {
        this.paths = paths;
        this.typesByPath = typesByPath;
        bodies = new Bodies(schemas);
    }

    /** @param base the area's address, such as {@code /api/customers} */
    void add(String base, Class<?> resource) {
        String area = base.substring(base.lastIndexOf('/') + 1);
        String root = joined(base, AnnotationUtils.getClassAnnotation(resource, Path.class));
        TypeInfo type = RecordResource.class.isAssignableFrom(resource) ? typesByPath.get(root) : null;
        Arrays.stream(resource.getMethods())
                .filter(method -> !method.isBridge() && !Modifier.isStatic(method.getModifiers()))
                .sorted(Comparator.comparing(Method::getName).thenComparing(Method::toGenericString))
                .forEach(method -> add(root, area, resource, type, method));
    }

    private void add(String root, String area, Class<?> resource, @Nullable TypeInfo type, Method method) {
        Method annotated = AnnotationUtils.getAnnotatedMethod(resource, method);
        String verb = AnnotationUtils.getHttpMethodValue(annotated);
        if (verb == null) {
            return;
        }
        String path = joined(root, annotated.getAnnotation(Path.class)).replaceAll("\\{\\s*([\\w.-]+)\\s*(:(?:[^{}]|\\{[^{}]*})*)?}", "{$1}");
        Call call = new Call(area, type, annotated, annotated.getDeclaringClass() == RecordResource.class);
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", unique(area + "." + subject(resource, type) + "." + method.getName(), verb));
        operation.put("tags", List.of(area));
        operation.put("summary", Summaries.of(annotated, call.standard() ? type : null));
        Optional<Need> need = Need.of(method, resource).or(() -> Need.of(annotated, resource));
        operation.put("x-permission", need.map(Need::word).orElse("none"));
        boolean open = false;
        if (need.orElse(null) instanceof Need.Anyone anyone) {
            open = true;
            operation.put("security", List.of());
            operation.put("x-public", anyone.why());
        }
        List<Object> parameters = parameters(annotated, area);
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        bodies.request(call).ifPresent(body -> operation.put("requestBody", body));
        operation.put("responses", bodies.responses(call, open));
        paths.computeIfAbsent(path, unknown -> new LinkedHashMap<>()).putIfAbsent(verb.toLowerCase(Locale.ROOT), operation);
    }

    private List<Object> parameters(Method method, String area) {
        List<Object> parameters = new ArrayList<>();
        for (Parameter parameter : method.getParameters()) {
            Parameters.of(parameter, type -> bodies.schema(type, area)).ifPresent(parameters::add);
        }
        return parameters;
    }

    private static String subject(Class<?> resource, @Nullable TypeInfo type) {
        if (type != null) {
            return type.simpleName();
        }
        String name = resource.getSimpleName().replaceFirst("Resource$", "");
        return name.isEmpty() ? "resource" : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private String unique(String wanted, String verb) {
        if (ids.add(wanted)) {
            return wanted;
        }
        String name = wanted + "." + verb.toLowerCase(Locale.ROOT);
        for (int i = 2; !ids.add(name); i++) {
            name = wanted + "." + verb.toLowerCase(Locale.ROOT) + i;
        }
        return name;
    }

    private static String joined(String base, @Nullable Path path) {
        if (path == null) {
            return base;
        }
        String rest = path.value().replaceAll("^/+|/+$", "");
        return rest.isEmpty() ? base : base + "/" + rest;
    }
}
