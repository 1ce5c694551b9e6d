package org.tenon.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.tenon.testkit.DatabaseKind;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.Await;
import org.tenon.testkit.process.Tenon;

/** Fills a Tenon with customers, runs every scenario and prints one table. */
public final class Bench {

    private Bench() {
    }

    /**
     * @param arguments {@code --size N} customers, {@code --db derby|postgresql}, {@code --seconds N} a scenario, {@code --warm-up N} seconds
     *                  before each, a fifth as much unless given, {@code --custom} for twenty custom fields, {@code --bare} to make neither search
     *                  index nor keys of duplicates of what is loaded, {@code --patience N} minutes to wait for these otherwise, {@code --home DIR}
     *                  to load into a folder that is kept: the first run loads and ends, each further one measures, {@code --only PART,…} to
     *                  measure some of {@link Part}, {@code --imported N} rows of the import; or {@code --plugins N} for what plugins cost, N of
     *                  them together, and nothing else
     */
    public static void main(String[] arguments) throws Exception {
        List<String> given = Arrays.asList(arguments);
        int size = Integer.parseInt(option(given, "--size", "100000"));
        int seconds = Integer.parseInt(option(given, "--seconds", "10"));
        int warmUp = Integer.parseInt(option(given, "--warm-up", Integer.toString(Math.max(1, seconds / 5))));
        DatabaseKind kind = DatabaseKind.valueOf(option(given, "--db", "derby").toUpperCase(Locale.ROOT));
        if (given.contains("--plugins")) {
            Plugins.measure(kind, Integer.parseInt(option(given, "--plugins", "50")));
            return;
        }
        Plan plan = new Plan(size, seconds, warmUp, given.contains("--custom"), given.contains("--bare"), Duration.ofMinutes(Long.parseLong(option(given, "--patience", "60"))),
            Part.of(option(given, "--only", "")), Integer.parseInt(option(given, "--imported", "20000")));
        String home = option(given, "--home", "");
        Report report = new Report(kind, size);
        try (Site site = Site.open(kind, home.isEmpty() ? null : Path.of(home))) {
            String loaded = site.loaded();
            if (loaded == null) {
                load(site, plan, report);
                site.markLoaded(plan.content());
            } else if (!loaded.equals(plan.content())) {
                throw new IllegalArgumentException("%s holds %s, not %s".formatted(home, loaded, plan.content()));
            }
            if (loaded != null || home.isEmpty()) {
                measure(site.tenon(), report, plan);
            }
            report.print();
        }
    }

    /** @param patience how long at most what follows the tables may take to catch up with the bulk load */
    private record Plan(int size, int seconds, int warmUp, boolean custom, boolean bare, Duration patience, Set<Part> parts, int imported) {

        /** What a Tenon loaded by it holds. */
        String content() {
            return "%d customers%s%s".formatted(size, custom ? " with custom fields" : "", bare ? ", bare" : "");
        }
    }

    private static void load(Site site, Plan plan, Report report) throws Exception {
        Tenon tenon = site.tenon();
        Company company = Company.found(tenon.admin());
        if (plan.custom()) {
            CustomFields.define(tenon.admin());
        }
        tenon.stop();
        long start = System.nanoTime();
        site.load().run(new Population(company, plan.size(), plan.custom()), !plan.bare());
        if (!plan.bare()) {
            forgetIndex(tenon.home().resolve("index"));
        }
        report.note("bulk load of %,d customers: %.0f s".formatted(plan.size(), (System.nanoTime() - start) / 1e9));
        tenon.boot();
        if (!plan.bare()) {
            settle(tenon.admin(), plan.patience(), report);
        }
    }

    private static void measure(Tenon tenon, Report report, Plan plan) throws Exception {
        tenon.stop();
        long start = System.nanoTime();
        tenon.boot();
        Api admin = tenon.admin();
        report.add("cold start to the first authenticated answer", (System.nanoTime() - start) / 1e6, "ms", "≤ 10,000");
        report.add("idle RSS", Memory.residentMegabytes(tenon.pid()), "MB", "≤ 450");
        Scenarios scenarios = new Scenarios(Personas.of(admin), plan.seconds(), plan.warmUp(), report);
        Works works = new Works(tenon, admin, plan.seconds(), plan.warmUp(), plan.imported(), report);
        for (Part part : plan.parts()) {
            switch (part) {
                case READ -> scenarios.read();
                case LISTS -> scenarios.lists();
                case CUSTOM -> {
                    if (plan.custom()) {
                        scenarios.customLists();
                    }
                }
                case CREATES -> works.creates();
                case BULK -> works.bulkEdit();
                case EXPORT -> works.export();
                case IMPORT -> works.imports();
            }
        }
        if (plan.bare()) {
            report.note("bare: what was loaded is neither in the search index nor among the keys of duplicates; lists use neither, an import compares with what came after the load");
        }
        report.add("RSS after all of it", Memory.residentMegabytes(tenon.pid()), "MB", "");
    }

    /** What is measured, in this order. */
    private enum Part {
        READ, LISTS, CUSTOM, CREATES, BULK, EXPORT, IMPORT;

        /** @param names separated by commas; empty for all */
        static Set<Part> of(String names) {
            return names.isEmpty() ? EnumSet.allOf(Part.class)
                : EnumSet.copyOf(Arrays.stream(names.split(",")).map(name -> valueOf(name.toUpperCase(Locale.ROOT))).toList());
        }
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
        int at = given.indexOf(name);
        return at < 0 ? otherwise : given.get(at + 1);
    }
}
