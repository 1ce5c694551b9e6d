package org.tenon.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Tenon that runs as a process of its own, unpacked from the built archive, on a free port. */
final class Tenon implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(120);

    private final Path folder;
    private final Path home;
    private final int port;
    private final List<String> options;
    private Process process;

    private Tenon(Path folder, Path home, int port, List<String> options) {
        this.folder = folder;
        this.home = home;
        this.port = port;
        this.options = options;
    }

    /**
     * Unpacks and starts one on an empty home.
     *
     * @param name    of its folder under target/; an older one is replaced
     * @param config  lines of conf/tenon.properties; empty for the default, embedded Derby
     * @param options further JVM options, such as {@code -Dtenon.demo=true}
     */
    static Tenon start(String name, Map<String, String> config, String... options) {
        try {
            Path base = Path.of("target", "tenon", name).toAbsolutePath();
            run("rm", "-rf", base.toString());
            Path home = Files.createDirectories(base.resolve("home"));
            Path folder = Files.createDirectories(base.resolve("dist"));
            run("tar", "xzf", System.getProperty("tenon.archive"), "--strip-components=1", "-C", folder.toString());
            if (!config.isEmpty()) {
                List<String> lines = new ArrayList<>();
                config.forEach((key, value) -> lines.add(key + " = " + value));
                Files.write(Files.createDirectories(home.resolve("conf")).resolve("tenon.properties"), lines);
            }
            int port = freePort();
            Path web = folder.resolve("etc/org.ops4j.pax.web.cfg");
            List<String> lines = new ArrayList<>(Files.readAllLines(web));
            lines.removeIf(line -> line.replace(" ", "").startsWith("org.osgi.service.http.port="));
            lines.add("org.osgi.service.http.port = " + port);
            Files.write(web, lines);
            Tenon tenon = new Tenon(folder, home, port, List.of(options));
            tenon.boot();
            return tenon;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the process again on the same home, after {@link #kill} or {@link #stop}. */
    void boot() {
        ProcessBuilder builder = new ProcessBuilder(folder.resolve("bin/karaf").toString(), "server").redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("out.log").toFile()));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("KARAF_EXEC", "exec");
        builder.environment().put("TENON_HOME", home.toString());
        builder.environment().put("EXTRA_JAVA_OPTS", "-Xmx512m " + String.join(" ", options));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
        Await.until("Tenon is ready; see " + folder.resolve("out.log"), START, this::ready);
    }

    private boolean ready() {
        if (!process.isAlive()) {
            throw new AssertionError("Tenon ended while starting; see " + folder.resolve("out.log"));
        }
        try {
            return Api.anonymous(base()).get("/api/web/health").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + port);
    }

    Path home() {
        return home;
    }

    Path folder() {
        return folder;
    }

    long pid() {
        return process.pid();
    }

    String adminPassword() {
        try {
            List<String> lines = Files.readAllLines(home.resolve("conf/first-admin-password.txt"));
            return lines.get(lines.size() - 1).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first administrator, with an API token. */
    Api admin() {
        return Api.signIn(base(), "admin", adminPassword());
    }

    /** What was logged. */
    String log() {
        try {
            Path file = folder.resolve("data/log/tenon.log");
            Path karaf = folder.resolve("data/log/karaf.log");
            return Files.readString(folder.resolve("out.log")) + (Files.exists(file) ? Files.readString(file) : "")
                + (Files.exists(karaf) ? Files.readString(karaf) : "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As pulling the plug. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        join();
    }

    /** As Ctrl-C. */
    void stop() {
        process.destroy();
        join();
    }

    private void join() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("did not stop within 30 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void run(String... command) throws IOException {
        try {
            if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
                throw new IOException("failed: " + String.join(" ", command));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
