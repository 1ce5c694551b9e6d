package org.tenon.persistence.osgi;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.tenon.persistence.migrate.Script;

/**
 * What a bundle's manifest says about its area.
 *
 * @param entities names of its {@code @Entity} classes, may be empty
 */
record AreaHeaders(String area, List<String> entities) {

    private static final Pattern ENTITIES = Pattern.compile(";\\s*entities\\s*=\\s*\"([^\"]*)\"");

    /** Empty for a bundle without an area, and for one that keeps nothing in the database. */
    static Optional<AreaHeaders> of(Bundle bundle) {
        String area = bundle.getHeaders("").get("Tenon-Area");
        List<String> entities = entities(bundle.getHeaders("").get("Tenon-Persistence"));
        boolean keeps = !entities.isEmpty() || bundle.findEntries("db", "*.sql", false) != null;
        return area == null || area.isBlank() || !keeps ? Optional.empty() : Optional.of(new AreaHeaders(area.strip(), entities));
    }

    private static List<String> entities(@Nullable String header) {
        if (header == null) {
            return List.of();
        }
        Matcher found = ENTITIES.matcher(header);
        return found.find() ? List.of(found.group(1).strip().split("\\s*,\\s*")) : List.of();
    }

    /** @throws ClassNotFoundException if the header names a class that is not there */
    List<Class<?>> load(Bundle bundle) throws ClassNotFoundException {
        List<Class<?>> classes = new ArrayList<>();
        for (String name : entities) {
            classes.add(bundle.loadClass(name));
        }
        return classes;
    }

    static List<Script> scripts(Bundle bundle) throws IOException {
        List<Script> scripts = new ArrayList<>();
        var found = bundle.findEntries("db", "*.sql", false);
        if (found != null) {
            for (URL url : Collections.list(found)) {
                scripts.add(Script.read(url.getPath(), url.openStream()));
            }
        }
        return scripts;
    }
}
