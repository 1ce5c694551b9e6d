package org.tenon.persistence.migrate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.persistence.DbKind;

/**
 * The columns of {@code BaseRecord} and {@code OwnedRecord}: what {@code ${record}} and {@code ${owned}} stand for, and what is added to
 * tables made before a column was common. New ones must allow null or have a default.
 */
public final class CommonColumns {

    private static final Logger LOG = LoggerFactory.getLogger(CommonColumns.class);

    private record Column(String name, String type) {

        String definition(DbKind kind) {
            return name + " " + type.replace("<json>", Placeholders.json(kind));
        }
    }

    private static final List<Column> RECORD = List.of(
        new Column("id", "BIGINT NOT NULL PRIMARY KEY"),
        new Column("version", "INTEGER NOT NULL"),
        new Column("created_at", "TIMESTAMP"),
        new Column("created_by", "BIGINT"),
        new Column("updated_at", "TIMESTAMP"),
        new Column("updated_by", "BIGINT"),
        new Column("deleted_at", "TIMESTAMP"),
        new Column("deleted_by", "BIGINT"),
        new Column("deleted_token", "BIGINT DEFAULT 0 NOT NULL"),
        new Column("title_key", "VARCHAR(400)"),
        new Column("title_fold", "VARCHAR(400)"),
        new Column("custom_values", "<json>"));

    private static final List<Column> OWNED = Stream.concat(RECORD.stream(), Stream.of(
        new Column("owner_id", "BIGINT"),
        new Column("department_id", "BIGINT"))).toList();

    private CommonColumns() {
    }

    /** Column definitions, comma separated, of a record table. @param owned with those of {@code OwnedRecord} */
    static String definitions(DbKind kind, boolean owned) {
        return (owned ? OWNED : RECORD).stream().map(column -> column.definition(kind)).collect(Collectors.joining(",\n  "));
    }

    /**
     * Adds the common columns that these tables lack.
     *
     * @param tables record tables by name, true for those of owned records; tables that do not exist are left out
     */
    public static void complete(DbKind kind, Connection connection, Map<String, Boolean> tables) throws SQLException {
        Map<String, Set<String>> present = present(kind, connection, tables.keySet());
        for (Map.Entry<String, Set<String>> table : present.entrySet()) {
            for (Column column : tables.getOrDefault(table.getKey(), false) ? OWNED : RECORD) {
                if (!table.getValue().contains(column.name())) {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("ALTER TABLE " + table.getKey() + " ADD COLUMN " + column.definition(kind));
                    }
                    LOG.info("added column {} to table {}", column.name(), table.getKey());
                }
            }
        }
    }

    private static Map<String, Set<String>> present(DbKind kind, Connection connection, Set<String> tables) throws SQLException {
        Map<String, Set<String>> present = new HashMap<>();
        if (tables.isEmpty()) {
            return present;
        }
        String marks = tables.stream().map(table -> "?").collect(Collectors.joining(","));
        String sql = kind == DbKind.DERBY
            ? "SELECT t.tablename, c.columnname FROM sys.syscolumns c JOIN sys.systables t ON c.referenceid = t.tableid"
                + " JOIN sys.sysschemas s ON t.schemaid = s.schemaid WHERE s.schemaname = CURRENT SCHEMA AND t.tablename IN (" + marks + ")"
            : "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name IN (" + marks + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int place = 1;
            for (String table : tables) {
                statement.setString(place++, kind == DbKind.DERBY ? table.toUpperCase(Locale.ROOT) : table);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    present.computeIfAbsent(rows.getString(1).toLowerCase(Locale.ROOT), table -> new HashSet<>())
                        .add(rows.getString(2).toLowerCase(Locale.ROOT));
                }
            }
        }
        return present;
    }
}
