package org.tenon.sdk.lint.archive;

import java.util.List;
import java.util.Optional;
import org.tenon.sdk.lint.bundle.BundleJar;
import org.tenon.sdk.lint.text.Sentence;

/**
 * What an archive holds.
 *
 * @param name     of the plugin: of the KAR's feature, or the bundle's area, else the last part of its symbolic name
 * @param version  as written: of the feature, or the bundle's
 * @param kar      false for a single bundle
 * @param bundles  in the order of the features file
 * @param requires the features its own depends on
 * @param notes    what its features file asks for that plugins may not have, in plain words
 */
public record PluginArchive(String name, String version, boolean kar, List<BundleJar> bundles, List<Requirement> requires, List<Sentence> notes) {

    public PluginArchive {
        bundles = List.copyOf(bundles);
        requires = List.copyOf(requires);
        notes = List.copyOf(notes);
    }

    /** @param range versions, as the features file has them; empty for any */
    public record Requirement(String name, String range) {
    }

    /** The bundle the plugin is known by: the one whose area has its name, else the first that has an area. */
    public Optional<BundleJar> main() {
        return bundles.stream().filter(bundle -> bundle.area().equals(name)).findFirst()
            .or(() -> bundles.stream().filter(bundle -> !bundle.area().isEmpty()).findFirst());
    }

    /** A header of the main bundle, empty if it has none; such as {@code Tenon-Smoke}. */
    public String header(String name) {
        return main().map(bundle -> bundle.headers().get(name)).orElse("");
    }
}
