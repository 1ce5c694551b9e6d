package org.tenon.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenon.testkit.DatabaseKind;
import org.tenon.testkit.PostgresServer;
import org.tenon.testkit.process.Tenon;

/** A running Tenon with its database, and how that is loaded. */
final class Site implements AutoCloseable {

    private static final String DATABASE = "postgres";

    private final Tenon tenon;
    private final @Nullable PostgresServer server;
    private final BulkLoad load;

    private Site(Tenon tenon, @Nullable PostgresServer server, BulkLoad load) {
        this.tenon = tenon;
        this.server = server;
        this.load = load;
    }

    /** @param kept a folder that keeps what is loaded; null for one that the next run replaces */
    static Site open(DatabaseKind kind, @Nullable Path kept) throws IOException {
        PostgresServer server = kind == DatabaseKind.DERBY ? null : kept == null ? PostgresServer.separate() : PostgresServer.kept(kept.resolve("postgres"));
        Map<String, String> config = server == null ? Map.of() : Map.of("db.kind", "postgresql", "db.url", server.url(DATABASE), "db.user", server.user());
        Tenon tenon = kept == null ? Tenon.start("bench-" + kind.name().toLowerCase(Locale.ROOT), config) : Tenon.startIn(kept.toAbsolutePath(), config);
        return new Site(tenon, server, server == null ? new DerbyLoad("jdbc:derby:" + tenon.home().resolve("db/tenon")) : new PostgresLoad(server.url(DATABASE), server.user()));
    }

    Tenon tenon() {
        return tenon;
    }

    BulkLoad load() {
        return load;
    }

    /** What an earlier run loaded; null for nothing. */
    @Nullable String loaded() throws IOException {
        return Files.exists(mark()) ? Files.readString(mark()) : null;
    }

    void markLoaded(String content) throws IOException {
        Files.writeString(mark(), content);
    }

    private Path mark() {
        return tenon.home().resolve("bench.txt");
    }

    @Override
    public void close() throws IOException {
        tenon.stop();
        if (server != null) {
            server.end();
        }
    }
}
