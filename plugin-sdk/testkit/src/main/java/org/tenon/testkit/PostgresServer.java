package org.tenon.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server for the tests of this JVM, started at first use. A shell keeps it: when the JVM ends, however it ends, the shell's input
 * ends, and the shell stops the server and removes its files. Nothing is made durable.
 */
public final class PostgresServer {

    static final String USER = "tenon";

    private static final String SCRIPT = """
        set -e
        dir=$1 bin=$2 port=$3 keep=$4
        cd "$dir"
        [ -f data/PG_VERSION ] || "$bin/initdb" -D data -U tenon --auth=trust -E UTF8 --locale=C.UTF-8 --no-sync >initdb.log 2>&1
        cat >>data/postgresql.conf <<END
        port = $port
        listen_addresses = '127.0.0.1'
        unix_socket_directories = '$dir'
        max_connections = 200
        shared_buffers = 64MB
        fsync = off
        synchronous_commit = off
        full_page_writes = off
        timezone = 'UTC'
        END
        "$bin/pg_ctl" -w -s -D data -l server.log start </dev/null >/dev/null 2>&1
        echo ready
        set +e
        while read -r word; do
          case $word in
            stop) "$bin/pg_ctl" -w -s -D data -m fast stop </dev/null >/dev/null 2>&1; echo stopped ;;
            start) "$bin/pg_ctl" -w -s -D data -l server.log start </dev/null >/dev/null 2>&1; echo started ;;
          esac
        done
        if [ "$keep" = keep ]; then exec "$bin/pg_ctl" -w -s -D data -m fast stop </dev/null >/dev/null 2>&1; fi
        "$bin/pg_ctl" -w -s -D data -m immediate stop </dev/null >/dev/null 2>&1
        cd /
        rm -rf "$dir"
        """;

    private static @Nullable PostgresServer running;

    private final int port;
    private final Process shell;
    private final BufferedReader answers;

    private PostgresServer(int port, Process shell, BufferedReader answers) {
        this.port = port;
        this.shell = shell;
        this.answers = answers;
    }

    /** The JVM's server, started if it is not running yet. */
    public static synchronized PostgresServer get() {
        PostgresServer server = running;
        if (server == null) {
            try {
                server = launch(Files.createTempDirectory("tenon-postgres-"), false);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            running = server;
        }
        return server;
    }

    /**
     * A further server, for tests that stop and start it; {@link #end} ends it. Its database {@code postgres} is empty.
     *
     * @throws org.opentest4j.TestAbortedException (the test counts as skipped) where the binaries are missing
     * @throws AssertionError                      instead, if the environment says {@code TENON_REQUIRE_DATA=1}
     */
    public static PostgresServer separate() throws IOException {
        TestDatabase.skipIfMissing(DatabaseKind.POSTGRESQL);
        return launch(Files.createTempDirectory("tenon-postgres-"), false);
    }

    /** A further server whose files lie in a folder and stay there: what an earlier one left is there again. */
    public static PostgresServer kept(Path dir) throws IOException {
        return launch(Files.createDirectories(dir).toAbsolutePath(), true);
    }

    private static PostgresServer launch(Path dir, boolean keep) throws IOException {
        Path bin = PostgresBinaries.find().orElseThrow(() -> new IllegalStateException("no PostgreSQL binaries"));
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            // PostgreSQL refuses to run as root.
            Files.setOwner(dir, dir.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres"));
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        int port = freePort();
        command.addAll(List.of("sh", "-c", SCRIPT, "sh", dir.toString(), bin.toString(), Integer.toString(port), keep ? "keep" : ""));
        Process shell = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).directory(new java.io.File("/")).start();
        PostgresServer server = new PostgresServer(port, shell, shell.inputReader(StandardCharsets.UTF_8));
        server.expect("ready", dir);
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The URL of a database of this server. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The role that owns everything; it needs no password. */
    public String user() {
        return USER;
    }

    /** Runs one statement in the maintenance database. */
    public void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url("postgres"), USER, ""); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Stops the server as an outage would; its data stays. Returns when it is down. */
    public void stop() throws IOException {
        say("stop", "stopped");
    }

    /** Starts it again on the same port. Returns when it accepts connections. */
    public void start() throws IOException {
        say("start", "started");
    }

    /** Stops the server for good and removes its files. */
    public void end() throws IOException {
        shell.getOutputStream().close();
    }

    private synchronized void say(String word, String answer) throws IOException {
        shell.getOutputStream().write((word + "\n").getBytes(StandardCharsets.UTF_8));
        shell.getOutputStream().flush();
        expect(answer, Path.of("/"));
    }

    private void expect(String word, Path dir) throws IOException {
        String line = answers.readLine();
        if (!word.equals(line)) {
            throw new IOException("PostgreSQL did not answer '" + word + "' but '" + line + "'; logs in " + dir);
        }
    }
}
