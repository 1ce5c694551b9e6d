package org.tenon.plugins.purge;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tenon.persistence.Db;
import org.tenon.persistence.DbException;
import org.tenon.persistence.DbKind;

/** The tables of areas, which all begin with the area's name, and the history of their migrations. */
final class AreaTables {

    private final Db db;

    AreaTables(Db db) {
        this.db = db;
    }

    /** Of these areas, by name, as the database writes them; the history last. */
    List<String> of(List<String> areas) {
        return db.read(connection -> {
            List<String> tables = new ArrayList<>();
            for (String area : areas) {
                tables.addAll(named(connection, area + "_"));
            }
            for (String area : areas) {
                tables.addAll(named(connection, "tenon_history_" + area).stream().filter(table -> table.equals("tenon_history_" + area)).toList());
            }
            return tables;
        });
    }

    private static List<String> named(Connection connection, String prefix) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = connection.getMetaData().getTables(null, connection.getSchema(), "%", new String[] {"TABLE"})) {
            while (rows.next()) {
                String table = rows.getString("TABLE_NAME");
                if (table.toLowerCase(Locale.ROOT).startsWith(prefix)) {
                    tables.add(table);
                }
            }
        }
        return tables;
    }

    /** Drops the tables with all that refers to them among themselves. */
    void drop(List<String> tables) {
        List<String> left = new ArrayList<>(tables);
        boolean progress = true;
        while (progress && !left.isEmpty()) {
            progress = left.removeIf(this::dropped);
        }
        if (!left.isEmpty()) {
            throw new IllegalStateException("tables of others refer to " + String.join(", ", left));
        }
    }

    /** Derby refuses while another table refers to this one; that goes first then. */
    private boolean dropped(String table) {
        try {
            return db.write(connection -> {
                try (Statement statement = connection.createStatement()) {
                    statement.executeUpdate("DROP TABLE \"" + table + "\"" + (db.kind() == DbKind.POSTGRESQL ? " CASCADE" : ""));
                    return true;
                }
            });
        } catch (DbException e) {
            if (e.sqlState().equals("X0Y25") || e.sqlState().equals("X0Y30")) {
                return false;
            }
            throw e;
        }
    }
}
