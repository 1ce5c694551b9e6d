package org.tenon.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.Tenon;

/** Ctrl-C and SIGTERM close the database and leave nothing to recover; the data is there at the next start. */
class CleanStopIT {

    enum Way {
        CTRL_C(Tenon::interrupt), SIGTERM(Tenon::stop);

        private final Consumer<Tenon> end;

        Way(Consumer<Tenon> end) {
            this.end = end;
        }
    }

    @ParameterizedTest
    @EnumSource
    void closesTheDatabase(Way way) throws IOException {
        try (Tenon tenon = Tenon.start("stopped", Map.of())) {
            Api api = tenon.admin();
            String id = api.post("/api/customers/customers", Map.of("name", "停机试验")).expect(201).json().get("id").asText();

            way.end.accept(tenon);

            assertThat(locks(tenon.home())).isEmpty();
            tenon.boot();
            assertThat(api.get("/api/customers/customers/" + id).expect(200).json().get("name").asText()).isEqualTo("停机试验");
        }
    }

    /** Derby's lock files, which only a closed database has removed. */
    private static List<Path> locks(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("db"))) {
            return files.filter(file -> file.toString().endsWith(".lck")).toList();
        }
    }
}
