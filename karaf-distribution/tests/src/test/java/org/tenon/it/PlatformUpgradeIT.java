package org.tenon.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tenon.it.plugin.Orders;
import org.tenon.testkit.source.Administrator;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.Tenon;

/** Another program is put over the same home, as docs/operations.md says, and taken back again. */
class PlatformUpgradeIT {

    private static final String CUSTOMERS = "/api/customers/customers";

    @Test
    void aNewProgramFindsEverythingInTheOldHomeAndThereIsAWayBack() {
        try (Tenon tenon = Tenon.start("upgrade", Map.of())) {
            Api api = tenon.admin();
            Administrator admin = new Administrator(api);
            String before = api.post(CUSTOMERS, Map.of("name", "升级前")).expect(201).json().get("id").asText();
            admin.install(Orders.version("1.0.0"));
            admin.install(Orders.version("1.1.0"));
            tenon.stop();
            Path copy = tenon.home().resolveSibling("home-before");
            copy(tenon.home(), copy);

            tenon.replaceProgram();
            tenon.boot();
            api.get(CUSTOMERS + "/" + before).expect(200);
            assertThat(api.get(Orders.PING).expect(200).json().get("version").asText()).isEqualTo("1.1.0");
            admin.act("orders", "rollback").expect(200);
            String after = api.post(CUSTOMERS, Map.of("name", "升级后")).expect(201).json().get("id").asText();
            tenon.stop();

            delete(tenon.home());
            copy(copy, tenon.home());
            tenon.replaceProgram();
            tenon.boot();
            api.get(CUSTOMERS + "/" + before).expect(200);
            api.get(CUSTOMERS + "/" + after).expect(404);
            assertThat(api.get(Orders.PING).expect(200).json().get("version").asText()).isEqualTo("1.1.0");
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
