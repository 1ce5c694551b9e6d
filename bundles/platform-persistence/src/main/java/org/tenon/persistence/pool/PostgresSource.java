package org.tenon.persistence.pool;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.tenon.persistence.DatabaseConfig;

/** PostgreSQL's driver, set up. */
final class PostgresSource {

    private static final int CONNECT_SECONDS = 5;

    private PostgresSource() {
    }

    static DataSource of(DatabaseConfig config) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(config.url());
        source.setUser(config.user());
        source.setPassword(config.password());
        source.setApplicationName("tenon");
        // Text goes into columns of any type, jsonb included.
        source.setStringType("unspecified");
        source.setReWriteBatchedInserts(true);
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setLoginTimeout(CONNECT_SECONDS);
        source.setTcpKeepAlive(true);
        return source;
    }
}
