package org.tenon.web.openapi;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.ws.rs.Consumes;
import javax.ws.rs.CookieParam;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.container.Suspended;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.tenon.sdk.record.RecordPage;
import org.tenon.sdk.record.RecordView;
import org.tenon.sdk.rest.Upload;

/** What calls send and answer. */
final class Bodies {

    private static final Set<Class<? extends Annotation>> ELSEWHERE =
            Set.of(PathParam.class, QueryParam.class, HeaderParam.class, CookieParam.class, Context.class, Suspended.class);
    private static final Map<String, Object> PROBLEM = Map.of("$ref", "#/components/responses/Problem");

    private final JavaSchemas schemas;

    Bodies(JavaSchemas schemas) {
        this.schemas = schemas;
    }

    Map<String, Object> schema(Type type, String area) {
        return schemas.of(type, area);
    }

    Optional<Map<String, Object>> request(Call call) {
        return Arrays.stream(call.method().getParameters()).filter(Bodies::isBody).findFirst().map(body -> {
            Consumes consumes = call.method().getAnnotation(Consumes.class);
            boolean file = body.getType() == Upload.class;
            String[] types = consumes != null ? consumes.value()
                    : new String[] {file ? MediaType.APPLICATION_OCTET_STREAM : MediaType.APPLICATION_JSON};
            Map<String, Object> content = new LinkedHashMap<>();
            for (String type : types) {
                content.put(type, Map.of("schema", file ? upload(type) : sent(call, body)));
            }
            return Schema.map("required", true, "content", content);
        });
    }

    Map<String, Object> responses(Call call, boolean open) {
        Map<String, Object> responses = new LinkedHashMap<>();
        Class<?> answer = call.method().getReturnType();
        boolean empty = answer == void.class && Arrays.stream(call.method().getParameters())
                .noneMatch(parameter -> parameter.isAnnotationPresent(Suspended.class));
        String status = empty ? "204" : call.standard() && call.method().getName().equals("create") ? "201" : "200";
        responses.put(status, empty ? Map.of("description", "Done.") : answered(call));
        if (!open) {
            responses.put("401", PROBLEM);
            responses.put("403", PROBLEM);
        }
        if (call.standard() && call.method().getName().equals("update")) {
            responses.put("412", PROBLEM);
            responses.put("428", PROBLEM);
        }
        responses.put("default", PROBLEM);
        return responses;
    }

    private Map<String, Object> answered(Call call) {
        Produces produces = call.method().getAnnotation(Produces.class);
        produces = produces == null ? call.method().getDeclaringClass().getAnnotation(Produces.class) : produces;
        String type = produces == null ? MediaType.APPLICATION_JSON : produces.value()[0];
        Map<String, Object> schema = type.contains("json") ? answer(call) : Schema.of("string");
        return Schema.map("description", "Done.", "content", Map.of(type, Map.of("schema", schema)));
    }

    private Map<String, Object> answer(Call call) {
        Method method = call.method();
        if (call.type() != null) {
            String name = new RecordSchemas(call.type()).name();
            boolean one = method.getReturnType() == RecordView.class
                    || (call.standard() && List.of("create", "get", "update", "restore").contains(method.getName()));
            if (one) {
                return Schema.ref(name);
            }
            if (method.getReturnType() == RecordPage.class) {
                return Schema.ref(name + "Page");
            }
        }
        return method.getReturnType() == Response.class || method.getReturnType() == void.class ? new LinkedHashMap<>()
                : schemas.of(method.getGenericReturnType(), call.area());
    }

    private Map<String, Object> sent(Call call, Parameter body) {
        if (call.standard() && call.type() != null) {
            boolean create = call.method().getName().equals("create");
            return Schema.ref(new RecordSchemas(call.type()).name() + (create ? "Create" : "Patch"));
        }
        return schemas.of(body.getParameterizedType(), call.area());
    }

    private static Map<String, Object> upload(String type) {
        Map<String, Object> file = Schema.of("string", "binary");
        return type.startsWith("multipart/") ? Schema.map("type", "object", "properties", Map.of("file", file), "required", List.of("file"))
                : file;
    }

    private static boolean isBody(Parameter parameter) {
        return Arrays.stream(parameter.getAnnotations()).noneMatch(annotation -> ELSEWHERE.contains(annotation.annotationType()));
    }
}
