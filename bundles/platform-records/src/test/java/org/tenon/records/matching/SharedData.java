package org.tenon.records.matching;

import java.nio.file.Files;
import java.nio.file.Path;
import org.opentest4j.TestAbortedException;

/** Files of the shared test data: in the folder {@code TENON_DATA} names, else {@code ../shared/data} seen from the project's root. */
final class SharedData {

    private SharedData() {
    }

    /**
     * @throws TestAbortedException (the test counts as skipped) where the file is absent
     * @throws AssertionError       instead, if the environment says {@code TENON_REQUIRE_DATA=1}
     */
    static Path file(String name) {
        String folder = System.getenv("TENON_DATA");
        Path file = root().resolve(folder == null ? "../shared/data" : folder).resolve(name).normalize();
        if (Files.isRegularFile(file)) {
            return file;
        }
        String reason = "shared test data is absent: " + file;
        if ("1".equals(System.getenv("TENON_REQUIRE_DATA"))) {
            throw new AssertionError(reason);
        }
        throw new TestAbortedException(reason);
    }

    /** The folder above this one that has the script {@code tenon}. */
    private static Path root() {
        Path at = Path.of("").toAbsolutePath();
        while (at.getParent() != null && !Files.isRegularFile(at.resolve("tenon"))) {
            at = at.getParent();
        }
        return at;
    }
}
