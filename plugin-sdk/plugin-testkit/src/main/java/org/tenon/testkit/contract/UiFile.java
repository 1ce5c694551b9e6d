package org.tenon.testkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** {@code ui/ui.json} of a plugin's bundles: where its pages and widgets belong. */
final class UiFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private UiFile() {
    }

    /** Paths of the shell its pages answer. */
    static List<String> routes(Path archive) {
        return all(archive).stream().flatMap(ui -> ui.path("routes").findValuesAsText("path").stream()).toList();
    }

    /** Keys of the texts its titles and labels are. */
    static List<String> texts(Path archive) {
        return all(archive).stream().flatMap(ui ->
            Stream.concat(ui.path("slots").findValuesAsText("title").stream(), ui.path("commands").findValuesAsText("label").stream())).toList();
    }

    private static List<JsonNode> all(Path archive) {
        List<JsonNode> found = new ArrayList<>();
        try (InputStream in = Files.newInputStream(archive)) {
            collect(in, found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** Looks into the jars of a KAR too. */
    private static void collect(InputStream in, List<JsonNode> found) throws IOException {
        ZipInputStream zip = new ZipInputStream(in);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().endsWith(".jar")) {
                collect(zip, found);
            } else if (entry.getName().equals("ui/ui.json")) {
                found.add(JSON.readTree(zip.readAllBytes()));
            }
        }
    }
}
