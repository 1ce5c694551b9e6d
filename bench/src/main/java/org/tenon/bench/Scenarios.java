package org.tenon.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tenon.testkit.process.Api;

/** Reading one record and lists, over HTTP. */
final class Scenarios {

    static final String CUSTOMERS = "/api/customers/customers";
    private static final String PAGE = "p50 ≤ 15, p99 ≤ 80 ms";

    private final Personas personas;
    private final int seconds;
    private final int warmUp;
    private final Report report;

    /**
     * @param seconds of each scenario
     * @param warmUp  seconds before each, uncounted: the compiler of the JVM works on a new kind of request for thousands of calls
     */
    Scenarios(Personas personas, int seconds, int warmUp, Report report) {
        this.personas = personas;
        this.seconds = seconds;
        this.warmUp = warmUp;
        this.report = report;
    }

    void read() throws InterruptedException {
        List<String> paths = new ArrayList<>();
        personas.admin().get(CUSTOMERS + "?limit=200").expect(200).json().get("items")
            .forEach(item -> paths.add(CUSTOMERS + "/" + item.get("id").asText()));
        report.add("read one record, 1 connection", Clients.run(1, seconds, warmUp, i -> ok(personas.admin(), paths.get(i % paths.size()))), "p50 ≤ 2 ms");
        report.add("read one record, 8 connections", Clients.run(8, seconds, warmUp, i -> ok(personas.admin(), paths.get(i % paths.size()))), "≥ 2,500/s");
    }

    void lists() throws InterruptedException {
        String industry = personas.admin().get(CUSTOMERS + "?limit=1").expect(200).json().at("/items/0/industry").asText();
        String filter = filter("==", "industry", industry);
        for (Map.Entry<String, Api> persona : personas.named().entrySet()) {
            String first = CUSTOMERS + "?limit=25&sort=-createdAt";
            list("list of 25, newest first, " + persona.getKey(), persona.getValue(), first, PAGE);
            list("list of 25, by industry, newest first, " + persona.getKey(), persona.getValue(), first + filter, PAGE);
            list("list of 25, by name, " + persona.getKey(), persona.getValue(), CUSTOMERS + "?limit=25&sort=name", PAGE);
        }
    }

    /** Filtered and sorted by custom fields. */
    void customLists() throws InterruptedException {
        JsonNode first = personas.admin().get(CUSTOMERS + "?limit=1").expect(200).json().at("/items/0");
        Map<String, String> filters = new LinkedHashMap<>();
        filters.put("custom choice of five records", filter("==", CustomFields.CHOICE, CustomFields.RARE));
        filters.put("custom choice of 1 %", filter("==", CustomFields.CHOICE, CustomFields.HUNDREDTH));
        filters.put("custom choice of 30 %", filter("==", CustomFields.CHOICE, CustomFields.COMMON));
        filters.put("custom number of 1 %", filter("<", CustomFields.NUMBER, 10_000));
        filters.put("custom date of 30 %", filter(">=", CustomFields.DATE, CustomFields.late()));
        filters.put("custom reference", filter("==", CustomFields.REFERENCE, first.get(CustomFields.REFERENCE).asText()));
        for (Map.Entry<String, Api> persona : personas.named().entrySet()) {
            for (Map.Entry<String, String> filter : filters.entrySet()) {
                list("list of 25, " + filter.getKey() + ", newest first, " + persona.getKey(), persona.getValue(), CUSTOMERS + "?limit=25&sort=-createdAt" + filter.getValue(), "p50 ≤ 40 ms");
            }
            list("list of 25, by custom number, " + persona.getKey(), persona.getValue(), CUSTOMERS + "?limit=25&sort=" + CustomFields.NUMBER, PAGE);
        }
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

    static boolean ok(Api api, String path) {
        return api.get(path).status() == 200;
    }
}
