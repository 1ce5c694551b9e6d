package org.tenon.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.tenon.testkit.process.Api;

/** Twenty custom fields of customers: five choices, numbers, dates and texts each. Lists can be filtered by the first of each kind but text, and sorted by its number and date. */
final class CustomFields {

    static final List<String> COLUMNS = List.of("record_type", "record_id", "field_key", "pos", "str_val", "num_val", "time_val");
    static final String CHOICE = "xChoice1";
    static final String NUMBER = "xNumber1";

    private static final int EACH = 5;
    private static final List<String> VALUES = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
    private static final ObjectMapper JSON = new ObjectMapper();

    private CustomFields() {
    }

    /** Adds the fields over REST, as an administrator does. */
    static void define(Api admin) {
        List<Map<String, Object>> options = VALUES.stream().map(value -> Map.<String, Object>of("value", value, "labels", "选项" + value)).toList();
        for (int i = 1; i <= EACH; i++) {
            add(admin, "Choice" + i, "choice", i == 1, false, Map.of("options", options));
            add(admin, "Number" + i, "number", i == 1, i == 1, Map.of());
            add(admin, "Date" + i, "date", i == 1, i == 1, Map.of());
            add(admin, "Text" + i, "text", false, false, Map.of());
        }
    }

    private static void add(Api admin, String name, String kind, boolean filter, boolean sort, Map<String, Object> more) {
        Map<String, Object> body = new LinkedHashMap<>(more);
        body.putAll(Map.of("type", "customers.customer", "name", "x" + name, "kind", kind, "labels", name, "filter", filter, "sort", sort));
        admin.post("/api/records/fields", body).expect(201);
    }

    /** The values of customer {@code i}, by field. */
    static Map<String, Object> values(int i) {
        Random random = new Random(i * 17L + 3);
        Map<String, Object> values = new LinkedHashMap<>();
        for (int k = 1; k <= EACH; k++) {
            values.put("xChoice" + k, VALUES.get(random.nextInt(VALUES.size())));
            values.put("xNumber" + k, random.nextInt(1_000_000));
            values.put("xDate" + k, LocalDate.of(2020, 1, 1).plusDays(random.nextInt(2_400)).toString());
            values.put("xText" + k, "文本" + random.nextInt(1_000_000));
        }
        return values;
    }

    /** As the column {@code custom_values} holds them. */
    static String json(int i) throws IOException {
        return JSON.writeValueAsString(values(i));
    }

    /** The rows of {@code records_value} for customer {@code i}, in {@link #COLUMNS}. */
    static void sides(Writer out, int i, long id) throws IOException {
        Map<String, Object> values = values(i);
        List<String> rows = new ArrayList<>();
        rows.add("xChoice1,0," + values.get("xChoice1") + ",,");
        rows.add("xNumber1,0,," + values.get("xNumber1") + ",");
        rows.add("xDate1,0,,," + values.get("xDate1") + " 00:00:00");
        for (String row : rows) {
            out.write("customers.customer," + id + "," + row + "\n");
        }
    }
}
