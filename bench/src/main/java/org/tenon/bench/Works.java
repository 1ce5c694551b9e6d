package org.tenon.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.Await;
import org.tenon.testkit.process.Tenon;

/** Writing, one record at a time and many, and what many may take in memory. */
final class Works {

    private static final String TYPE = "customers.customer";
    /** A ninth of the customers of a load. */
    private static final Map<String, Object> NINTH = Map.of("startsWith", List.of(Map.of("var", "number"), "N5"));
    private static final Set<String> ACTIVE = Set.of("waiting", "running");

    private final Tenon tenon;
    private final Api admin;
    private final int seconds;
    private final int warmUp;
    private final int imported;
    private final Report report;

    /**
     * The times are as for {@link Scenarios}.
     *
     * @param imported rows of the import
     */
    Works(Tenon tenon, Api admin, int seconds, int warmUp, int imported, Report report) {
        this.tenon = tenon;
        this.admin = admin;
        this.seconds = seconds;
        this.warmUp = warmUp;
        this.imported = imported;
        this.report = report;
    }

    void creates() throws InterruptedException {
        long run = System.nanoTime();
        report.add("create with rules and change log, 8 connections", Clients.run(8, seconds, warmUp, i ->
            admin.post(Scenarios.CUSTOMERS, Map.of("name", "压测" + run + "-" + i, "level", "B")).status() == 201), "Derby ≥ 400/s, PostgreSQL ≥ 1,500/s");
    }

    /** One field of a ninth of the customers; twice, as the first time warms up. */
    void bulkEdit() throws InterruptedException {
        bulkEdit("first");
        JsonNode job = bulkEdit("second");
        long count = job.at("/result/changed").asLong();
        report.add("bulk edit (%,d rows)".formatted(count), count / took(job), "rows/s", "≥ 800");
    }

    private JsonNode bulkEdit(String value) throws InterruptedException {
        return ended(admin.post("/api/records/bulk", Map.of("type", TYPE, "action", "update", "filter", NINTH, "values", Map.of("shortName", value))).expect(202).json().at("/job/id").asText());
    }

    /** Of all customers up to 10,000, of a ninth where there are more; and how the process grows meanwhile. */
    void export() throws Exception {
        double before = Memory.residentMegabytes(tenon.pid());
        Memory.Peak peak = Memory.Peak.watch(tenon.pid());
        boolean many = admin.get(Scenarios.CUSTOMERS + "?limit=1&total=true").expect(200).json().at("/total/capped").asBoolean();
        Map<String, Object> order = many ? Map.of("type", TYPE, "format", "csv", "filter", NINTH) : Map.of("type", TYPE, "format", "csv");
        JsonNode job = ended(admin.post("/api/records/exports", order).expect(202).json().get("id").asText());
        double most = peak.end();
        long rows = job.at("/result/rows").asLong();
        report.add("export (%,d rows)".formatted(rows), rows / took(job), "rows/s", "");
        report.add("RSS before the export", before, "MB", "");
        report.add("RSS during the export, at most", most, "MB", "flat");
    }

    /** Waits for a job's end. @return the job */
    private JsonNode ended(String id) throws InterruptedException {
        JsonNode job = admin.get("/api/jobs/" + id).expect(200).json();
        while (job.get("endedAt").isNull()) {
            TimeUnit.MILLISECONDS.sleep(100);
            job = admin.get("/api/jobs/" + id).expect(200).json();
        }
        if (!job.get("state").asText().equals("succeeded")) {
            throw new IllegalStateException(job.toString());
        }
        return job;
    }

    /** Seconds from the job's start to its end. */
    private static double took(JsonNode job) {
        return Duration.between(Instant.parse(job.get("startedAt").asText()), Instant.parse(job.get("endedAt").asText())).toMillis() / 1000.0;
    }

    /** Rows that are new; then the same once more, for the lists that are read meanwhile. */
    void imports() throws IOException, InterruptedException {
        String run = Long.toString(System.currentTimeMillis() % 100_000_000, Character.MAX_RADIX);
        Path file = Files.createTempFile("import", ".csv");
        try (Writer rows = Files.newBufferedWriter(file)) {
            rows.write("客户名称,客户等级,来源,电话,联系人,手机\n");
            for (int i = 0; i < imported; i++) {
                rows.write("导入试验%s%d公司,A,官网,021-%d,王%d,138%08d\n".formatted(run, i, 60_000_000 + i, i, i));
            }
        }
        double before = Memory.residentMegabytes(tenon.pid());
        Memory.Peak peak = Memory.Peak.watch(tenon.pid());
        long start = System.nanoTime();
        String id = begin(file, "skip");
        done(id);
        double took = (System.nanoTime() - start) / 1e9;
        int created = admin.get(id + "/progress").expect(200).json().at("/counts/created").asInt();
        report.add("import with linked contacts and duplicate check (%,d rows)".formatted(created), created / took, "rows/s", "Derby ≥ 800 (300 with custom fields), PostgreSQL ≥ 2,000");
        report.row("RSS before and during the import, at most", "%,.0f and %,.0f MB".formatted(before, peak.end()), "");
        String further = begin(file, "create");
        report.add("list of 25 while an import runs, 2 connections", Clients.run(2, seconds, 1, i -> Scenarios.ok(admin, Scenarios.CUSTOMERS + "?limit=25&sort=-createdAt")), "p99 ≤ 500 ms");
        if (admin.get(further + "/progress").expect(200).json().get("state").asText().equals("done")) {
            report.note("the import ended before the lists beside it were measured: --imported more");
        } else {
            admin.post(further + "/cancel", Map.of()).expect(200);
            done(further);
        }
        Files.delete(file);
    }

    /** Uploads it and has it run. @return the import's address */
    private String begin(Path file, String duplicates) {
        String id = "/api/records/imports/" + admin.upload("/api/records/imports?type=" + TYPE, file).expect(201).json().get("id").asText();
        admin.patch(id, 0, Map.of("duplicates", duplicates)).expect(200);
        admin.post(id + "/run", Map.of()).expect(200);
        return id;
    }

    private void done(String id) {
        Await.until("the import is done", Duration.ofMinutes(30), () -> !ACTIVE.contains(admin.get(id + "/progress").expect(200).json().get("state").asText()));
    }
}
