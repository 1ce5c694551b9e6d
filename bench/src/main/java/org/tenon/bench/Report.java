package org.tenon.bench;

import java.util.ArrayList;
import java.util.List;
import org.tenon.testkit.DatabaseKind;

/** The results beside their budgets, as a Markdown table. */
final class Report {

    private final DatabaseKind kind;
    private final int size;
    private final List<String> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Report(DatabaseKind kind, int size) {
        this.kind = kind;
        this.size = size;
    }

    void note(String text) {
        notes.add(text);
        System.err.println(text);
    }

    void add(String what, double value, String unit, String budget) {
        row(what, "%,.0f %s".formatted(value, unit), budget);
    }

    /** @param result sorted milliseconds and the rate */
    void add(String what, Clients.Result result, String budget) {
        row(what, "p50 %.1f ms, p99 %.1f ms, %,.0f/s%s".formatted(result.percentile(50), result.percentile(99), result.perSecond(),
            result.failed() == 0 ? "" : ", **" + result.failed() + " failed**"), budget);
    }

    void row(String what, String value, String budget) {
        String row = "| " + what + " | " + value + " | " + budget + " |";
        rows.add(row);
        System.err.println(row);
    }

    void print() {
        System.out.printf("%n%s, %,d customers, %d cores, Java %s%n%n", kind == DatabaseKind.DERBY ? "Derby (embedded)" : "PostgreSQL", size,
            Runtime.getRuntime().availableProcessors(), System.getProperty("java.version"));
        System.out.println("| what | measured | budget |\n|---|---|---|");
        rows.forEach(System.out::println);
        notes.forEach(note -> System.out.println("\n" + note));
    }
}
