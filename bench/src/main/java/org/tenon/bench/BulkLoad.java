package org.tenon.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Puts a population into the stopped Tenon's database by the database's own bulk load, past every rule. */
abstract class BulkLoad {

    private static final String CUSTOMERS = "customers_customer";
    private static final String TEAM = "records_team";
    private static final String KEYS = "records_match_type";
    private static final String VALUES = "records_value";

    abstract Connection connect() throws SQLException;

    /** Loads a CSV file with these columns into the table. */
    abstract void load(Connection connection, String table, List<String> columns, Path file) throws SQLException, IOException;

    abstract void finish(Connection connection) throws SQLException;

    /**
     * What the population needs from the running Tenon it has asked for before.
     *
     * @param keys whether the next start makes the keys that duplicates are found by
     */
    final void run(Population population, boolean keys) throws SQLException, IOException {
        Path file = Files.createTempFile("customers", ".csv");
        Path team = Files.createTempFile("team", ".csv");
        Path values = Files.createTempFile("values", ".csv");
        try (Connection connection = connect()) {
            List<String> columns = known(connection, CUSTOMERS, population.customer(0).keySet());
            try (Writer out = Files.newBufferedWriter(file)) {
                for (int i = 0; i < population.size(); i++) {
                    row(out, columns, population.customer(i));
                }
            }
            load(connection, CUSTOMERS, columns, file);
            try (Writer out = Files.newBufferedWriter(team)) {
                int step = Math.max(1, population.size() / Population.SHARED);
                for (int i = 0; i < population.size(); i += step) {
                    out.write("customers.customer," + population.id(i) + "," + population.teamMember() + ",read\n");
                }
            }
            load(connection, TEAM, List.of("record_type", "record_id", "member_id", "access"), team);
            if (population.custom()) {
                try (Writer out = Files.newBufferedWriter(values)) {
                    for (int i = 0; i < population.size(); i++) {
                        CustomFields.sides(out, population, i);
                    }
                }
                load(connection, VALUES, CustomFields.COLUMNS, values);
            }
            if (keys) {
                forgetKeys(connection);
            }
            finish(connection);
        } finally {
            Files.delete(file);
            Files.delete(team);
            Files.delete(values);
        }
    }

    /** The next start makes the keys that duplicates are found by. */
    private static void forgetKeys(Connection connection) throws SQLException {
        boolean upper = connection.getMetaData().storesUpperCaseIdentifiers();
        try (ResultSet found = connection.getMetaData().getTables(null, null, upper ? KEYS.toUpperCase(Locale.ROOT) : KEYS, null);
             Statement statement = connection.createStatement()) {
            found.next();
            statement.executeUpdate("DELETE FROM " + found.getString("TABLE_SCHEM") + "." + KEYS);
        }
    }

    private static void row(Writer out, List<String> columns, Map<String, Object> values) throws IOException {
        for (int i = 0; i < columns.size(); i++) {
            String value = String.valueOf(values.get(columns.get(i)));
            out.write((i == 0 ? "" : ",") + (value.indexOf('"') < 0 ? value : '"' + value.replace("\"", "\"\"") + '"'));
        }
        out.write('\n');
    }

    private static List<String> known(Connection connection, String table, Set<String> wanted) throws SQLException {
        Set<String> present = new LinkedHashSet<>();
        boolean upper = connection.getMetaData().storesUpperCaseIdentifiers();
        try (ResultSet columns = connection.getMetaData().getColumns(null, null, upper ? table.toUpperCase(Locale.ROOT) : table, null)) {
            while (columns.next()) {
                present.add(columns.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return wanted.stream().filter(present::contains).toList();
    }
}
