package org.tenon.plugins.repository;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The file {@code index.json} of a place: {@code {"plugins":[{"name","version","label","file","sha256","size"}]}}, {@code file} relative to the index,
 * {@code label} optional.
 */
final class Index {

    private static final int MOST = 2_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Index() {
    }

    /** @param file as the index has it */
    record Entry(Offered offered, String file) {
    }

    /** @throws IOException if it is no such index; entries without a name, version, file and sum are an error, not left out */
    static List<Entry> read(byte[] json, String place) throws IOException {
        JsonNode plugins = JSON.readTree(json).path("plugins");
        if (!plugins.isArray() || plugins.size() > MOST) {
            throw new PlaceException("plugins.said.indexList", MOST);
        }
        List<Entry> entries = new ArrayList<>();
        for (JsonNode plugin : plugins) {
            String name = plugin.path("name").asText();
            String version = plugin.path("version").asText();
            String file = plugin.path("file").asText();
            String sum = plugin.path("sha256").asText();
            if (!name.matches("[a-z][a-z0-9-]{0,39}") || version.isEmpty() || file.isEmpty() || !sum.matches("[0-9a-f]{64}")) {
                throw new PlaceException("plugins.said.indexEntry", plugin);
            }
            String label = plugin.path("label").asText(name);
            entries.add(new Entry(new Offered(id(place, file), name, version, label, sum, plugin.path("size").asLong(), place), file));
        }
        return entries;
    }

    static String id(String place, String file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest((place + "\n" + file).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
