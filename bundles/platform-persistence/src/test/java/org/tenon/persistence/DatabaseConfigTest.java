package org.tenon.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseConfigTest {

    private static final Path HOME = Path.of("/home/tenon");

    private static DatabaseConfig of(Map<String, String> lines) {
        Properties properties = new Properties();
        properties.putAll(lines);
        return DatabaseConfig.of(properties, HOME);
    }

    @Test
    void nothingSaidMeansDerbyInTheHome() {
        DatabaseConfig config = of(Map.of());
        assertThat(config.kind()).isEqualTo(DbKind.DERBY);
        assertThat(config.url()).isEqualTo("jdbc:derby:/home/tenon/db/tenon;create=true");
        assertThat(config.poolSize()).isEqualTo(16);
    }

    @Test
    void blankLinesCountAsNothing() {
        assertThat(of(Map.of("db.kind", " ", "db.url", "", "db.poolSize", " "))).isEqualTo(of(Map.of()));
    }

    @Test
    void postgresqlNeedsOnlyItsName() {
        DatabaseConfig config = of(Map.of("db.kind", "postgresql", "db.password", "secret"));
        assertThat(config.url()).isEqualTo("jdbc:postgresql://127.0.0.1:5432/tenon");
        assertThat(config.password()).isEqualTo("secret");
    }

    @ParameterizedTest
    @CsvSource({"db.kind,oracle", "db.url,jdbc:postgresql://h/d", "db.url,jdbc:mysql://h/d", "db.poolSize,1", "db.poolSize,501", "db.poolSize,many",
        "db.separatePoolSize,0", "db.separatePoolSize,101", "db.poolSize,99999999999"})
    void whatCannotBeRightIsRefusedByName(String name, String value) {
        assertThatThrownBy(() -> of(Map.of(name, value))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noPasswordIsPrinted() {
        assertThat(of(Map.of("db.kind", "postgresql", "db.password", "secret", "db.url", "jdbc:postgresql://h/d?password=secret&ssl=true")).toString())
            .doesNotContain("secret").contains("ssl=true");
        assertThat(of(Map.of("db.url", "jdbc:derby:x;bootPassword=secret;create=true")).toString()).doesNotContain("secret");
    }
}
