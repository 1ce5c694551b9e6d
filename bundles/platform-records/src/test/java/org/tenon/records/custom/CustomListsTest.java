package org.tenon.records.custom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tenon.records.write.Forest.asKeeper;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tenon.records.query.GroupReader.Group;
import org.tenon.records.write.Forest;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordQuery;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

/** Lists divided by custom fields, and asked about what they refer to. */
class CustomListsTest {

    private static final String TREE = "sample.tree";
    private static final Map<String, Object> FILTER = Map.of("filter", true);

    private final TestDatabase database;
    private Forest forest;

    CustomListsTest(TestDatabase database) {
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
    void listsAreDividedByThemAndEveryGroupCountsWhatItsConditionFinds() {
        RecordId other = tree("other", Map.of());
        Map<String, List<Object>> fields = new HashMap<>();
        fields.put(added("choice", FILTER), List.of("iron", "gold", "iron"));
        fields.put(added("treeChoice", FILTER), List.of("gold", "gold", "silver"));
        fields.put(added("member", FILTER), List.of(RecordId.text(11), RecordId.text(12), RecordId.text(11)));
        fields.put(added("department", FILTER), List.of(RecordId.text(5), RecordId.text(5), RecordId.text(5)));
        fields.put(added("reference", FILTER), List.of(other.toString(), other.toString(), other.toString()));
        fields.put(added("boolean", FILTER), List.of(true, false, true));
        fields.put(added("date", FILTER), List.of("2026-11-23", "2026-11-01", "2025-02-28"));
        fields.put(added("dateTime", FILTER), List.of("2026-11-23T12:00:00Z", "2026-10-15T12:00:00Z", "2026-10-16T12:00:00Z"));
        for (int i = 0; i < 3; i++) {
            int at = i;
            Map<String, Object> values = new HashMap<>();
            fields.forEach((name, each) -> values.put(name, each.get(at)));
            tree("tree " + i, values);
        }
        fields.keySet().forEach(field -> {
            List<Group> groups = groups(field);
            assertThat(groups.stream().mapToLong(Group::count).sum()).as(field).isEqualTo(4);
            assertThat(groups.get(groups.size() - 1)).as(field).extracting(Group::value, Group::count).containsExactly(null, 1L);
            groups.forEach(group -> assertThat(names(group.condition())).as(field + " " + group).hasSize((int) group.count()));
        });
        assertThat(groups("xFieldChoice")).extracting(Group::value, Group::label, Group::count)
                .containsExactly(tuple("gold", "金", 1L), tuple("iron", "铁", 2L), tuple(null, null, 1L));
        assertThat(groups("xFieldReference")).first().extracting(Group::value, Group::label, Group::count).containsExactly(other.toString(), "other", 3L);
        assertThat(groups("xFieldDate")).extracting(Group::value).containsExactly("2026-11", "2025-02", null);
        assertThat(groups("xFieldDateTime")).extracting(Group::value).containsExactly("2026-11", "2026-10", null);
        assertThat(groups("xFieldBoolean")).extracting(Group::value).containsExactly(true, false, null);
    }

    @BothDatabases
    void whatListsAreNotFilteredByDividesNone() {
        for (String field : List.of(added("choice", Map.of()), added("text", FILTER), added("multiChoice", FILTER))) {
            assertThatThrownBy(() -> groups(field)).isInstanceOfSatisfying(TenonException.class,
                    refusal -> assertThat(refusal.errors().get(0).field()).isEqualTo(field));
        }
    }

    @BothDatabases
    void listsAreAskedAboutWhatTheyReferTo() {
        String below = added("reference", FILTER);
        String grade = added("choice", FILTER);
        RecordId oak = tree("oak", Map.of("age", 100L, grade, "gold"));
        RecordId ash = tree("ash", Map.of("age", 10L));
        RecordId gone = tree("gone", Map.of("age", 100L, grade, "gold"));
        tree("under oak", Map.of(below, oak.toString(), "age", 1L));
        tree("under ash", Map.of(below, ash.toString(), "age", 2L));
        tree("under gone", Map.of(below, gone.toString()));
        tree("alone", Map.of());
        asKeeper(() -> {
            forest.trees().delete(gone, 1);
            return Boolean.TRUE;
        });

        assertThat(names(test(">", below + ".age", 50L))).containsExactly("under oak");
        assertThat(names(test("==", below + ".age", 10L))).containsExactly("under ash");
        assertThat(names(test("==", below + "." + grade, "gold"))).containsExactly("under oak");
        assertThat(names(Map.of("and", List.of(test("!=", below, null), test("!=", below + "." + grade, "gold"))))).containsExactly("under ash", "under gone");
        assertThat(names(Map.of("and", List.of(test("!=", below, null), test("==", below + ".age", null))))).containsExactly("under gone");
        assertThat(names(Map.of("!", test(">", below + ".age", 50L)))).hasSize(5).doesNotContain("under oak");
        assertThat(names(Map.of("and", List.of(test(">=", below + ".age", 10L), test("<", "age", 2L))))).containsExactly("under oak");
    }

    @BothDatabases
    void listsAreAskedAboutSubtreesOfChoices() {
        List<Map<String, Object>> metals = List.of(option("metal", "金属"), below("metal", "noble", "贵金属"), below("noble", "gold", "金"),
                below("metal", "iron", "铁"), option("wood", "木"));
        String one = added("treeChoice", Map.of("filter", true, "options", metals));
        tree("a", Map.of(one, "gold"));
        tree("b", Map.of(one, "noble"));
        tree("c", Map.of(one, "iron"));
        tree("d", Map.of(one, "wood"));
        tree("e", Map.of());

        assertThat(names(test("within", one, "metal"))).containsExactly("a", "b", "c");
        assertThat(names(test("within", one, "noble"))).containsExactly("a", "b");
        assertThat(names(test("within", one, "gold"))).containsExactly("a");
        assertThat(names(Map.of("!", test("within", one, "noble")))).containsExactly("c", "d", "e");
        assertThat(names(Map.of("or", List.of(test("within", one, "noble"), test("within", one, "wood"))))).containsExactly("a", "b", "d");
    }

    private static org.assertj.core.groups.Tuple tuple(@Nullable Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    private RecordId tree(String name, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("name", name);
        return asKeeper(() -> forest.trees().create(all)).id();
    }

    private List<Group> groups(String field) {
        return asKeeper(() -> forest.engine().groups(TREE, field, RecordQuery.first(1)));
    }

    private List<String> names(Object condition) {
        return asKeeper(() -> forest.trees().page(RecordQuery.first(50).where(condition).sortedBy("name"))).items().stream()
                .map(view -> (String) view.json().get("name")).toList();
    }

    private static Map<String, Object> test(String operator, String field, @Nullable Object value) {
        return Map.of(operator, Arrays.asList(Map.of("var", field), value));
    }

    private String added(String kind, Map<String, Object> more) {
        Map<String, Object> given = new HashMap<>(Map.of("type", TREE, "kind", kind, "labels", "field " + kind));
        if (kind.endsWith("hoice")) {
            given.put("options", List.of(option("gold", "金"), option("silver", "银"), option("iron", "铁")));
        }
        if (kind.equals("reference")) {
            given.put("reference", TREE);
        }
        given.putAll(more);
        return (String) Objects.requireNonNull(asKeeper(() -> forest.engine().fields().add(given)).get("name"));
    }

    private static Map<String, Object> below(String parent, String value, String label) {
        Map<String, Object> option = new HashMap<>(option(value, label));
        option.put("parent", parent);
        return option;
    }

    private static Map<String, Object> option(String value, String label) {
        return Map.of("value", value, "labels", Map.of("zh-CN", label));
    }
}
