package org.tenon.testkit.process;

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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A Tenon that runs as a process of its own, unpacked from the built archive, on a free port. */
public final class Tenon implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(120);

    private final Path java;
    private final Path folder;
    private Path home;
    private final int port;
    private final List<String> options;
    private @Nullable Process process;

    private Tenon(Path java, Path folder, Path home, int port, List<String> options) {
        this.java = java;
        this.folder = folder;
        this.home = home;
        this.port = port;
        this.options = options;
    }

    /**
     * Unpacks the archive named by the system property {@code tenon.archive} and starts it on an empty home.
     *
     * @param name    of its folder under target/; an older one is replaced
     * @param config  lines of conf/tenon.properties; empty for the default, embedded Derby
     * @param options further JVM options, such as {@code -Dtenon.demo=true}
     */
    public static Tenon start(String name, Map<String, String> config, String... options) {
        return startOn(Path.of(System.getProperty("java.home")), name, config, options);
    }

    /** {@link #start} on another Java. @param java its home */
    public static Tenon startOn(Path java, String name, Map<String, String> config, String... options) {
        try {
            Path base = Path.of("target", "tenon", name).toAbsolutePath();
            run("rm", "-rf", base.toString());
            return startIn(java, base, config, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@link #start} in a folder of one's own: the program is unpacked anew, the home of an earlier start is kept. */
    public static Tenon startIn(Path base, Map<String, String> config, String... options) {
        try {
            return startIn(Path.of(System.getProperty("java.home")), base, config, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Tenon startIn(Path java, Path base, Map<String, String> config, String... options) throws IOException {
        Path home = Files.createDirectories(base.resolve("home"));
        Path folder = base.resolve("dist");
        run("rm", "-rf", folder.toString());
        unpack(folder);
        if (!config.isEmpty()) {
            List<String> lines = new ArrayList<>();
            config.forEach((key, value) -> lines.add(key + " = " + value));
            Files.write(Files.createDirectories(home.resolve("conf")).resolve("tenon.properties"), lines);
        }
        Tenon tenon = new Tenon(java, folder, home, freePort(), List.of(options));
        tenon.boot();
        return tenon;
    }

    private static void unpack(Path folder) throws IOException {
        Files.createDirectories(folder);
        run("tar", "xzf", System.getProperty("tenon.archive"), "--strip-components=1", "-C", folder.toString());
    }

    /** Puts a freshly unpacked program in the place of the one that was stopped; the home stays. */
    public void replaceProgram() {
        try {
            run("rm", "-rf", folder.toString());
            unpack(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Moves the home of a stopped one beside where it is. @param name its new one */
    public void moveHome(String name) {
        try {
            home = Files.move(home, home.resolveSibling(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the process again on the same home, after {@link #kill} or {@link #stop}. */
    public void boot() {
        // A child of a background job would inherit that SIGINT is ignored.
        ProcessBuilder builder = new ProcessBuilder("env", "--default-signal=INT", folder.resolve("bin/karaf").toString(), "server")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("out.log").toFile()));
        builder.environment().put("JAVA_HOME", java.toString());
        builder.environment().put("TENON_PORT", Integer.toString(port));
        builder.environment().put("TENON_HOME", home.toString());
        builder.environment().put("EXTRA_JAVA_OPTS", String.join(" ", options));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
        try {
            Await.until("Tenon is ready; see " + folder.resolve("out.log"), START, this::ready);
        } catch (AssertionError late) {
            throw new AssertionError(late.getMessage() + ", which says\n" + complaints(), late);
        }
    }

    /** The log but for what merely informs, as the files may be replaced before anybody reads them. */
    private String complaints() {
        return log().lines().filter(line -> !line.contains(" INFO ")).collect(Collectors.joining("\n"));
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

    public URI base() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public Path home() {
        return home;
    }

    public Path folder() {
        return folder;
    }

    public long pid() {
        return process.pid();
    }

    public String adminPassword() {
        try {
            List<String> lines = Files.readAllLines(home.resolve("conf/first-admin-password.txt"));
            return lines.get(lines.size() - 1).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first administrator, with an API token. */
    public Api admin() {
        return Api.signIn(base(), "admin", adminPassword());
    }

    /** What was logged. */
    public String log() {
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
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        join();
    }

    /** As Ctrl-C in its terminal. */
    public void interrupt() {
        try {
            run("kill", "-INT", Long.toString(process.pid()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        join();
    }

    /** As the system's service manager does it. */
    public void stop() {
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
