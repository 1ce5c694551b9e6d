package org.tenon.web.openapi;

import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.record.TypeInfo;

/** A line on what an operation does. */
final class Summaries {

    private static final Map<String, String> STANDARD = Map.of("list", "A page of %s", "create", "Create one of %s",
            "get", "One of %s", "update", "Change one of %s", "delete", "Put one of %s into the recycle bin",
            "restore", "Take one of %s out of the recycle bin", "timeline", "What happened to one of %s",
            "access", "Why the caller may do what with one of %s");

    private Summaries() {
    }

    /** @param type of a standard call, else null */
    static String of(Method method, @Nullable TypeInfo type) {
        String standard = type == null ? null : STANDARD.get(method.getName());
        if (type != null && standard != null) {
            return standard.formatted(type.plural());
        }
        String words = method.getName().replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
