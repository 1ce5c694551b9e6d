package org.tenon.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tenon.testkit.DatabaseKind;
import org.tenon.testkit.TestDatabase;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.Await;
import org.tenon.testkit.process.Tenon;

/** Fills a fresh Tenon with customers, runs every scenario and prints one table. */
public final class Bench {

    private static final Duration CATCH_UP = Duration.ofHours(1);

    private Bench() {
    }

    /**
     * @param arguments {@code --size N} customers, {@code --db derby|postgresql}, {@code --seconds N} a scenario, {@code --warm-up N} seconds
     *                  before each, a fifth as much unless given, {@code --custom} for twenty custom fields
     */
    public static void main(String[] arguments) throws Exception {
        List<String> given = Arrays.asList(arguments);
        int size = Integer.parseInt(option(given, "--size", "100000"));
        int seconds = Integer.parseInt(option(given, "--seconds", "10"));
        int warmUp = Integer.parseInt(option(given, "--warm-up", Integer.toString(Math.max(1, seconds / 5))));
        DatabaseKind kind = DatabaseKind.valueOf(option(given, "--db", "derby").toUpperCase(java.util.Locale.ROOT));
        boolean custom = given.contains("--custom");
        Report report = new Report(kind, size);
        if (kind == DatabaseKind.DERBY) {
            try (Tenon tenon = Tenon.start("bench-derby", Map.of())) {
                Path database = tenon.home().resolve("db/tenon");
                measure(tenon, report, size, seconds, warmUp, custom, new DerbyLoad("jdbc:derby:" + database));
            }
        } else {
            try (TestDatabase database = TestDatabase.create(kind);
                 Tenon tenon = Tenon.start("bench-postgresql", Map.of("db.kind", "postgresql", "db.url", database.url(), "db.user", database.user()))) {
                measure(tenon, report, size, seconds, warmUp, custom, new PostgresLoad(database));
            }
        }
        report.print();
    }

    private static void measure(Tenon tenon, Report report, int size, int seconds, int warmUp, boolean custom, BulkLoad load) throws Exception {
        Company company = Company.found(tenon.admin());
        if (custom) {
            CustomFields.define(tenon.admin());
        }
        Population population = new Population(company, size, custom);
        tenon.stop();
        long start = System.nanoTime();
        load.run(population);
        forgetIndex(tenon.home().resolve("index"));
        report.note("bulk load of %,d customers: %.0f s".formatted(size, (System.nanoTime() - start) / 1e9));
        start = System.nanoTime();
        tenon.boot();
        tenon.admin();
        report.add("cold start to the first authenticated answer", (System.nanoTime() - start) / 1e6, "ms", "≤ 10,000");
        settle(tenon.admin(), report);
        report.add("idle RSS", Memory.residentMegabytes(tenon.pid()), "MB", "≤ 450");
        Scenarios scenarios = new Scenarios(company, seconds, warmUp, report);
        scenarios.read();
        scenarios.lists();
        if (custom) {
            scenarios.customLists();
        }
        scenarios.creates();
        scenarios.bulkEdit();
        scenarios.imports();
        report.add("RSS after all of it", Memory.residentMegabytes(tenon.pid()), "MB", "");
    }

    /** The next start builds it from the tables. */
    private static void forgetIndex(Path index) throws IOException {
        try (Stream<Path> files = Files.walk(index)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).filter(each -> !each.equals(index)).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Waits until what follows the change log and the tables has caught up with the bulk load, which went past it. */
    private static void settle(Api admin, Report report) {
        long start = System.nanoTime();
        Await.until("the search index holds every record", CATCH_UP, () -> admin.get("/api/search/state").expect(200).json().get("ready").asBoolean());
        report.note("search index of the bulk load: %.0f s after the start".formatted((System.nanoTime() - start) / 1e9));
        Await.until("no job runs", CATCH_UP,
            () -> admin.get("/api/jobs?all=true&state=waiting,running&limit=1").expect(200).json().get("items").isEmpty());
        report.note("duplicate keys of the bulk load: %.0f s after the start".formatted((System.nanoTime() - start) / 1e9));
    }

    private static String option(List<String> given, String name, String otherwise) {
        List<String> all = new ArrayList<>(given);
        int at = all.indexOf(name);
        return at < 0 ? otherwise : all.get(at + 1);
    }
}
