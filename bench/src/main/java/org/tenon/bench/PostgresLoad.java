package org.tenon.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;

/** COPY. */
final class PostgresLoad extends BulkLoad {

    private final String url;
    private final String user;

    PostgresLoad(String url, String user) {
        this.url = url;
        this.user = user;
    }

    @Override
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, "");
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
