package org.tenon.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.Await;

/** The scenarios of the design's budgets, over HTTP. */
final class Scenarios {

    private static final String CUSTOMERS = "/api/customers/customers";
    private static final int IMPORTED = 5000;
    private static final String PAGE = "p50 ≤ 15, p99 ≤ 80 ms";

    private final Company company;
    private final int seconds;
    private final int warmUp;
    private final Report report;

    /**
     * @param seconds of each scenario
     * @param warmUp  seconds before each, uncounted: the compiler of the JVM works on a new kind of request for thousands of calls
     */
    Scenarios(Company company, int seconds, int warmUp, Report report) {
        this.company = company;
        this.seconds = seconds;
        this.warmUp = warmUp;
        this.report = report;
    }

    void read() throws InterruptedException {
        List<String> paths = new ArrayList<>();
        company.admin().get(CUSTOMERS + "?limit=200").expect(200).json().get("items")
            .forEach(item -> paths.add(CUSTOMERS + "/" + item.get("id").asText()));
        report.add("read one record, 1 connection", Clients.run(1, seconds, warmUp, i -> ok(company.admin(), paths.get(i % paths.size()))), "p50 ≤ 2 ms");
        report.add("read one record, 8 connections", Clients.run(8, seconds, warmUp, i -> ok(company.admin(), paths.get(i % paths.size()))), "≥ 2,500/s");
    }

    void lists() throws InterruptedException {
        String industry = company.admin().get(CUSTOMERS + "?limit=1").expect(200).json().at("/items/0/industry").asText();
        String filter = filter("==", "industry", industry);
        for (Map.Entry<String, Api> persona : personas().entrySet()) {
            String first = CUSTOMERS + "?limit=25&sort=-createdAt";
            list("list of 25, newest first, " + persona.getKey(), persona.getValue(), first, PAGE);
            list("list of 25, by industry, newest first, " + persona.getKey(), persona.getValue(), first + filter, PAGE);
            list("list of 25, by name, " + persona.getKey(), persona.getValue(), CUSTOMERS + "?limit=25&sort=name", PAGE);
        }
    }

    /** Filtered and sorted by custom fields. */
    void customLists() throws InterruptedException {
        JsonNode first = company.admin().get(CUSTOMERS + "?limit=1").expect(200).json().at("/items/0");
        Map<String, String> filters = new LinkedHashMap<>();
        filters.put("custom choice of five records", filter("==", CustomFields.CHOICE, CustomFields.RARE));
        filters.put("custom choice of 1 %", filter("==", CustomFields.CHOICE, CustomFields.HUNDREDTH));
        filters.put("custom choice of 30 %", filter("==", CustomFields.CHOICE, CustomFields.COMMON));
        filters.put("custom number of 1 %", filter("<", CustomFields.NUMBER, 10_000));
        filters.put("custom date of 30 %", filter(">=", CustomFields.DATE, CustomFields.late()));
        filters.put("custom reference", filter("==", CustomFields.REFERENCE, first.get(CustomFields.REFERENCE).asText()));
        for (Map.Entry<String, Api> persona : personas().entrySet()) {
            for (Map.Entry<String, String> filter : filters.entrySet()) {
                list("list of 25, " + filter.getKey() + ", newest first, " + persona.getKey(), persona.getValue(), CUSTOMERS + "?limit=25&sort=-createdAt" + filter.getValue(), "p50 ≤ 40 ms");
            }
            list("list of 25, by custom number, " + persona.getKey(), persona.getValue(), CUSTOMERS + "?limit=25&sort=" + CustomFields.NUMBER, PAGE);
        }
    }

    private Map<String, Api> personas() {
        Map<String, Api> personas = new LinkedHashMap<>();
        personas.put("administrator", company.admin());
        personas.put("owner of 200", company.owner());
        personas.put("department and below", company.manager());
        personas.put("team share only", company.teamMember());
        return personas;
    }

    private static String filter(String operator, String field, Object value) {
        return "&filter=" + Api.encode(Map.of(operator, List.of(Map.of("var", field), value)));
    }

    /** The first ten pages in turn, each by its cursor. */
    private void list(String what, Api persona, String query, String budget) throws InterruptedException {
        List<String> pages = new ArrayList<>(List.of(query));
        JsonNode page = persona.get(query).expect(200).json();
        while (pages.size() < 10 && !page.get("next").isNull()) {
            pages.add(query + "&cursor=" + Api.encode(page.get("next").asText()));
            page = persona.get(pages.get(pages.size() - 1)).expect(200).json();
        }
        report.add(what, Clients.run(1, seconds, warmUp, i -> ok(persona, pages.get(i % pages.size()))), budget);
    }

