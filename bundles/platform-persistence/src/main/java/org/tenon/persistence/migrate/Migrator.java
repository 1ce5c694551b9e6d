package org.tenon.persistence.migrate;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.persistence.DbKind;

/** Brings the tables of an area up to its scripts. Each area has a history of its own, {@code tenon_history_<area>}. */
public final class Migrator {

    private static final Logger LOG = LoggerFactory.getLogger(Migrator.class);

    private final DbKind kind;
    private final DataSource source;

    /** @param source connections in auto-commit mode, without a limit on how long a statement takes */
    public Migrator(DbKind kind, DataSource source) {
        this.kind = kind;
        this.source = source;
    }

    /**
     * Runs the scripts that have not run yet. Scripts of a later version that have run already are left alone: going back to an earlier
     * version of an area is allowed, as migrations only add.
     *
     * @return how many ran
     * @throws SQLException                                if the database cannot be reached
     * @throws org.flywaydb.core.api.FlywayException       if a script fails, or one that has run was changed
     */
    public int migrate(String area, List<Script> scripts) throws SQLException {
        if (!area.matches("[a-z][a-z0-9_]{0,40}")) {
            throw new IllegalArgumentException("an area's name is lower case, at most 41 characters: " + area);
        }
        String history = "tenon_history_" + area;
        Map<String, Integer> done = done(history);
        if (scripts.stream().allMatch(script -> Integer.valueOf(script.checksum()).equals(done.get(script.name())))) {
            return 0;
        }
        MigrateResult result = Flyway.configure(Migrator.class.getClassLoader())
            .dataSource(source)
            .table(history)
            .placeholders(Placeholders.of(kind))
            .resourceProvider(new ScriptResources(scripts))
            .javaMigrationClassProvider(List::of)
            // The schema is not empty when the second area arrives.
            .baselineOnMigrate(true).baselineVersion("0")
            .loggers("slf4j")
            .load()
            .migrate();
        LOG.info("migrated {}: {} scripts", area, result.migrationsExecuted);
        return result.migrationsExecuted;
    }

    /** Checksums of the scripts that have run, by name; one query, as starting Flyway takes longer than all the rest of a start. */
    private Map<String, Integer> done(String history) throws SQLException {
        Map<String, Integer> done = new HashMap<>();
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement();
             ResultSet rows = statement.executeQuery("SELECT \"script\", \"checksum\" FROM \"" + history + "\" WHERE \"success\" = true")) {
            while (rows.next()) {
                done.put(rows.getString(1), rows.getInt(2));
            }
        } catch (SQLException e) {
            // No such table (PostgreSQL, Derby) or schema (Derby): the area is new here.
            if (!List.of("42P01", "42X05", "42Y07").contains(String.valueOf(e.getSQLState()))) {
                throw e;
            }
        }
        return done;
    }
}
