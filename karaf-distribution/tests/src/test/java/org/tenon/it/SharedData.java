package org.tenon.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The shared test data; tests that need it are skipped where it is absent, and fail where TENON_REQUIRE_DATA=1. */
final class SharedData {

    private SharedData() {
    }

    static Path file(String name) {
        Path root = Path.of(System.getProperty("tenon.root", "."));
        String place = System.getenv().getOrDefault("TENON_DATA", root.resolve("../shared/data").toString());
        Path file = Path.of(place).resolve(name);
        if (!Files.exists(file) && "1".equals(System.getenv("TENON_REQUIRE_DATA"))) {
            throw new AssertionError("TENON_REQUIRE_DATA=1 and there is no " + file);
        }
        assumeTrue(Files.exists(file), () -> "no shared data at " + file + "; set TENON_DATA");
        return file;
    }
}
