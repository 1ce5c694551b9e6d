package org.tenon.shell.asset;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file as it is sent.
 *
 * @param type its media type
 * @param raw  uncompressed
 * @param br   Brotli, null without
 * @param gz   gzip, null without
 */
@SuppressWarnings("ArrayRecordComponent")
public record Asset(String type, byte[] raw, byte @Nullable [] br, byte @Nullable [] gz) {

    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript; charset=utf-8", "css", "text/css; charset=utf-8", "svg", "image/svg+xml", "json", "application/json",
            "png", "image/png", "webp", "image/webp", "woff2", "font/woff2", "wasm", "application/wasm");

    /** Without compressed forms. */
    public static Asset of(String name, URL file) throws IOException {
        return new Asset(type(name), read(file), null, null);
    }

    public static String type(String name) {
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    }

    public static byte[] read(URL file) throws IOException {
        try (InputStream in = file.openStream()) {
            return in.readAllBytes();
        }
    }
}
