package org.tenon.persistence.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tenon.persistence.DatabaseConfig;
import org.tenon.persistence.pool.Database;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

class MigratorTest {

    private static final Script ONE = new Script("V1__goods.sql", "CREATE TABLE goods_one (\n  ${owned},\n  long_words ${text},\n  extras ${json}\n);\n");
    private static final Script TWO = new Script("V2__goods.sql", "ALTER TABLE goods_one ADD COLUMN colour VARCHAR(20);\r\n-- 颜色\r\n");

    private Database pools;
    private Migrator migrator;

    private void on(TestDatabase database) throws SQLException {
        pools = Database.open(DatabaseConfig.of(database.url(), database.user(), database.password()));
        pools.probe();
        migrator = new Migrator(pools.kind(), pools.main());
    }

    @AfterEach
    void close() {
        if (pools != null) {
            pools.close();
        }
    }

    @BothDatabases
    void eachScriptRunsOnce(TestDatabase database) throws SQLException {
        on(database);
        assertThat(migrator.migrate("goods", List.of(ONE))).isEqualTo(1);
        assertThat(migrator.migrate("goods", List.of(ONE))).isZero();
        assertThat(migrator.migrate("goods", List.of(ONE, TWO))).isEqualTo(1);
        assertThat(migrator.migrate("goods", List.of(ONE, TWO))).isZero();
        database.execute("insert into goods_one (id, version, colour, owner_id, title_key) values (1, 1, 'red', 7, 'k')");
        assertThat(database.count("select count(*) from goods_one where deleted_token = 0")).isEqualTo(1);
    }

    @BothDatabases
    void theChecksumIsFlyways(TestDatabase database) throws SQLException {
        on(database);
        migrator.migrate("goods", List.of(ONE, TWO));
        assertThat(database.count("select \"checksum\" from \"tenon_history_goods\" where \"version\" = '2'")).isEqualTo(TWO.checksum());
        assertThat(database.count("select \"checksum\" from \"tenon_history_goods\" where \"version\" = '1'")).isEqualTo(ONE.checksum());
    }

    @BothDatabases
    void goingBackToAnEarlierVersionRunsNothing(TestDatabase database) throws SQLException {
        on(database);
        migrator.migrate("goods", List.of(ONE, TWO));
        assertThat(migrator.migrate("goods", List.of(ONE))).isZero();
    }

    @BothDatabases
    void areasDoNotKnowOfEachOther(TestDatabase database) throws SQLException {
        on(database);
        migrator.migrate("goods", List.of(ONE, TWO));
        assertThat(migrator.migrate("other", List.of(new Script("V1__other.sql", "CREATE TABLE other_one (${record});")))).isEqualTo(1);
    }

    @BothDatabases
    void aScriptThatWasChangedIsRefused(TestDatabase database) throws SQLException {
        on(database);
        migrator.migrate("goods", List.of(ONE));
        Script changed = new Script(ONE.name(), ONE.text() + "-- changed");
        assertThatThrownBy(() -> migrator.migrate("goods", List.of(changed))).isInstanceOf(FlywayException.class).hasMessageContaining("checksum");
    }

    @BothDatabases
    void aScriptThatFailsLeavesNothingAndRunsWhenMended(TestDatabase database) throws SQLException {
        on(database);
        migrator.migrate("goods", List.of(ONE));
        Script broken = new Script("V2__goods.sql", "ALTER TABLE goods_one ADD COLUMN colour VARCHAR(20);\nALTER TABLE goods_none ADD COLUMN x BIGINT;");
        assertThatThrownBy(() -> migrator.migrate("goods", List.of(ONE, broken))).isInstanceOf(FlywayException.class);

        assertThat(migrator.migrate("goods", List.of(ONE, TWO))).isEqualTo(1);
    }

    @BothDatabases
    void anUnknownPlaceholderIsRefused(TestDatabase database) throws SQLException {
        on(database);
        Script script = new Script("V1__goods.sql", "CREATE TABLE goods_one (${recrod});");
        assertThatThrownBy(() -> migrator.migrate("goods", List.of(script))).isInstanceOf(FlywayException.class).hasMessageContaining("recrod");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1__x.sql", "V1_x.sql", "R__x.sql", "V1__x.txt", "V1__x y.sql", ""})
    void aScriptMustBeNamedRight(String name) {
        assertThatThrownBy(() -> new Script(name, "")).isInstanceOf(IllegalArgumentException.class);
    }
}
