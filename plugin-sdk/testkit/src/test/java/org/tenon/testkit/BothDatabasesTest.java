package org.tenon.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;

class BothDatabasesTest {

    private final TestDatabase database;

    BothDatabasesTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void makeATable(TestDatabase same) {
        assertThat(same).isSameAs(database);
        same.execute("create table note (id bigint not null primary key, text varchar(20))");
    }

    @BothDatabases
    void eachTestHasAnEmptyDatabase(TestDatabase same, DatabaseKind kind) throws SQLException {
        assertThat(same).isSameAs(database);
        assertThat(kind).isEqualTo(database.kind());
        database.execute("insert into note values (1, '客户')");
        assertThat(database.count("select count(*) from note where text = '客户'")).isEqualTo(1);
        try (Connection connection = database.connect()) {
            assertThat(connection.getMetaData().getDatabaseProductName())
                .isEqualTo(kind == DatabaseKind.DERBY ? "Apache Derby" : "PostgreSQL");
        }
    }

    @BothDatabases
    void theNextTestSeesNothingOfIt() {
        assertThat(database.count("select count(*) from note")).isZero();
    }
}
