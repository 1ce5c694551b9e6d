package org.tenon.persistence.pool;

import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.persistence.DatabaseConfig;

/** The embedded Derby engine, set up. Its settings are system properties, read when the engine and a database boot; those already set stay. */
public final class DerbySource {

    private static final Logger LOG = LoggerFactory.getLogger(DerbySource.class);
    private static final String PREFIX = "jdbc:derby:";

    private DerbySource() {
    }

    /** Puts Derby's log and relative database names into {@code home/db}. Call before the engine boots. */
    public static void keepIn(Path home) {
        Path folder = home.resolve("db");
        preset("derby.system.home", folder.toString());
        preset("derby.stream.error.file", folder.resolve("derby.log").toString());
    }

    static DataSource of(DatabaseConfig config) {
        // Bytes. Derby's own choice for tables with long texts is 32 KiB: a list that reads one row here and one there would read and keep that much for each.
        preset("derby.storage.pageSize", "8192");
        // Pages, 94 MiB of them at most; Derby keeps them on the heap.
        preset("derby.storage.pageCacheSize", "12000");
        // Seconds. A deadlock is looked for before the wait is given up.
        preset("derby.locks.deadlockTimeout", "2");
        preset("derby.locks.waitTimeout", "5");
        preset("derby.locks.escalationThreshold", Integer.toString(Integer.MAX_VALUE));
        EmbeddedDataSource source = source(config);
        int attributes = config.url().indexOf(';');
        if (attributes >= 0) {
            source.setConnectionAttributes(config.url().substring(attributes + 1));
        }
        return source;
    }

    /** Writes everything out, so that the next start needs no recovery. A database in memory is left as it is. */
    static void shutDown(DatabaseConfig config) {
        if (config.url().startsWith(PREFIX + "memory:")) {
            return;
        }
        EmbeddedDataSource source = source(config);
        source.setShutdownDatabase("shutdown");
        try {
            source.getConnection().close();
        } catch (SQLException e) {
            // 08006 is how Derby says that it is done; XJ004 that it was not running.
            if (!"08006".equals(e.getSQLState()) && !"XJ004".equals(e.getSQLState())) {
                LOG.warn("Derby did not shut down cleanly; it will recover at the next start", e);
            }
        }
    }

    private static EmbeddedDataSource source(DatabaseConfig config) {
        EmbeddedDataSource source = new EmbeddedDataSource();
        source.setDatabaseName(config.url().substring(PREFIX.length()).replaceFirst(";.*", ""));
        source.setUser(config.user());
        source.setPassword(config.password());
        return source;
    }

    private static void preset(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }
}
