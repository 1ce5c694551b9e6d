package org.tenon.sdk.lint.bundle;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a class file says that a rule asks for.
 *
 * @param name        with dots
 * @param parent      name of its superclass
 * @param major       class file version: 61 is Java 17
 * @param annotations of the class, by their names with dots
 * @param methods     its public methods that carry annotations
 * @param menu        the menu entries its code makes out of constants
 * @param texts       the constant texts its code uses
 */
public record ClassFacts(String name, String parent, int major, Map<String, Annotation> annotations, List<Method> methods, List<MenuEntry> menu,
                         List<String> texts) {

    public ClassFacts {
        annotations = Map.copyOf(annotations);
        methods = List.copyOf(methods);
        menu = List.copyOf(menu);
        texts = List.copyOf(texts);
    }

    /** Values by attribute name: texts and numbers as they are, enum constants by name, arrays as lists. */
    public record Annotation(Map<String, Object> values) {

        /** A text, or empty. */
        public String text(String attribute) {
            return values.get(attribute) instanceof String text ? text : "";
        }

        /** Texts, or empty. */
        public List<String> texts(String attribute) {
            return values.get(attribute) instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
        }
    }

    public record Method(String name, Map<String, Annotation> annotations) {

        public Method {
            annotations = Map.copyOf(annotations);
        }
    }

    /** @param path null for a group @param group null at the top */
    public record MenuEntry(String id, @Nullable String group, @Nullable String path, @Nullable String permission) {
    }
}
