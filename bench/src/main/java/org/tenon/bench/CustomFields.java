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
import org.tenon.sdk.record.RecordId;
import org.tenon.testkit.process.Api;

/**
 * Twenty custom fields of customers: five choices, numbers and dates each, four texts and a reference. Lists can be filtered by the first of each kind
 * but text, and sorted by its number and date. The first choice has a value of five customers, others of a hundredth and of three tenths of them.
 */
final class CustomFields {

    static final List<String> COLUMNS = List.of("record_type", "record_id", "field_key", "pos", "str_val", "num_val", "time_val");
    static final String CHOICE = "xChoice1";
    static final String NUMBER = "xNumber1";
    static final String DATE = "xDate1";
    static final String REFERENCE = "xReference";
    static final String RARE = "a";
    static final String HUNDREDTH = "b";
    static final String COMMON = "c";

    private static final int EACH = 5;
    private static final String TYPE = "customers.customer";
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);
    private static final int DAYS = 2_400;
    private static final int RARE_ONES = 5;
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
            if (i < EACH) {
                add(admin, "Text" + i, "text", false, false, Map.of());
            }
        }
        add(admin, "Reference", "reference", true, false, Map.of("reference", TYPE));
    }

    private static void add(Api admin, String name, String kind, boolean filter, boolean sort, Map<String, Object> more) {
        Map<String, Object> body = new LinkedHashMap<>(more);
        body.putAll(Map.of("type", TYPE, "name", "x" + name, "kind", kind, "labels", name, "filter", filter, "sort", sort));
        admin.post("/api/records/fields", body).expect(201);
    }

    /** The values of customer {@code i} of all, by field; ten customers on average refer to the same one. */
    static Map<String, Object> values(Population all, int i) {
        Random random = new Random(i * 17L + 3);
        Map<String, Object> values = new LinkedHashMap<>();
        for (int k = 1; k <= EACH; k++) {
            values.put("xChoice" + k, VALUES.get(random.nextInt(VALUES.size())));
            values.put("xNumber" + k, random.nextInt(1_000_000));
            values.put("xDate" + k, FIRST_DAY.plusDays(random.nextInt(DAYS)).toString());
            if (k < EACH) {
                values.put("xText" + k, "文本" + random.nextInt(1_000_000));
            }
        }
        values.put(CHOICE, choice(random.nextInt(100), i % Math.max(1, all.size() / RARE_ONES) == 0));
        values.put(REFERENCE, RecordId.text(all.id(random.nextInt(Math.max(1, all.size() / 10)))));
        return values;
    }

    private static String choice(int percent, boolean rare) {
        if (rare) {
            return RARE;
        }
        return percent < 30 ? COMMON : percent == 30 ? HUNDREDTH : VALUES.get(3 + percent % 7);
    }

    /** A day behind which three tenths of the dates lie. */
    static String late() {
        return FIRST_DAY.plusDays(DAYS * 7L / 10).toString();
    }

    /** As the column {@code custom_values} holds them. */
    static String json(Population all, int i) throws IOException {
        return JSON.writeValueAsString(values(all, i));
    }

    /** The rows of {@code records_value} for customer {@code i}, in {@link #COLUMNS}. */
    static void sides(Writer out, Population all, int i) throws IOException {
        Map<String, Object> values = values(all, i);
        List<String> rows = new ArrayList<>();
        rows.add(CHOICE + ",0," + values.get(CHOICE) + ",,");
        rows.add(NUMBER + ",0,," + values.get(NUMBER) + ",");
        rows.add(DATE + ",0,,," + values.get(DATE) + " 00:00:00");
        rows.add(REFERENCE + ",0," + values.get(REFERENCE) + ",,");
        for (String row : rows) {
            out.write(TYPE + "," + all.id(i) + "," + row + "\n");
        }
    }
}
