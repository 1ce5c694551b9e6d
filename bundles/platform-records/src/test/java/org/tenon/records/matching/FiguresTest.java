package org.tenon.records.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tenon.records.matching.Figures.Pair;
import org.tenon.records.sample.Company;
import org.tenon.records.sample.Person;

/** How many duplicates are found, and how many of those found are some, on data that others made. Points and thresholds know neither file. */
class FiguresTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A record that was copied twice makes three pairs: its copies are duplicates of each other, too. Rows that an import refuses are left out;
     * they are spoilt copies of others.
     */
    @Test
    void chineseCompanies() throws IOException {
        Map<String, Map<String, Object>> rows = rows(SharedData.file("customers-zh/customers-utf8bom.csv"), "客户编号", row -> values(
                "name", row.get("客户名称"), "code", row.get("统一社会信用代码"), "address", row.get("地址"),
                "phones", List.of(row.get("电话"), row.get("手机")), "emails", List.of(row.get("邮箱"))));
        JsonNode truth = JSON.readTree(SharedData.file("customers-zh/truth.json").toFile());
        truth.get("badRows").forEach(row -> rows.remove(row.get(0).asText()));
        Map<String, Set<String>> copies = new HashMap<>();
        for (JsonNode pair : truth.get("duplicatePairs")) {
            copies.computeIfAbsent(pair.get(0).asText(), key -> new TreeSet<>(Set.of(key))).add(pair.get(1).asText());
        }
        Figures figures = Figures.of(Types.of(Company.class), rows, pairs(copies));
        System.out.println("duplicates in customers-zh: " + figures);
        assertThat(figures.precision()).isGreaterThanOrEqualTo(0.97);
        assertThat(figures.recall()).isGreaterThanOrEqualTo(0.90);
    }

    @Test
    void westernPeople() throws IOException {
        Map<String, Map<String, Object>> rows = rows(SharedData.file("febrl/dataset1.csv"), "rec_id", row -> values(
                "name", row.get("given_name") + " " + row.get("surname"), "address", row.get("street_number") + " " + row.get("address_1"),
                "suburb", row.get("suburb"), "postcode", row.get("postcode"), "born", row.get("date_of_birth"), "number", row.get("soc_sec_id")));
        Map<String, Set<String>> copies = new HashMap<>();
        rows.keySet().forEach(id -> copies.computeIfAbsent(id.split("-")[1], key -> new TreeSet<>()).add(id));
        Figures figures = Figures.of(Types.of(Person.class), rows, pairs(copies));
        System.out.println("duplicates in febrl dataset1: " + figures);
        assertThat(figures.precision()).isGreaterThanOrEqualTo(0.95);
        assertThat(figures.recall()).isGreaterThanOrEqualTo(0.90);
    }

    private interface Row {
        Map<String, Object> of(Map<String, String> cells);
    }

    private static Map<String, Map<String, Object>> rows(Path file, String id, Row row) throws IOException {
        Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord line : csv) {
                Map<String, String> cells = line.getFieldsAsMap().entrySet().stream()
                        .collect(Collectors.toMap(cell -> cell.getKey().replace("\uFEFF", "").strip(), cell -> cell.getValue().strip(), (a, b) -> a));
                rows.put(cells.get(id), row.of(cells));
            }
        }
        return rows;
    }

    private static Map<String, Object> values(Object... pairs) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put((String) pairs[i], pairs[i + 1]);
        }
        return values;
    }

    private static Set<Pair> pairs(Map<String, Set<String>> copies) {
        return copies.values().stream().flatMap(group -> group.stream().flatMap(a -> group.stream().filter(b -> a.compareTo(b) < 0).map(b -> Pair.of(a, b))))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
