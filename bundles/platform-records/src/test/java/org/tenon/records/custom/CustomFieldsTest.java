package org.tenon.records.custom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tenon.records.write.Forest.GUEST;
import static org.tenon.records.write.Forest.asKeeper;
import static org.tenon.records.write.Forest.tree;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tenon.records.write.Forest;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordPage;
import org.tenon.sdk.record.RecordQuery;
import org.tenon.sdk.record.RecordView;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

/** Fields added at run time, through the record engine. */
class CustomFieldsTest {

    private static final List<Map<String, Object>> OPTIONS = List.of(option("gold", "金"), option("silver", "银"), option("iron", "铁"));

    private final TestDatabase database;
    private Forest forest;

    CustomFieldsTest(TestDatabase database) {
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

    @BothDatabases
    void everyKindComesBackAsItWasGivenAndGoesAgain() {
        RecordView other = asKeeper(() -> forest.trees().create(tree("other")));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("text", "榫卯");
        values.put("longText", "一行\n两行");
        values.put("richText", "<p>一<strong>行</strong></p><ul><li><p>甲</p></li></ul>");
        values.put("number", 42);
        values.put("decimal", "3.2500");
        values.put("money", Map.of("amount", "12.5000", "currency", "CNY"));
        values.put("date", "2026-11-23");
        values.put("dateTime", "2026-11-23T01:30:00Z");
        values.put("boolean", true);
        values.put("choice", "gold");
        values.put("multiChoice", List.of("gold", "iron"));
        values.put("treeChoice", "silver");
        values.put("member", RecordId.text(11));
        values.put("department", RecordId.text(5));
        values.put("reference", other.id().toString());
        values.put("phone", "021-63583907");
        values.put("email", "a@b.example");
        values.put("url", "https://tenon.example/");
        values.put("location", Map.of("latitude", new BigDecimal("31.2304"), "longitude", new BigDecimal("121.4737"), "text", "上海"));
        Map<String, Object> given = new LinkedHashMap<>(tree("oak"));
        values.forEach((kind, value) -> given.put(added(kind, "field " + kind, Map.of()), value));
        RecordView made = asKeeper(() -> forest.trees().create(given));
        RecordView read = asKeeper(() -> forest.trees().get(made.id()));
        given.forEach((name, value) -> assertThat(text(read.json().get(name))).as(name).isEqualTo(text(value)));
        assertThat(labels(read)).containsEntry("xFieldChoice", "金").containsEntry("xFieldReference", "other");
        Map<String, Object> emptied = new HashMap<>();
        given.keySet().stream().filter(name -> !name.equals("name")).forEach(name -> emptied.put(name, null));
        RecordView empty = asKeeper(() -> forest.trees().update(made.id(), made.version(), emptied));
        emptied.keySet().forEach(name -> assertThat(empty.json()).doesNotContainKey(name));
        Object changes = asKeeper(() -> forest.trees().timeline(made.id(), 10, null)).items().get(0).get("changes");
        assertThat((List<?>) changes).hasSize(values.size());
        assertThat(changes.toString()).contains("榫卯").contains("金");
        assertThat(forest.count("records_value")).isZero();
    }

    @BothDatabases
    void wrongValuesAreRefusedByName() {
        String text = added("text", "code", Map.of("pattern", "[A-Z]{2}[0-9]+", "max", 6));
        String number = added("number", "amount", Map.of("least", 1, "most", "9.5"));
        String choice = added("choice", "grade", Map.of());
        String place = added("location", "place", Map.of());
        Map<String, Object> wrong = new HashMap<>(tree("elm"));
        wrong.putAll(Map.of(text, "ab1", number, 10, choice, "lead", place, Map.of("latitude", 91, "longitude", 0)));
        assertThatThrownBy(() -> asKeeper(() -> forest.trees().create(wrong))).satisfies(refused -> {
            assertThat(((TenonException) refused).kind()).isEqualTo(Kind.INVALID);
            assertThat(((TenonException) refused).errors()).extracting("field", "code").containsExactlyInAnyOrder(
                    org.assertj.core.groups.Tuple.tuple(text, "pattern"), org.assertj.core.groups.Tuple.tuple(number, "tooLarge"),
                    org.assertj.core.groups.Tuple.tuple(choice, "choice"), org.assertj.core.groups.Tuple.tuple(place, "location"));
        });
        assertThat(forest.count("sample_tree")).isZero();
    }

    @BothDatabases
    void listsFilterAndSortByThemAndPageOverEmptyOnes() {
        Map<String, Object> both = Map.of("filter", true, "sort", true);
        String size = added("decimal", "size", both);
        String day = added("date", "day", both);
        String grade = added("choice", "grade", both);
        String tags = added("multiChoice", "uses", Map.of("filter", true));
        Map<String, @Nullable String> sizes = new LinkedHashMap<>();
        for (int i = 0; i < 30; i++) {
            Map<String, Object> values = new HashMap<>(tree("tree " + i));
            if (i % 3 != 0) {
                values.put(size, String.valueOf(i % 7 - 3));
                values.put(day, "2026-01-%02d".formatted(i % 9 + 1));
                values.put(grade, i % 2 == 0 ? "gold" : "iron");
                values.put(tags, i % 4 == 0 ? List.of("gold", "iron") : List.of("silver"));
            }
            sizes.put("tree " + i, (String) values.get(size));
            asKeeper(() -> forest.trees().create(values));
        }
        assertThat(names(Map.of("<", List.of(Map.of("var", size), "-1")))).hasSize((int) sizes.values().stream().filter(Objects::nonNull)
                .filter(text -> Integer.parseInt(text) < -1).count());
        assertThat(names(Map.of("==", java.util.Arrays.asList(Map.of("var", size), null)))).hasSize(10);
        assertThat(names(Map.of("!=", List.of(Map.of("var", grade), "gold")))).hasSize(20);
        assertThat(names(Map.of("in", List.of(Map.of("var", grade), List.of("gold", "iron"))))).hasSize(20);
        assertThat(names(Map.of("has", List.of(Map.of("var", tags), "iron")))).hasSize(5);
        assertThat(names(Map.of("and", List.of(Map.of(">=", List.of(Map.of("var", day), "2026-01-05")), Map.of("==", List.of(Map.of("var", grade), "iron"))))))
                .allMatch(name -> Integer.parseInt(name.substring(5)) % 9 >= 4);
        for (String sort : List.of(size, "-" + size, day, "-" + day, grade, "-" + grade)) {
            List<String> walked = walk(sort);
            assertThat(walked).as(sort).hasSize(30).doesNotHaveDuplicates();
            assertThat(walked.subList(20, 30)).as("empty ones last").allMatch(name -> sizes.get(name) == null);
        }
        List<Integer> sorted = walk("-" + size).subList(0, 20).stream().map(name -> Integer.parseInt(sizes.get(name))).toList();
        assertThat(sorted).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        String plain = added("text", "plain", Map.of());
        assertThatThrownBy(() -> names(Map.of("==", List.of(Map.of("var", plain), "a")))).isInstanceOf(TenonException.class).hasMessageContaining(plain);
    }

    @BothDatabases
    void aHiddenOneLeavesByNoExit() {
        String secret = added("text", "secret", Map.of("filter", true, "sort", true));
        Map<String, Object> values = new HashMap<>(tree("ash"));
        values.put(secret, "hush");
        RecordView made = asKeeper(() -> forest.trees().create(values));
        forest.hide(secret);
        GUEST.run(() -> {
            assertThat(forest.trees().get(made.id()).json()).doesNotContainKey(secret);
            assertThat(forest.trees().timeline(made.id(), 10, null).items().toString()).doesNotContain("hush");
            assertThatThrownBy(() -> forest.trees().page(RecordQuery.first(5).where(Map.of("==", List.of(Map.of("var", secret), "hush")))))
                    .isInstanceOf(TenonException.class).hasMessageContaining("no field");
            assertThatThrownBy(() -> forest.trees().page(RecordQuery.first(5).sortedBy(secret))).isInstanceOf(TenonException.class);
            assertThatThrownBy(() -> forest.trees().create(values)).isInstanceOf(TenonException.class);
            return null;
        });
    }

    @BothDatabases
    void aRetiredOneIsGoneAndComesBackWithItsValues() {
        Map<String, @Nullable Object> field = asKeeper(() -> forest.engine().fields().add(definition("text", "note", Map.of())));
        RecordId id = RecordId.of((String) field.get("id"));
        String name = (String) field.get("name");
        Map<String, Object> values = new HashMap<>(tree("yew"));
        values.put(name, "kept");
        RecordView made = asKeeper(() -> forest.trees().create(values));
        asKeeper(() -> forest.engine().fields().retire(id, true));
        assertThat(forest.trees().type().field(name)).isEmpty();
        RecordView renamed = asKeeper(() -> forest.trees().update(made.id(), made.version(), Map.of("name", "yew tree")));
        assertThat(renamed.json()).doesNotContainKey(name);
        asKeeper(() -> forest.engine().fields().retire(id, false));
        assertThat(asKeeper(() -> forest.trees().get(made.id())).json()).containsEntry(name, "kept");
    }

    @BothDatabases
    void whatAdministratorsDoIsInTheSystemLog() {
        Map<String, @Nullable Object> field = asKeeper(() -> forest.engine().fields().add(definition("text", "note", Map.of())));
        RecordId id = RecordId.of((String) field.get("id"));
        asKeeper(() -> forest.engine().fields().change(id, 1, Map.of("labels", "memo", "required", true)));
        assertThatThrownBy(() -> asKeeper(() -> forest.engine().fields().change(id, 1, Map.of("required", false)))).isInstanceOf(TenonException.class);
        asKeeper(() -> forest.engine().fields().retire(id, true));
        asKeeper(() -> forest.engine().fields().retire(id, true));
        asKeeper(() -> forest.engine().fields().retire(id, false));
        assertThat(forest.engine().acts()).containsExactly("records.fieldAdded: sample.tree xNote (note): text",
                "records.fieldChanged: sample.tree xNote (memo): labels, required", "records.fieldRetired: sample.tree xNote (memo): state",
                "records.fieldRestored: sample.tree xNote (memo): state");
    }

    @BothDatabases
    void labelsAreInThreeLanguagesAndNamesMadeOfThem() {
        Map<String, @Nullable Object> field = asKeeper(() -> forest.engine().fields().add(Map.of("type", "sample.tree", "kind", "text",
                "labels", Map.of("zh-CN", "客户等级", "en", "Customer grade"))));
        assertThat(field).containsEntry("name", "xCustomerGrade");
        assertThat(forest.engine().labels().text("sample", "tree.xCustomerGrade", Locale.TRADITIONAL_CHINESE)).isEqualTo("客户等级");
        assertThat(forest.engine().labels().text("sample", "tree.xCustomerGrade", Locale.ENGLISH)).isEqualTo("Customer grade");
        assertThat(added("text", "客户等级", Map.of())).isEqualTo("xKehudengji");
        assertThat(added("text", "客户等级", Map.of())).isEqualTo("xKehudengji2");
        assertThatThrownBy(() -> asKeeper(() -> forest.engine().fields().add(Map.of("type", "sample.tree", "kind", "text", "name", "customerGrade",
                "labels", "twice")))).isInstanceOf(TenonException.class);
        FieldInfo info = forest.trees().type().field("xCustomerGrade").orElseThrow();
        assertThat(info.custom()).isNotNull();
    }

    private List<String> names(Object condition) {
        return asKeeper(() -> forest.trees().page(RecordQuery.first(100).where(condition))).items().stream().map(view -> (String) view.json().get("name")).toList();
    }

    private List<String> walk(String sort) {
        List<String> names = new ArrayList<>();
        String cursor = null;
        do {
            String from = cursor;
            RecordPage page = asKeeper(() -> forest.trees().page(new RecordQuery(null, sort, 7, from, List.of(), null, false, false)));
            page.items().forEach(view -> names.add((String) view.json().get("name")));
            cursor = page.next();
        } while (cursor != null);
        return names;
    }

    private String added(String kind, String label, Map<String, Object> more) {
        return (String) Objects.requireNonNull(asKeeper(() -> forest.engine().fields().add(definition(kind, label, more))).get("name"));
    }

    private static Map<String, Object> definition(String kind, String label, Map<String, Object> more) {
        Map<String, Object> given = new HashMap<>(Map.of("type", "sample.tree", "kind", kind, "labels", label));
        if (kind.endsWith("hoice")) {
            given.put("options", OPTIONS);
        }
        if (kind.equals("reference")) {
            given.put("reference", "sample.tree");
        }
        given.putAll(more);
        return given;
    }

    private static Map<String, Object> option(String value, String label) {
        return Map.of("value", value, "labels", Map.of("zh-CN", label));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> labels(RecordView view) {
        return (Map<String, Object>) view.json().get("_labels");
    }

    private static String text(@Nullable Object json) {
        return json instanceof Map<?, ?> map ? new java.util.TreeMap<>(map).toString() : String.valueOf(json);
    }
}
