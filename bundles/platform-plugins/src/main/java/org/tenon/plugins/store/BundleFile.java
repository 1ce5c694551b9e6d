package org.tenon.plugins.store;

import java.nio.file.Path;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;

/**
 * A bundle of a plugin, as a file.
 *
 * @param name    its symbolic name
 * @param headers of its manifest
 */
public record BundleFile(Path file, String name, Version version, Map<String, String> headers) {

    /** True for this bundle in the container, wherever it was installed from. */
    public boolean is(Bundle bundle) {
        return name.equals(bundle.getSymbolicName()) && version.equals(bundle.getVersion());
    }
}
