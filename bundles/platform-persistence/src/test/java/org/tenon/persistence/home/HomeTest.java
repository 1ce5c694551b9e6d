package org.tenon.persistence.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @TempDir
    private Path folder;

    @Test
    void aSecondOneOnTheSameHomeIsToldWhy() throws IOException {
        try (Home first = Home.open(folder)) {
            assertThatThrownBy(() -> Home.open(folder)).isInstanceOf(HomeInUseException.class)
                .hasMessage("Another Tenon is running on %s. Stop it first, or start with another home.", first.path());
        }
        Home.open(folder).close();
    }

    @Test
    void theConfigurationIsMadeOnceWithEveryLineCommented() throws IOException {
        try (Home home = Home.open(folder.resolve("new"))) {
            assertThat(home.configuration()).isEmpty();
            Path file = home.path().resolve("conf/tenon.properties");
            assertThat(Files.readString(file)).contains("#db.kind=derby");

            Files.writeString(file, "db.kind=postgresql\n");
            assertThat(home.configuration()).containsEntry("db.kind", "postgresql");
        }
    }

    @Test
    void onlyTheOwnerReadsIt() throws IOException {
        try (Home home = Home.open(folder.resolve("new"))) {
            home.configuration();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.path()))).isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.path().resolve("conf/tenon.properties")))).isEqualTo("rw-------");
        }
    }
}
