package org.tenon.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;
import org.tenon.testkit.TestDatabase;

/** COPY. */
final class PostgresLoad extends BulkLoad {

    private final TestDatabase database;

    PostgresLoad(TestDatabase database) {
        this.database = database;
    }

    @Override
    Connection connect() throws SQLException {
        return database.connect();
    }

    @Override
    void load(Connection connection, String table, List<String> columns, Path file) throws SQLException, IOException {
        String copy = "COPY " + table + " (" + String.join(",", columns) + ") FROM STDIN WITH (FORMAT csv)";
        try (Reader rows = Files.newBufferedReader(file)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy, rows);
        }
    }

    @Override
    void finish(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("VACUUM ANALYZE");
        }
    }
}
