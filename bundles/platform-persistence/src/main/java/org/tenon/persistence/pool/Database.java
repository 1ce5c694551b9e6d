package org.tenon.persistence.pool;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.tenon.persistence.DatabaseConfig;
import org.tenon.persistence.DbKind;

/** The pools over the one database. Opening does not need the database; using it does. */
public final class Database implements AutoCloseable {

    /** Connections kept though nobody uses them. */
    private static final int IDLE = 2;

    private final DatabaseConfig config;
    private final DataSource driver;
    private final HikariDataSource main;
    private final HikariDataSource separate;

    private Database(DatabaseConfig config, DataSource driver, HikariDataSource main, HikariDataSource separate) {
        this.config = config;
        this.driver = driver;
        this.main = main;
        this.separate = separate;
    }

    public static Database open(DatabaseConfig config) {
        DataSource driver = config.kind() == DbKind.DERBY ? DerbySource.of(config) : PostgresSource.of(config);
        return new Database(config, driver, pool("tenon", driver, config.poolSize()), pool("tenon-separate", driver, config.separatePoolSize()));
    }

    private static HikariDataSource pool(String name, DataSource driver, int size) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setDataSource(driver);
        pool.setMaximumPoolSize(size);
        pool.setConnectionTimeout(TimeUnit.SECONDS.toMillis(5));
        pool.setValidationTimeout(TimeUnit.SECONDS.toMillis(3));
        pool.setExceptionOverrideClassName(KeepUnlessLost.class.getName());
        if (size > IDLE) {
            pool.setMinimumIdle(IDLE);
            pool.setIdleTimeout(TimeUnit.MINUTES.toMillis(5));
        }
        // A pool starts without a database, too; the first caller that needs a connection finds out.
        pool.setInitializationFailTimeout(-1);
        return new HikariDataSource(pool);
    }

    public DbKind kind() {
        return config.kind();
    }

    /** Connections for transactions and reads, in auto-commit mode; at most 5 s are waited for a free one. */
    public DataSource main() {
        return main;
    }

    /** Connections for transactions beside a running one. */
    public DataSource separate() {
        return separate;
    }

    /**
     * Connects beside the pools and asks whether the connection works. Waits as long as an embedded database needs to be made or recovered.
     *
     * @throws SQLException if the database cannot be reached
     */
    public void probe() throws SQLException {
        try (Connection connection = driver.getConnection()) {
            if (!connection.isValid(3)) {
                throw new SQLException("the database does not answer", "08000");
            }
        }
    }

    /** Connections in use at this moment, of both pools. */
    public int busy() {
        return main.getHikariPoolMXBean().getActiveConnections() + separate.getHikariPoolMXBean().getActiveConnections();
    }

    /** Ends all connections; shuts an embedded database down. */
    @Override
    public void close() {
        main.close();
        separate.close();
        if (config.kind() == DbKind.DERBY) {
            DerbySource.shutDown(config);
        }
    }
}
