package org.tenon.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.opentest4j.TestAbortedException;

/** A database of its own for one test: empty when made, dropped when closed. Derby lies in memory; PostgreSQL is a real server, one for each JVM. */
public final class TestDatabase implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final DatabaseKind kind;
    private final String name;
    private final String url;
    private final String user;

    private TestDatabase(DatabaseKind kind, String name, String url, String user) {
        this.kind = kind;
        this.name = name;
        this.url = url;
        this.user = user;
    }

    /**
     * Makes an empty database.
     *
     * @throws TestAbortedException (the test counts as skipped) where PostgreSQL's binaries are missing
     * @throws AssertionError       instead, if the environment says {@code TENON_REQUIRE_DATA=1}
     */
    public static TestDatabase create(DatabaseKind kind) {
        skipIfMissing(kind);
        String name = "tenon_" + COUNT.incrementAndGet();
        if (kind == DatabaseKind.DERBY) {
            return new TestDatabase(kind, name, "jdbc:derby:memory:" + name + ";create=true", "tenon");
        }
        PostgresServer server = PostgresServer.get();
        server.execute("create database " + name + " template template0");
        return new TestDatabase(kind, name, server.url(name), PostgresServer.USER);
    }

    static void skipIfMissing(DatabaseKind kind) {
        missing(kind).ifPresent(reason -> {
            if (required()) {
                throw new AssertionError(reason);
            }
            throw new TestAbortedException(reason);
        });
    }

    /** Why no database of this kind can be made here; empty if one can. */
    static Optional<String> missing(DatabaseKind kind) {
        return kind == DatabaseKind.POSTGRESQL && PostgresBinaries.find().isEmpty()
            ? Optional.of("no PostgreSQL binaries under /usr/lib/postgresql/*/bin, in TENON_PG_BIN or on the path")
            : Optional.empty();
    }

    static boolean required() {
        return "1".equals(System.getenv("TENON_REQUIRE_DATA"));
    }

    public DatabaseKind kind() {
        return kind;
    }

    /** A JDBC URL that names everything but user and password; creates the Derby database at the first connection. */
    public String url() {
        return url;
    }

    public String user() {
        return user;
    }

    /** Empty: the server trusts local connections. */
    public String password() {
        return "";
    }

    /** A connection of its own, in auto-commit mode; the test closes it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password());
    }

    /** Runs one statement and commits. */
    public void execute(String sql) {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The number the query answers in its first row and column. */
    public long count(String sql) {
        try (Connection connection = connect(); Statement statement = connection.createStatement();
             var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Drops the database with whatever is in it, even while connections are open. */
    @Override
    public void close() {
        if (kind == DatabaseKind.POSTGRESQL) {
            PostgresServer.get().execute("drop database if exists " + name + " with (force)");
            return;
        }
        try {
            DriverManager.getConnection("jdbc:derby:memory:" + name + ";drop=true").close();
        } catch (SQLException e) {
            // Derby answers 08006 for a database it dropped and XJ004 for one that was never made.
            if (!"08006".equals(e.getSQLState()) && !"XJ004".equals(e.getSQLState())) {
                throw new IllegalStateException("cannot drop " + name, e);
            }
        }
    }

    @Override
    public String toString() {
        return kind + " " + name;
    }
}
