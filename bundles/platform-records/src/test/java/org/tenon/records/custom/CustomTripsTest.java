package org.tenon.records.custom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tenon.records.write.Forest.asKeeper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tenon.records.exports.ExportWish;
import org.tenon.records.exports.Exports;
import org.tenon.records.imports.Loads;
import org.tenon.records.write.Forest;
import org.tenon.sdk.job.Job;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordView;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.MemoryFiles;
import org.tenon.testkit.TestDatabase;
import org.tenon.testkit.job.StandaloneJobs;

/** What custom fields hold, written into files and read back from them. */
class CustomTripsTest {

    private static final String TREE = "sample.tree";

    private final TestDatabase database;
    private Forest forest;

    CustomTripsTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        forest = new Forest(database);
    }

    @AfterEach
    void close() {
        forest.close();
    }

    /** Field names and what two records hold: plain values, and those that files are known to spoil. */
    private Map<String, List<Object>> fields(RecordId other) {
        Map<String, List<Object>> fields = new LinkedHashMap<>();
        fields.put("text", List.of("榫卯", "=1+1"));
        fields.put("longText", List.of("一行\n两行", "say \"so\", twice;\nthen"));
        fields.put("richText", List.of("<p>一行</p><p>两行</p>", "<p>1 &lt; 2 &amp; &lt;张&gt; 3</p>"));
        fields.put("number", List.of(42L, -7L));
        fields.put("decimal", List.of("3.2500", "-12345.0001"));
        fields.put("money", List.of(money("12.5000", "CNY"), money("-1200.3400", "USD")));
        fields.put("date", List.of("2026-11-23", "1999-01-05"));
        fields.put("dateTime", List.of("2026-11-23T01:30:00Z", "2020-02-29T23:59:58Z"));
        fields.put("boolean", List.of(true, false));
        fields.put("choice", List.of("gold", "iron"));
        fields.put("multiChoice", List.of(List.of("gold", "iron"), List.of("silver")));
        fields.put("treeChoice", List.of("silver", "gold"));
        fields.put("member", List.of(RecordId.text(11), RecordId.text(12)));
        fields.put("department", List.of(RecordId.text(5), RecordId.text(5)));
        fields.put("reference", List.of(other.toString(), other.toString()));
        fields.put("phone", List.of("021-63583907", "+86 138 0013 8000"));
        fields.put("email", List.of("a@b.example", "张@例子.example"));
        fields.put("url", List.of("https://tenon.example/", "https://tenon.example/?a=1&b=2"));
        fields.put("location", List.of(place("31.2304", "121.4737", "上海 浦东"), place("-0.5", "10", null)));
        Map<String, List<Object>> named = new LinkedHashMap<>();
        fields.forEach((kind, values) -> named.put(added(kind), values));
        return named;
    }

    @BothDatabases
    void everyKindGoesOutAndComesBackTheSame() throws IOException {
        RecordId other = asKeeper(() -> forest.trees().create(Map.of("name", "other tree"))).id();
        Map<String, List<Object>> fields = fields(other);
        String first = fields.keySet().iterator().next();
        String formula = added("formula", Map.of("formula", Map.of("cat", List.of(Map.of("var", first), "!")), "result", "text"));
        String number = added("autoNumber", Map.of("number", "T-{seq:4}"));
        String files = added("files");
        for (int i = 0; i < 2; i++) {
            int at = i;
            Map<String, Object> values = new HashMap<>(Map.of("name", "tree " + i));
            fields.forEach((name, both) -> values.put(name, both.get(at)));
            asKeeper(() -> forest.trees().create(values));
        }
        List<String> columns = new java.util.ArrayList<>(List.of("name"));
        columns.addAll(fields.keySet());
        columns.addAll(List.of(formula, number, files));
        assertThat(fields.size() + 3).isEqualTo(FieldKind.values().length);

        for (String format : List.of("csv", "xlsx")) {
            for (boolean codes : List.of(false, true)) {
                backAndForth(fields, columns, Set.of(formula, number, files), format, codes);
            }
        }
    }

    @BothDatabases
    void whatNoFileFillsIsExportedAndRefusedWithTheReason() throws IOException {
        String files = added("files");
        String formula = added("formula", Map.of("formula", Map.of("cat", List.of(Map.of("var", "name"), "!")), "result", "text"));
        String number = added("autoNumber", Map.of("number", "T-{seq:4}"));
        MemoryFiles kept = new MemoryFiles();
        forest.engine().files(kept);
        RecordId one = asKeeper(() -> kept.keep("合同.txt", new ByteArrayInputStream(new byte[] {1}), null)).id();
        RecordId two = asKeeper(() -> kept.keep("b.txt", new ByteArrayInputStream(new byte[] {2}), null)).id();
        asKeeper(() -> forest.trees().create(Map.of("name", "tree 0", files, List.of(one.toString(), two.toString()))));
        List<String> columns = List.of("name", files, formula, number);

        ExportWish words = new ExportWish(TREE, null, null, null, "name", columns, "csv", false);
        String csv = new String(exported(words), StandardCharsets.UTF_8);
        assertThat(csv).contains("tree 0,合同.txt; b.txt,tree 0!,T-0001");
        assertThat(new String(exported(new ExportWish(TREE, null, null, null, "name", columns, "csv", true)), StandardCharsets.UTF_8))
                .contains("tree 0," + one + "; " + two + ",tree 0!,T-0001");

        Loads loads = new Loads(forest.engine());
        RecordId load = asKeeper(() -> loads.begin(TREE, "back.csv", csv.getBytes(StandardCharsets.UTF_8), Map.of("mode", "update", "match", List.of("name"))));
        List<?> closed = (List<?>) asKeeper(() -> loads.desk().get(load)).get("closed");
        assertThat(closed.stream().map(each -> (String) ((Map<?, ?>) each).get("field")).toList()).containsExactlyInAnyOrder(files, formula, number);
        assertThat(closed.toString()).contains("Files are added on the record", "fills this field itself");
        Object column = List.of(Map.of("column", 0, "to", "name"), Map.of("column", 1, "to", files));
        assertThatThrownBy(() -> asKeeper(() -> {
            loads.desk().change(load, Map.of("columns", column));
            loads.run(load);
            return true;
        })).isInstanceOfSatisfying(org.tenon.sdk.TenonException.class, refusal -> assertThat(refusal.errors().toString()).contains("Files are added on the record"));
        assertThat(asKeeper(() -> forest.trees().page(org.tenon.sdk.record.RecordQuery.first(2))).items().get(0).json().get(files)).asString().contains(one.toString());
    }

    /** Exports the two trees, loads the file over records that hold nothing, and compares. */
    private void backAndForth(Map<String, List<Object>> fields, List<String> columns, Set<String> given, String format, boolean codes) throws IOException {
        String as = format + (codes ? " with codes" : "");
        byte[] file = exported(new ExportWish(TREE, null, Map.of("!=", List.of(Map.of("var", "name"), "other tree")), null, "name", columns, format, codes));
        Map<String, Object> emptied = new HashMap<>();
        fields.keySet().forEach(name -> emptied.put(name, null));
        for (RecordView view : trees()) {
            asKeeper(() -> forest.trees().update(view.id(), view.version(), emptied));
        }
        Loads loads = new Loads(forest.engine());
        RecordId id = asKeeper(() -> loads.begin(TREE, "back." + format, file, Map.of("mode", "update", "match", List.of("name"))));
        Map<String, Object> found = asKeeper(() -> loads.desk().get(id));
        assertThat(keys(found, "targets")).as(as).containsAll(fields.keySet()).doesNotContainAnyElementsOf(given);
        asKeeper(() -> loads.run(id));

        assertThat(asKeeper(() -> loads.refused(id))).as(as).isEmpty();
        assertThat(asKeeper(() -> loads.counts(id))).as(as).containsEntry("updated", 2L);
        List<RecordView> back = trees();
        for (int i = 0; i < 2; i++) {
            int at = i;
            Map<String, Object> read = back.get(i).json();
            fields.forEach((name, both) -> assertThat(text(read.get(name))).as("%s of tree %d as %s", name, at, as).isEqualTo(text(both.get(at))));
        }
    }

    private byte[] exported(ExportWish wish) throws IOException {
        MemoryFiles files = new MemoryFiles();
        StandaloneJobs jobs = new StandaloneJobs(forest.engine().tx()).handler(forest.engine().exportJob(files, (kind, detail) -> { }));
        Exports exports = forest.engine().exports(jobs);
        RecordId id = asKeeper(() -> exports.submit(wish)).id();
        jobs.runAll();
        Job job = jobs.find(id).orElseThrow();
        assertThat(job.state()).as(String.valueOf(job.problem())).isEqualTo(Job.State.SUCCEEDED);
        RecordId file = RecordId.of((String) ((Map<?, ?>) ((List<?>) job.result().get("files")).get(0)).get("id"));
        try (var in = files.open(file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<RecordView> trees() {
        return asKeeper(() -> forest.trees().page(org.tenon.sdk.record.RecordQuery.first(10).sortedBy("name"))).items().stream()
                .filter(view -> String.valueOf(view.json().get("name")).startsWith("tree ")).toList();
    }

    private String added(String kind) {
        Map<String, Object> more = kind.endsWith("hoice") ? Map.of("options", List.of(option("gold", "金"), option("silver", "银"), option("iron", "铁")))
                : kind.equals("reference") ? Map.of("reference", TREE) : Map.of();
        return added(kind, more);
    }

    private String added(String kind, Map<String, Object> more) {
        Map<String, Object> given = new HashMap<>(Map.of("type", TREE, "kind", kind, "labels", "field " + kind));
        given.putAll(more);
        return (String) Objects.requireNonNull(asKeeper(() -> forest.engine().fields().add(given)).get("name"));
    }

    private static Map<String, Object> option(String value, String label) {
        return Map.of("value", value, "labels", Map.of("zh-CN", label));
    }

    private static Map<String, Object> money(String amount, String currency) {
        return Map.of("amount", amount, "currency", currency);
    }

    private static Map<String, Object> place(String latitude, String longitude, @Nullable String text) {
        Map<String, Object> place = new HashMap<>(Map.of("latitude", new BigDecimal(latitude), "longitude", new BigDecimal(longitude)));
        if (text != null) {
            place.put("text", text);
        }
        return place;
    }

    private static Set<String> keys(Map<String, ?> json, String member) {
        return ((List<?>) Objects.requireNonNull(json.get(member))).stream().map(each -> String.valueOf(((Map<?, ?>) each).get("key"))).collect(Collectors.toSet());
    }

    private static String text(@Nullable Object json) {
        return json instanceof Map<?, ?> map ? new TreeMap<>(map).toString() : String.valueOf(json);
    }
}