    void creates() throws InterruptedException {
        long run = System.nanoTime();
        report.add("create with rules and change log, 8 connections", Clients.run(8, seconds, warmUp, i ->
            company.admin().post(CUSTOMERS, Map.of("name", "压测" + run + "-" + i, "level", "B")).status() == 201), "Derby ≥ 400/s, PostgreSQL ≥ 1,500/s");
    }

    /** One field of all customers, or of one city's where there are more than 10,000; twice, as the first time warms up. */
    void bulkEdit() throws InterruptedException {
        JsonNode all = company.admin().get(CUSTOMERS + "?limit=1&total=true").expect(200).json();
        Map<String, Object> edited = !all.at("/total/capped").asBoolean() ? Map.of("!=", Arrays.asList(Map.of("var", "name"), null))
            : Map.of("startsWith", List.of(Map.of("var", "name"), all.at("/items/0/name").asText().substring(0, 2)));
        long count = company.admin().get(CUSTOMERS + "?limit=1&total=true&filter=" + Api.encode(edited)).expect(200).json().at("/total/count").asLong();
        bulkEdit(edited, "first");
        double took = bulkEdit(edited, "second");
        report.add("bulk edit (%,d rows)".formatted(count), count / took, "rows/s", "≥ 800");
    }

    /** @return seconds from the job's start to its end */
    private double bulkEdit(Map<String, Object> filter, String value) throws InterruptedException {
        String id = company.admin().post("/api/records/bulk", Map.of("type", "customers.customer", "action", "update", "filter", filter,
            "values", Map.of("shortName", value))).expect(202).json().at("/job/id").asText();
        JsonNode job = company.admin().get("/api/jobs/" + id).expect(200).json();
        while (job.get("endedAt").isNull()) {
            TimeUnit.MILLISECONDS.sleep(100);
            job = company.admin().get("/api/jobs/" + id).expect(200).json();
        }
        if (!job.get("state").asText().equals("succeeded")) {
            throw new IllegalStateException(job.toString());
        }
        return Duration.between(Instant.parse(job.get("startedAt").asText()), Instant.parse(job.get("endedAt").asText())).toMillis() / 1000.0;
    }

    void imports() throws Exception {
        Path file = Files.createTempFile("import", ".csv");
        StringBuilder rows = new StringBuilder("客户名称,客户等级,来源,电话,联系人,手机\n");
        for (int i = 0; i < IMPORTED; i++) {
            rows.append("导入试验").append(i).append("公司,A,官网,021-").append(60_000_000 + i).append(",王").append(i).append(",1380000")
                .append(String.format("%04d", i)).append('\n');
        }
        Files.writeString(file, rows);
        Thread reader = new Thread(() -> alongside(file));
        long start = System.nanoTime();
        int imported = load(file, "skip");
        double took = (System.nanoTime() - start) / 1e9;
        report.add("import with linked contacts and duplicate check (" + imported + " rows)", imported / took, "rows/s", "Derby ≥ 800, PostgreSQL ≥ 2,000");
        reader.start();
        Clients.Result lists = Clients.run(2, seconds, 1, i -> ok(company.admin(), CUSTOMERS + "?limit=25&sort=-createdAt"));
        report.add("list of 25 while an import runs, 2 connections", lists, "p99 ≤ 500 ms");
        reader.join();
        Files.delete(file);
    }

    private void alongside(Path file) {
        load(file, "create");
    }

    /** Uploads and runs it. @return how many records were created */
    private int load(Path file, String duplicates) {
        Api api = company.admin();
        String id = "/api/records/imports/" + api.upload("/api/records/imports?type=customers.customer", file).expect(201).json().get("id").asText();
        api.patch(id, 0, Map.of("duplicates", duplicates)).expect(200);
        api.post(id + "/run", Map.of()).expect(200);
        Await.until("the import is done", Duration.ofMinutes(30), () -> api.get(id + "/progress").expect(200).json().get("state").asText().equals("done"));
        return api.get(id + "/progress").expect(200).json().at("/counts/created").asInt();
    }

    private static boolean ok(Api api, String path) {
        return api.get(path).status() == 200;
    }
}
