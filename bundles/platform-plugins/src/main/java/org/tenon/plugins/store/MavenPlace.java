package org.tenon.plugins.store;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where an artifact named by a {@code mvn:} address lies in a repository that is a folder. */
public final class MavenPlace {

    /** {@code [wrap:]mvn:group/artifact/version[/type[/classifier]]} */
    private static final Pattern ADDRESS = Pattern.compile("mvn:(?:[^!]*!)?([^/]+)/([^/]+)/([^/$]+)(?:/([^/$]+))?(?:/([^/$]+))?");

    private MavenPlace() {
    }

    /** The file, whether or not it is there; null for an address of another kind. */
    public static @Nullable Path in(Path repository, String address) {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            return null;
        }
        String version = parts.group(3);
        String type = parts.group(4) == null ? "jar" : parts.group(4);
        String classifier = parts.group(5) == null ? "" : "-" + parts.group(5);
        Path file = repository.resolve(parts.group(1).replace('.', '/')).resolve(parts.group(2)).resolve(version)
            .resolve(parts.group(2) + "-" + version + classifier + "." + type).normalize();
        return file.startsWith(repository) ? file : null;
    }
}
