package org.tenon.shell.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.tenon.shell.asset.Asset;

/** The shell's own files, from this bundle, each read once. Safe for all threads. */
final class ShellFiles {

    private final Bundle bundle;
    private final Map<String, Optional<Asset>> known = new ConcurrentHashMap<>();

    ShellFiles(Bundle bundle) {
        this.bundle = bundle;
    }

    /** @param path below {@code /}, such as {@code assets/index-1a2b.js} */
    Optional<Asset> file(String path) {
        if (path.contains("..") || path.endsWith("/") || bundle.getEntry("ui/" + path) == null) {
            return Optional.empty();
        }
        return known.computeIfAbsent(path, this::load);
    }

    private Optional<Asset> load(String path) {
        byte[] raw = bytes(path);
        return raw == null ? Optional.empty() : Optional.of(new Asset(Asset.type(path), raw, bytes(path + ".br"), bytes(path + ".gz")));
    }

    private byte @Nullable [] bytes(String path) {
        URL entry = bundle.getEntry("ui/" + path);
        try {
            return entry == null ? null : Asset.read(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
