package org.tenon.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.Await;
import org.tenon.testkit.process.Tenon;

/** Writing, one record at a time and many, and what many may take in memory. */
final class Works {

    private static final int IMPORTED = 20_000;
    private static final String TYPE = "customers.customer";

    private final Tenon tenon;
    private final Api admin;
    private final int seconds;
    private final int warmUp;
    private final Report report;

    /** The times are as for {@link Scenarios}. */
    Works(Tenon tenon, Api admin, int seconds, int warmUp, Report report) {
        this.tenon = tenon;
        this.admin = admin;
        this.seconds = seconds;
        this.warmUp = warmUp;
        this.report = report;
    }

    void creates() throws InterruptedException {
        long run = System.nanoTime();
        report.add("create with rules and change log, 8 connections", Clients.run(8, seconds, warmUp, i ->
            admin.post(Scenarios.CUSTOMERS, Map.of("name", "压测" + run + "-" + i, "level", "B")).status() == 201), "Derby ≥ 400/s, PostgreSQL ≥ 1,500/s");
    }

    /** One field of some 11,000 of 100,000 customers, of as great a part of fewer; twice, as the first time warms up. */
    void bulkEdit() throws InterruptedException {
        bulkEdit("first");
        JsonNode job = bulkEdit("second");
        long count = job.at("/result/changed").asLong();
        report.add("bulk edit (%,d rows)".formatted(count), count / took(job), "rows/s", "≥ 800");
    }

    private JsonNode bulkEdit(String value) throws InterruptedException {
        return job("/api/records/bulk", Map.of("type", TYPE, "action", "update", "filter", Map.of("startsWith", Arrays.asList(Map.of("var", "number"), "N5")),
            "values", Map.of("shortName", value)));
    }

    /** Of all customers, and how the process grows meanwhile. */
    void export() throws Exception {
        double before = Memory.residentMegabytes(tenon.pid());
        Memory.Peak peak = Memory.Peak.watch(tenon.pid());
        JsonNode job = job("/api/records/exports", Map.of("type", TYPE, "format", "csv"));
        double most = peak.end();
        long rows = job.at("/result/rows").asLong();
        report.add("export (%,d rows)".formatted(rows), rows / took(job), "rows/s", "");
        report.add("RSS before the export", before, "MB", "");
        report.add("RSS during the export, at most", most, "MB", "flat");
    }

    /** Submits a job and waits for its end. @return the job */
    private JsonNode job(String path, Object body) throws InterruptedException {
        String id = admin.post(path, body).expect(202).json().at("/job/id").asText();
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

    void imports() throws IOException, InterruptedException {
        Path file = Files.createTempFile("import", ".csv");
        StringBuilder rows = new StringBuilder("客户名称,客户等级,来源,电话,联系人,手机\n");
        for (int i = 0; i < IMPORTED; i++) {
            rows.append("导入试验").append(i).append("公司,A,官网,021-").append(60_000_000 + i).append(",王").append(i).append(",1380000")
                .append(String.format("%04d", i)).append('\n');
        }
        Files.writeString(file, rows);
        long start = System.nanoTime();
        int imported = load(file, "skip");
        double took = (System.nanoTime() - start) / 1e9;
        report.add("import with linked contacts and duplicate check (%,d rows)".formatted(imported), imported / took, "rows/s", "Derby ≥ 800 (300 with custom fields), PostgreSQL ≥ 2,000");
        Thread further = new Thread(() -> load(file, "create"));
        further.start();
        Clients.Result lists = Clients.run(2, seconds, 1, i -> Scenarios.ok(admin, Scenarios.CUSTOMERS + "?limit=25&sort=-createdAt"));
        report.add("list of 25 while an import runs, 2 connections", lists, "p99 ≤ 500 ms");
        further.join();
        Files.delete(file);
    }

    /** Uploads and runs it. @return how many records were created */
    private int load(Path file, String duplicates) {
        String id = "/api/records/imports/" + admin.upload("/api/records/imports?type=" + TYPE, file).expect(201).json().get("id").asText();
        admin.patch(id, 0, Map.of("duplicates", duplicates)).expect(200);
        admin.post(id + "/run", Map.of()).expect(200);
        Await.until("the import is done", Duration.ofMinutes(30), () -> admin.get(id + "/progress").expect(200).json().get("state").asText().equals("done"));
        return admin.get(id + "/progress").expect(200).json().at("/counts/created").asInt();
    }
}
