package org.tenon.records.custom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tenon.records.write.Forest.asKeeper;
import static org.tenon.records.write.Forest.tree;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tenon.records.write.Forest;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordQuery;
import org.tenon.sdk.record.RecordView;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

/** Uniqueness, conditions, formulas and automatic numbers of custom fields, and what may be changed about them later. */
class CustomRulesTest {

    private final TestDatabase database;
    private Forest forest;

    CustomRulesTest(TestDatabase database) {
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
    void ofTwoWhoCreateAtOnceOneHasTheUniqueValue() throws Exception {
        String code = name(add("text", "code", Map.of("unique", true)));
        List<Callable<RecordView>> work = new ArrayList<>();
        CountDownLatch start = new CountDownLatch(1);
        for (String title : List.of("first", "second")) {
            work.add(() -> {
                start.await();
                return create(title, Map.of(code, "HT-1"));
            });
        }
        List<Object> outcomes = together(work, start);
        assertThat(outcomes).filteredOn(RecordView.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(TenonException.class::isInstance).singleElement().satisfies(refused -> {
            assertThat(((TenonException) refused).kind()).isEqualTo(Kind.CONFLICT);
            assertThat(((TenonException) refused).errors()).singleElement().extracting("field", "code").containsExactly(code, "taken");
        });
        assertThat(forest.count("sample_tree")).isEqualTo(1);
    }

    @BothDatabases
    void aDeletedRecordGivesItsUniqueValueAwayAndCannotComeBackThen() {
        String code = name(add("text", "code", Map.of("unique", true)));
        RecordView first = create("first", Map.of(code, "A"));
        asKeeper(() -> {
            forest.trees().delete(first.id(), null);
            return null;
        });
        RecordView second = create("second", Map.of(code, "A"));
        assertThatThrownBy(() -> asKeeper(() -> forest.trees().restore(first.id()))).isInstanceOf(TenonException.class);
        asKeeper(() -> forest.trees().update(second.id(), 1, Map.of(code, "B")));
        assertThat(asKeeper(() -> forest.trees().restore(first.id())).json()).containsEntry(code, "A");
    }

    @BothDatabases
    void uniqueOverDuplicatesIsRefusedAndNamesThem() {
        Map<String, @Nullable Object> field = add("text", "code", Map.of());
        create("oak one", Map.of(name(field), "same"));
        RecordView second = create("oak two", Map.of(name(field), "same"));
        assertThatThrownBy(() -> change(field, Map.of("unique", true))).isInstanceOf(TenonException.class).hasMessageContaining("same")
                .hasMessageContaining("oak one").hasMessageContaining("oak two");
        asKeeper(() -> forest.trees().update(second.id(), 1, Map.of(name(field), "other")));
        change(field, Map.of("unique", true));
        assertThatThrownBy(() -> create("oak three", Map.of(name(field), "other"))).isInstanceOf(TenonException.class);
    }

    @BothDatabases
    void whatDoesNotShowIsNotRequired() {
        String kind = name(add("choice", "kind", Map.of("options", List.of(Map.of("value", "firm", "labels", "firm"), Map.of("value", "person", "labels", "person")))));
        String tax = name(add("text", "tax", Map.of("required", true, "visibleWhen", Map.of("==", List.of(Map.of("var", kind), "firm")))));
        RecordView person = create("person", Map.of(kind, "person"));
        assertThatThrownBy(() -> create("firm", Map.of(kind, "firm"))).isInstanceOf(TenonException.class).hasMessageContaining(tax);
        create("good firm", Map.of(kind, "firm", tax, "123"));
        assertThatThrownBy(() -> asKeeper(() -> forest.trees().update(person.id(), 1, Map.of(kind, "firm")))).isInstanceOf(TenonException.class)
                .hasMessageContaining(tax);
        assertThatThrownBy(() -> add("text", "loop", Map.of("visibleWhen", Map.of("==", List.of(Map.of("var", "nobody"), "x")))))
                .isInstanceOf(TenonException.class).hasMessageContaining("visibleWhen");
    }

    @BothDatabases
    void formulasFollowWhatTheyRead() {
        String amount = name(add("decimal", "amount", Map.of()));
        String rate = name(add("decimal", "rate", Map.of("initial", "0.1300")));
        String tax = name(add("formula", "tax", Map.of("result", "decimal", "filter", true, "sort", true,
                "formula", Map.of("round", List.of(Map.of("*", List.of(Map.of("var", amount), Map.of("var", rate))), 2)))));
        String size = name(add("formula", "size", Map.of("result", "text", "formula",
                Map.of("if", List.of(Map.of(">", List.of(Map.of("var", tax), 10)), "big", Map.of("cat", List.of("small ", Map.of("var", "name"))))))));
        String from = name(add("date", "from", Map.of()));
        String days = name(add("formula", "days", Map.of("result", "number", "formula", Map.of("days", List.of(Map.of("var", from), Map.of("var", "planted"))))));
        RecordView made = create("oak", Map.of(amount, "200.0000", from, "2026-03-01", "planted", "2026-02-01"));
        assertThat(made.json()).containsEntry(tax, "26.0000").containsEntry(size, "big").containsEntry(rate, "0.1300").containsEntry(days, 28L);
        RecordView less = asKeeper(() -> forest.trees().update(made.id(), 1, Map.of(amount, "1")));
        assertThat(less.json()).containsEntry(tax, "0.1300").containsEntry(size, "small oak");
        RecordView none = asKeeper(() -> forest.trees().update(made.id(), 2, nulled(amount)));
        assertThat(none.json()).doesNotContainKey(tax);
        assertThatThrownBy(() -> create("fake", Map.of(tax, "1.0000"))).isInstanceOf(TenonException.class);
        for (Object wrong : List.of(Map.of("*", List.of(Map.of("var", "name"), 2)), Map.of("var", "gone"), Map.of("exec", "rm"), Map.of("var", "name"))) {
            assertThatThrownBy(() -> add("formula", "wrong", Map.of("result", "number", "formula", wrong))).isInstanceOf(TenonException.class);
        }
        assertThatThrownBy(() -> change(field(tax), Map.of("formula", Map.of("length", List.of(Map.of("var", size)))))).isInstanceOf(TenonException.class);
    }

    @BothDatabases
    void eightThreadsGetDifferentNumbers() throws Exception {
        String number = name(add("autoNumber", "no", Map.of("number", "HT-{yyyy}{MM}-{seq:5}", "filter", true)));
        CountDownLatch start = new CountDownLatch(1);
        List<Callable<RecordView>> work = new ArrayList<>();
        for (int thread = 0; thread < 8; thread++) {
            int mine = thread;
            work.add(() -> {
                start.await();
                RecordView last = create("tree " + mine, Map.of());
                for (int i = 0; i < 4; i++) {
                    last = create("tree " + mine + "." + i, Map.of());
                }
                return last;
            });
        }
        assertThat(together(work, start)).allMatch(RecordView.class::isInstance);
        List<RecordView> all = asKeeper(() -> forest.trees().page(RecordQuery.first(100))).items();
        Set<String> numbers = new TreeSet<>();
        all.forEach(view -> numbers.add((String) view.json().get(number)));
        assertThat(numbers).hasSize(40).allMatch(text -> text.matches("HT-\\d{6}-\\d{5}"));
        assertThat(numbers.iterator().next()).startsWith("HT-" + LocalDate.now().toString().replace("-", "").substring(0, 6));
        assertThatThrownBy(() -> add("autoNumber", "bad", Map.of("number", "no sequence"))).isInstanceOf(TenonException.class);
    }

    @BothDatabases
    void kindsChangeWhereNothingIsLost() {
        Map<String, @Nullable Object> number = add("number", "count", Map.of());
        Map<String, @Nullable Object> choice = add("choice", "grade", Map.of("options", List.of(Map.of("value", "a", "labels", "A"), Map.of("value", "b", "labels", "B"))));
        Map<String, @Nullable Object> text = add("text", "note", Map.of());
        RecordView made = create("oak", Map.of(name(number), 7, name(choice), "a", name(text), "words"));
        change(number, Map.of("kind", "decimal"));
        change(choice, Map.of("kind", "multiChoice", "filter", true));
        change(text, Map.of("kind", "longText"));
        RecordView read = asKeeper(() -> forest.trees().get(made.id()));
        assertThat(read.json()).containsEntry(name(number), "7").containsEntry(name(choice), List.of("a")).containsEntry(name(text), "words");
        Object has = Map.of("has", List.of(Map.of("var", name(choice)), "a"));
        assertThat(asKeeper(() -> forest.trees().page(RecordQuery.first(5).where(has))).items()).hasSize(1);
        assertThatThrownBy(() -> change(field(name(text)), Map.of("kind", "number"))).isInstanceOf(TenonException.class).hasMessageContaining("1");
        asKeeper(() -> forest.trees().update(made.id(), 1, nulled(name(text))));
        change(field(name(text)), Map.of("kind", "number"));
        assertThat(create("elm", Map.of(name(text), 5)).json()).containsEntry(name(text), 5L);
    }

    @BothDatabases
    void aFilterAddedLaterFindsWhatWasThereBefore() {
        Map<String, @Nullable Object> field = add("text", "note", Map.of());
        create("oak", Map.of(name(field), "early"));
        change(field, Map.of("filter", true, "sort", true));
        create("elm", Map.of(name(field), "late"));
        Object early = Map.of("==", List.of(Map.of("var", name(field)), "early"));
        assertThat(asKeeper(() -> forest.trees().page(RecordQuery.first(5).where(early))).items()).hasSize(1);
        assertThat(asKeeper(() -> forest.trees().page(RecordQuery.first(5).sortedBy(name(field)))).items()).extracting(view -> view.json().get("name"))
                .containsExactly("oak", "elm");
    }

    @BothDatabases
    void optionsAreRetiredNotForgotten() {
        Map<String, @Nullable Object> field = add("choice", "grade", Map.of("options", List.of(Map.of("value", "a", "labels", "A"), Map.of("value", "b", "labels", "B"))));
        RecordView made = create("oak", Map.of(name(field), "a"));
        Map<String, @Nullable Object> changed = change(field, Map.of("options", List.of(Map.of("value", "b", "labels", "B"))));
        assertThat(changed.get("options").toString()).contains("a");
        assertThat(asKeeper(() -> forest.trees().get(made.id())).json()).containsEntry(name(field), "a");
        assertThat(asKeeper(() -> forest.trees().update(made.id(), 1, Map.of(name(field), "a", "notes", "kept"))).json()).containsEntry(name(field), "a");
        assertThatThrownBy(() -> create("elm", Map.of(name(field), "a"))).isInstanceOf(TenonException.class);
    }

    private static Map<String, Object> nulled(String name) {
        Map<String, Object> patch = new HashMap<>();
        patch.put(name, null);
        return patch;
    }

    private RecordView create(String title, Map<String, Object> more) {
        Map<String, Object> values = new HashMap<>(tree(title));
        values.putAll(more);
        return asKeeper(() -> forest.trees().create(values));
    }

    private Map<String, @Nullable Object> add(String kind, String label, Map<String, Object> more) {
        Map<String, Object> given = new HashMap<>(Map.of("type", "sample.tree", "kind", kind, "labels", label));
        given.putAll(more);
        return asKeeper(() -> forest.engine().fields().add(given));
    }

    private Map<String, @Nullable Object> change(Map<String, @Nullable Object> field, Map<String, Object> patch) {
        return asKeeper(() -> forest.engine().fields().change(RecordId.of((String) field.get("id")), (Integer) field.get("version"), patch));
    }

    private Map<String, @Nullable Object> field(String name) {
        return asKeeper(() -> forest.engine().fields().list("sample.tree")).stream().filter(each -> name.equals(each.get("name"))).findFirst().orElseThrow();
    }

    private static String name(Map<String, @Nullable Object> field) {
        return String.valueOf(field.get("name"));
    }

    private static List<Object> together(List<Callable<RecordView>> work, CountDownLatch start) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<Future<RecordView>> futures = work.stream().map(threads::submit).toList();
            start.countDown();
            List<Object> outcomes = new ArrayList<>();
            for (Future<RecordView> future : futures) {
                try {
                    outcomes.add(future.get());
                } catch (java.util.concurrent.ExecutionException e) {
                    outcomes.add(e.getCause());
                }
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }
}
