package org.tenon.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.Await;
import org.tenon.testkit.process.Tenon;

/** What {@code ./tenon dev} stands on: a bundle that was built again replaces the one that runs. */
class FreshBundlesIT {

    private static final String TEXTS = "i18n/customers_en.properties";
    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void aBundleThatIsBuiltReplacesTheOneThatRuns(@TempDir Path modules) throws IOException {
        Path built = Files.createDirectories(modules.resolve("customers/target")).resolve("customers.jar");
        Files.copy(customers(), built);
        try (Tenon tenon = Tenon.start("dev", Map.of(), "-Dtenon.dev.bundles=" + modules)) {
            Api api = tenon.admin().with("Accept-Language", "en");
            String record = api.post("/api/customers/customers", Map.of("name", "榫卯木业")).expect(201).json().get("id").asText();
            assertThat(entry(api)).isEqualTo("Customers");

            Path next = built.resolveSibling("next");
            relabelled(customers(), next, "Clientele");
            Files.move(next, built, StandardCopyOption.REPLACE_EXISTING);
            long start = System.nanoTime();
            Await.until("the menu has the new label", SOON, () -> entry(api).equals("Clientele"));
            System.out.println("dev: a built bundle shows after " + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms");

            Await.until("its records are served again", SOON, () -> api.get("/api/customers/customers/" + record).status() == 200);
        }
    }

    /** The label of the list of customers in the menu; empty while there is none. */
    private static String entry(Api api) {
        for (JsonNode entry : api.get("/api/shell/contributions").expect(200).json().get("menu")) {
            if (entry.get("id").asText().equals("customers.list")) {
                return entry.get("label").asText();
            }
        }
        return "";
    }

    private static Path customers() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("tenon.root"), "bundles/customers/target"))) {
            return files.filter(file -> file.getFileName().toString().matches("customers-[0-9.]+\\.jar")).findFirst().orElseThrow();
        }
    }

    private static void relabelled(Path jar, Path target, String label) throws IOException {
        try (ZipFile from = new ZipFile(jar.toFile()); ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(target))) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                byte[] content = from.getInputStream(entry).readAllBytes();
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(entry.getName().equals(TEXTS) ? labelled(content, label) : content);
                to.closeEntry();
            }
        }
    }

    private static byte[] labelled(byte[] texts, String label) {
        return new String(texts, StandardCharsets.UTF_8).replaceAll("(?m)^menu\\.customers\\.list=.*$", "menu.customers.list=" + label).getBytes(StandardCharsets.UTF_8);
    }
}
