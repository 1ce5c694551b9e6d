package org.tenon.plugins.store;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A plugin's archive, laid out so that the container can install it without any repository.
 *
 * @param label    what it calls itself
 * @param folder   it lies in
 * @param bundles  its own
 * @param requires names of the features it needs, none of them the platform's
 */
public record Unpacked(String name, String version, String label, Path folder, List<BundleFile> bundles, List<String> requires) {

    /** Features files of plugins have names that begin with this, which tells them from the distribution's. */
    public static final String REPOSITORY = "plugin-";

    static final String FEATURES = "features.xml";

    /** True as long as nobody has taken away a file of it. */
    boolean isThere() {
        return Files.exists(folder.resolve(FEATURES)) && bundles.stream().allMatch(bundle -> Files.exists(bundle.file()));
    }

    /** The features file whose bundles are those in the folder. */
    public URI features() {
        return folder.resolve(FEATURES).toUri();
    }
}
