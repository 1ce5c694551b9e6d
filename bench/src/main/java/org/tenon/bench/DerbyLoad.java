package org.tenon.bench;

import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;

/** SYSCS_IMPORT_DATA; no other process may have the database open. */
final class DerbyLoad extends BulkLoad {

    private final String url;

    DerbyLoad(String url) {
        // Pages of 4 KiB: indexes of millions of rows are made while few of them are read again. Nothing has booted the engine in this process yet.
        System.setProperty("derby.storage.pageCacheSize", "50000");
        this.url = url;
    }

    @Override
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    @Override
    void load(Connection connection, String table, List<String> columns, Path file) throws SQLException {
        String schema;
        try (java.sql.ResultSet found = connection.getMetaData().getTables(null, null, table.toUpperCase(Locale.ROOT), null)) {
            found.next();
            schema = found.getString("TABLE_SCHEM");
        }
        try (CallableStatement call = connection.prepareCall("call SYSCS_UTIL.SYSCS_IMPORT_DATA(?, ?, ?, null, ?, ',', '\"', 'UTF-8', 0)")) {
            call.setString(1, schema);
            call.setString(2, table.toUpperCase(Locale.ROOT));
            call.setString(3, String.join(",", columns).toUpperCase(Locale.ROOT));
            call.setString(4, file.toString());
            call.execute();
        }
        try (CallableStatement call = connection.prepareCall("call SYSCS_UTIL.SYSCS_UPDATE_STATISTICS(?, ?, null)")) {
            call.setString(1, schema);
            call.setString(2, table.toUpperCase(Locale.ROOT));
            call.execute();
        }
    }

    @Override
    void finish(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("call SYSCS_UTIL.SYSCS_CHECKPOINT_DATABASE()");
        }
        try {
            DriverManager.getConnection(url + ";shutdown=true");
        } catch (SQLException down) {
            if (!"08006".equals(down.getSQLState())) {
                throw down;
            }
        }
    }
}
