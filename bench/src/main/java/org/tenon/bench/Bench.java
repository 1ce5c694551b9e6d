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
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.tenon.testkit.DatabaseKind;
import org.tenon.testkit.TestDatabase;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.Await;
import org.tenon.testkit.process.Tenon;

/** Fills a fresh Tenon with customers, runs every scenario and prints one table. */
public final class Bench {

    private Bench() {
    }

    /**
     * @param arguments {@code --size N} customers, {@code --db derby|postgresql}, {@code --seconds N} a scenario, {@code --warm-up N} seconds
     *                  before each, a fifth as much unless given, {@code --custom} for twenty custom fields, {@code --lists} for reading and
     *                  lists alone, {@code --patience N} minutes to wait for the search index and the keys of duplicates; or
     *                  {@code --plugins N} for what plugins cost, N of them together, and nothing else
     */
    public static void main(String[] arguments) throws Exception {
        List<String> given = Arrays.asList(arguments);
        int size = Integer.parseInt(option(given, "--size", "100000"));
        int seconds = Integer.parseInt(option(given, "--seconds", "10"));
        int warmUp = Integer.parseInt(option(given, "--warm-up", Integer.toString(Math.max(1, seconds / 5))));
        DatabaseKind kind = DatabaseKind.valueOf(option(given, "--db", "derby").toUpperCase(java.util.Locale.ROOT));
        if (given.contains("--plugins")) {
            Plugins.measure(kind, Integer.parseInt(option(given, "--plugins", "50")));
            return;
        }
        Plan plan = new Plan(size, seconds, warmUp, given.contains("--custom"), given.contains("--lists"), Duration.ofMinutes(Long.parseLong(option(given, "--patience", "60"))));
        Report report = new Report(kind, size);
        if (kind == DatabaseKind.DERBY) {
            try (Tenon tenon = Tenon.start("bench-derby", Map.of())) {
                Path database = tenon.home().resolve("db/tenon");
                measure(tenon, report, plan, new DerbyLoad("jdbc:derby:" + database));
            }
        } else {
            try (TestDatabase database = TestDatabase.create(kind);
                 Tenon tenon = Tenon.start("bench-postgresql", Map.of("db.kind", "postgresql", "db.url", database.url(), "db.user", database.user()))) {
                measure(tenon, report, plan, new PostgresLoad(database));
            }
        }
        report.print();
    }

    /** @param patience how long at most what follows the tables may take to catch up with the bulk load */
    private record Plan(int size, int seconds, int warmUp, boolean custom, boolean lists, Duration patience) {
    }

    private static void measure(Tenon tenon, Report report, Plan plan, BulkLoad load) throws Exception {
        Company company = Company.found(tenon.admin());
        if (plan.custom()) {
            CustomFields.define(tenon.admin());
        }
        Population population = new Population(company, plan.size(), plan.custom());
        tenon.stop();
        long start = System.nanoTime();
        load.run(population, !plan.lists());
        if (!plan.lists()) {
            forgetIndex(tenon.home().resolve("index"));
        }
        report.note("bulk load of %,d customers: %.0f s".formatted(plan.size(), (System.nanoTime() - start) / 1e9));
        start = System.nanoTime();
        tenon.boot();
        tenon.admin();
        report.add("cold start to the first authenticated answer", (System.nanoTime() - start) / 1e6, "ms", "≤ 10,000");
        if (plan.lists()) {
            report.note("lists alone: what was loaded is neither in the search index nor among the keys of duplicates, which they do not use");
        } else {
            settle(tenon.admin(), plan.patience(), report);
        }
        report.add("idle RSS", Memory.residentMegabytes(tenon.pid()), "MB", "≤ 450");
        Scenarios scenarios = new Scenarios(company, plan.seconds(), plan.warmUp(), report);
        scenarios.read();
        scenarios.lists();
        if (plan.custom()) {
            scenarios.customLists();
        }
        if (!plan.lists()) {
            scenarios.creates();
            scenarios.bulkEdit();
            scenarios.imports();
        }
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

    /** Waits until what follows the change log and the tables has caught up with the bulk load, which went past it, or says that it has not. */
    private static void settle(Api admin, Duration patience, Report report) {
        long start = System.nanoTime();
        follow("search index of the bulk load", start, patience, report, () -> admin.get("/api/search/state").expect(200).json().get("ready").asBoolean());
        follow("duplicate keys of the bulk load", start, patience, report,
            () -> admin.get("/api/jobs?all=true&state=waiting,running&limit=1").expect(200).json().get("items").isEmpty());
    }

    private static void follow(String what, long start, Duration patience, Report report, BooleanSupplier done) {
        Duration left = patience.minusNanos(System.nanoTime() - start);
        boolean reached = !left.isNegative() && reached(what, left, done);
        report.note(what + (reached ? ": %.0f s after the start" : ": **not complete** %.0f s after the start; it went on while the rest was measured")
            .formatted((System.nanoTime() - start) / 1e9));
    }

    private static boolean reached(String what, Duration left, BooleanSupplier done) {
        try {
            Await.until(what, left, done::getAsBoolean);
            return true;
        } catch (AssertionError late) {
            return false;
        }
    }

    private static String option(List<String> given, String name, String otherwise) {
        List<String> all = new ArrayList<>(given);
        int at = all.indexOf(name);
        return at < 0 ? otherwise : all.get(at + 1);
    }
}
