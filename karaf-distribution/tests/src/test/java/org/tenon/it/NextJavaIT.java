package org.tenon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tenon.it.plugin.Orders;
import org.tenon.testkit.source.Administrator;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.Tenon;

/** The same distribution on Java 25: it starts, stores, and installs plugins. Skipped where no JDK 25 lies in {@code TENON_JDK25} or {@code /usr/lib/jvm}. */
class NextJavaIT {

    @Test
    void startsStoresAndInstallsPluginsOnJava25() throws IOException {
        Optional<Path> java = java25();
        assumeTrue(java.isPresent(), "no JDK 25 in TENON_JDK25 or /usr/lib/jvm");
        try (Tenon tenon = Tenon.startOn(java.get(), "java25", Map.of())) {
            Api api = tenon.admin();
            Administrator admin = new Administrator(api);
            String id = api.post("/api/customers/customers", Map.of("name", "新版试验")).expect(201).json().get("id").asText();
            admin.install(Orders.version("1.0.0"));
            admin.install(Orders.version("1.1.0"));
            assertThat(api.get(Orders.PING).expect(200).json().get("version").asText()).isEqualTo("1.1.0");
            admin.remove("orders").expect(200, 204);
            api.get("/api/customers/customers/" + id).expect(200);
            assertThat(tenon.log()).doesNotContain(" ERROR ");
        }
    }

    private static Optional<Path> java25() throws IOException {
        String named = System.getenv("TENON_JDK25");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        Path usual = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(usual)) {
            return Optional.empty();
        }
        try (Stream<Path> installed = Files.list(usual)) {
            return installed.filter(folder -> folder.getFileName().toString().contains("25") && Files.isExecutable(folder.resolve("bin/java"))).findFirst();
        }
    }
}
