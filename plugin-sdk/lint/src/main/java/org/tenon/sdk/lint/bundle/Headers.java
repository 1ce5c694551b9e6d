package org.tenon.sdk.lint.bundle;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.apache.felix.utils.manifest.Clause;
import org.apache.felix.utils.manifest.Parser;

/** The main section of a bundle's manifest. */
public final class Headers {

    private final Map<String, String> values = new HashMap<>();

    public Headers(Manifest manifest) {
        for (Map.Entry<Object, Object> header : manifest.getMainAttributes().entrySet()) {
            values.put(((Attributes.Name) header.getKey()).toString().toLowerCase(java.util.Locale.ROOT), String.valueOf(header.getValue()).strip());
        }
    }

    /** The header's text, empty if it is not there. */
    public String get(String name) {
        return values.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), "");
    }

    /** The header's clauses, each a name with attributes and directives; empty if it is not there. */
    public List<Clause> clauses(String name) {
        String value = get(name);
        return value.isEmpty() ? List.of() : Arrays.asList(Parser.parseHeader(value));
    }

    /** The name of the header's first clause, empty if it is not there. */
    public String first(String name) {
        List<Clause> clauses = clauses(name);
        return clauses.isEmpty() ? "" : clauses.get(0).getName();
    }
}
