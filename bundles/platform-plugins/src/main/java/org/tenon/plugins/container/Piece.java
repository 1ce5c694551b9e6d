package org.tenon.plugins.container;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;

/**
 * One version of a plugin, as the container can take it.
 *
 * @param repository the features file it stands in; null for an area of the distribution, whose file the container knows
 * @param file       the one bundle of an area of the distribution; null where that is not one file, and for archives
 * @param own        true for its bundles
 * @param requires   names of the features it needs
 */
public record Piece(String name, String version, String label, @Nullable URI repository, @Nullable Path file, Predicate<Bundle> own, List<String> requires) {

    /** As the container's features are called. */
    String id() {
        return name + "/" + version;
    }
}
