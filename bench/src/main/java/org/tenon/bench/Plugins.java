package org.tenon.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tenon.testkit.DatabaseKind;
import org.tenon.testkit.TestDatabase;
import org.tenon.testkit.source.Administrator;
import org.tenon.testkit.source.Load;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.Tenon;

/** The budgets of plugins: how soon one is there, how long an upgrade is waited for, what many of them cost. */
final class Plugins {

    private static final String NAME = "sample";
    private static final int ROUNDS = 5;
    private static final int UPGRADES = 10;
    private static final Duration POLL = Duration.ofMillis(5);
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final String SOON = "≤ 2,000";

    private final Tenon tenon;
    private final Report report;

    private Plugins(Tenon tenon, Report report) {
        this.tenon = tenon;
        this.report = report;
    }

    /** Measures on an empty system and prints the table. @param many how many are installed for what they cost together; 0 leaves that out */
    static void measure(DatabaseKind kind, int many) throws Exception {
        Report report = new Report(kind, 0);
        if (kind == DatabaseKind.DERBY) {
            try (Tenon tenon = Tenon.start("bench-plugins-derby", Map.of())) {
                new Plugins(tenon, report).run(many);
            }
        } else {
            try (TestDatabase database = TestDatabase.create(kind);
                 Tenon tenon = Tenon.start("bench-plugins-postgresql", Map.of("db.kind", "postgresql", "db.url", database.url(), "db.user", database.user()))) {
                new Plugins(tenon, report).run(many);
            }
        }
        report.print();
    }

    private void run(int many) throws Exception {
        Api api = tenon.admin();
        installs(api, new Administrator(api));
        upgrades(api, new Administrator(api));
        if (many > 0) {
            together(many);
        }
    }

    private void installs(Api api, Administrator admin) {
        List<double[]> times = new ArrayList<>();
        try (MenuListener page = new MenuListener(api)) {
            for (int i = 0; i < ROUNDS; i++) {
                String upload = admin.send(SamplePlugin.of(NAME, "1.0." + i).kar()).get("id").asText();
                page.forget(SamplePlugin.entry(NAME));
                long start = System.nanoTime();
                CompletableFuture<Double> answered = CompletableFuture.supplyAsync(() -> since(start, firstAnswer(api)));
                admin.install(upload).expect(200);
                double command = since(start, System.nanoTime());
                times.add(new double[] {answered.join(), since(start, page.when(SamplePlugin.entry(NAME))), command});
                admin.remove(NAME).expect(200, 204);
            }
        }
        String[] what = {"first answer of its REST path", "menu entry fetched by an open page", "answer to the command"};
        for (int kind = 0; kind < what.length; kind++) {
            int one = kind;
            report.add("install: " + what[kind] + ", the first after the start", times.get(0)[kind], "ms", SOON);
            report.add("install: " + what[kind] + ", median of the next " + (ROUNDS - 1),
                times.stream().skip(1).mapToDouble(time -> time[one]).sorted().toArray()[(ROUNDS - 1) / 2], "ms", SOON);
        }
    }

    private static long firstAnswer(Api api) {
        while (api.get(SamplePlugin.list(NAME) + "?limit=1").status() != 200) {
            LockSupport.parkNanos(POLL.toNanos());
        }
        return System.nanoTime();
    }

    private static double since(long start, long end) {
        return (end - start) / 1e6;
    }

    private void upgrades(Api api, Administrator admin) throws InterruptedException {
        admin.install(SamplePlugin.of(NAME, "2.0.0"));
        admin.install(SamplePlugin.of(NAME, "2.1.0"));
        List<Double> slowest = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < UPGRADES; i++) {
            try (Load load = new Load(4, api, List.of(SamplePlugin.list(NAME) + "?limit=1"))) {
                long warm = load.count() + 50;
                while (load.count() < warm) {
                    LockSupport.parkNanos(POLL.toNanos());
                }
                admin.toVersion(NAME, i % 2 == 0 ? "2.0.0" : "2.1.0");
                slowest.add((double) load.slowest());
                failures.addAll(load.failures());
            }
        }
        slowest.sort(Comparator.naturalOrder());
        report.add("upgrade under 4 connections: longest wait of a request, median of " + UPGRADES, slowest.get(UPGRADES / 2), "ms", "≤ 1,000");
        report.add("upgrade under 4 connections: longest wait of all", slowest.get(UPGRADES - 1), "ms", "≤ 1,000");
        report.add("requests that failed meanwhile", failures.size(), "", "0");
        admin.remove(NAME).expect(200, 204);
    }

    private void together(int many) throws IOException {
        double[] without = starts();
        Administrator admin = new Administrator(tenon.admin());
        List<String> uploads = IntStream.rangeClosed(1, many).mapToObj(i -> admin.send(SamplePlugin.of(NAME + i, "1.0.0").kar()).get("id").asText()).toList();
        double[] times = uploads.stream().mapToDouble(upload -> {
            long start = System.nanoTime();
            admin.install(upload).expect(200);
            return since(start, System.nanoTime());
        }).toArray();
        report.add("install: answer to the command, the last of " + many, times[many - 1], "ms", SOON);
        double[] with = starts();
        report.add("cold start without any", without[0], "ms", "");
        report.add("cold start with " + many, with[0], "ms", "");
        report.add("cold start, more for each of " + many, (with[0] - without[0]) / many, "ms", "≤ 100");
        report.add("start after data/ was wiped, more for each of " + many, (with[1] - without[1]) / many, "ms", "");
        report.add("idle RSS without any", without[2], "MB", "");
        report.add("idle RSS with " + many, with[2], "MB", "");
        report.row("idle memory, more for each of " + many, "%.1f MB".formatted((with[2] - without[2]) / many), "≤ 3 MB");
    }

    /** @return milliseconds of a cold start, of one without the container's memory, and then the idle RSS in MB after another cold start */
    private double[] starts() throws IOException {
        double cold = start(() -> { });
        double wiped = start(() -> clear(tenon.folder().resolve("data")));
        start(() -> { });
        LockSupport.parkNanos(IDLE.toNanos());
        return new double[] {cold, wiped, Memory.residentMegabytes(tenon.pid())};
    }

    private double start(Runnable meanwhile) {
        tenon.stop();
        meanwhile.run();
        long start = System.nanoTime();
        tenon.boot();
        tenon.admin();
        return since(start, System.nanoTime());
    }

    private static void clear(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
