package org.tenon.records.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.tenon.records.write.Forest.asKeeper;
import static org.tenon.records.write.Forest.tree;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordQuery;
import org.tenon.sdk.record.RecordView;
import org.tenon.sdk.record.Timeline;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

class HistoryTest {

    private final TestDatabase database;
    private Forest forest;

    HistoryTest(TestDatabase database) {
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
    void aStaleVersionIsAnsweredWithAllThreeValues() {
        RecordView made = asKeeper(() -> forest.trees().create(Map.of("name", "base", "notes", "n1")));
        asKeeper(() -> forest.trees().update(made.id(), 1, Map.of("name", "between")));
        asKeeper(() -> forest.trees().update(made.id(), 2, Map.of("name", "theirs")));

        TenonException stale = catchThrowableOfType(TenonException.class,
                () -> asKeeper(() -> forest.trees().update(made.id(), 1, Map.of("name", "yours"))));

        assertThat(stale.kind()).isEqualTo(Kind.STALE);
        Map<?, ?> conflict = (Map<?, ?>) stale.details().get("conflict");
        assertThat(conflict.get("version")).isEqualTo(3);
        assertThat(conflict.get("changedBy")).isEqualTo("张伟");
        assertThat((String) conflict.get("changedAt")).endsWith("Z");
        assertThat(conflict.get("fields")).isEqualTo(List.of(Map.of("field", "name", "base", "base", "yours", "yours", "theirs", "theirs")));
        assertThat(asKeeper(() -> forest.trees().get(made.id())).json()).containsEntry("name", "theirs");

        TenonException other = catchThrowableOfType(TenonException.class,
                () -> asKeeper(() -> forest.trees().update(made.id(), 2, Map.of("notes", "mine"))));
        Map<?, ?> apart = (Map<?, ?>) other.details().get("conflict");
        assertThat(apart.get("fields")).isEqualTo(List.of(Map.of("field", "notes", "base", "n1", "yours", "mine", "theirs", "n1")));
    }

    @BothDatabases
    void aConflictShowsNothingThatIsMaskedOrHidden() {
        RecordView made = Forest.GUEST.run(() -> forest.trees().create(tree("x")));
        asKeeper(() -> forest.trees().update(made.id(), 1, Map.of("age", 7L, "phones", List.of(Map.of("kind", "office", "value", "021-63583907")))));

        TenonException stale = catchThrowableOfType(TenonException.class,
                () -> Forest.GUEST.run(() -> forest.trees().update(made.id(), 1, Map.of("age", 5L, "phones", List.of(), "name", "y"))));

        assertThat(stale.kind()).isEqualTo(Kind.STALE);
        assertThat(stale.details().toString()).contains("field=name").doesNotContain("age").doesNotContain("phones").doesNotContain("63583907");
    }

    @BothDatabases
    void ofTwoWritersAtOnceOneIsStale() throws Exception {
        RecordView made = asKeeper(() -> forest.trees().create(tree("x")));
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Boolean>> writers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String name = "w" + i;
                writers.add(pool.submit(() -> {
                    start.await();
                    try {
                        asKeeper(() -> forest.trees().update(made.id(), 1, tree(name)));
                        return true;
                    } catch (TenonException e) {
                        assertThat(e.kind()).isEqualTo(Kind.STALE);
                        return false;
                    }
                }));
            }
            start.countDown();
            int won = 0;
            for (Future<Boolean> writer : writers) {
                won += writer.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @BothDatabases
    void concurrentChangesOfOneRecordAllCount() throws Exception {
        RecordView made = asKeeper(() -> forest.trees().create(Map.of("name", "x", "age", 0L)));
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                writers.add(pool.submit(() -> asKeeper(() -> forest.trees().change(made.id(), "update", tree -> tree.age(tree.age() + 1)))));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        } finally {
            pool.shutdownNow();
        }
        RecordView after = asKeeper(() -> forest.trees().get(made.id()));
        assertThat(after.json()).containsEntry("age", 20L);
        assertThat(after.version()).isEqualTo(21);
    }

    @BothDatabases
    void aChangeThatChangesNothingLeavesNoTrace() {
        RecordView made = asKeeper(() -> forest.trees().create(Map.of("name", "x", "tags", List.of("a"))));
        RecordView same = asKeeper(() -> forest.trees().update(made.id(), 1, Map.of("name", " x ", "tags", List.of("a", "a"))));
        assertThat(same).isEqualTo(made);
        assertThat(forest.count("records_change")).isEqualTo(1);
    }

    @BothDatabases
    void deletedRecordsLieInTheBinUntilRestored() {
        RecordView made = asKeeper(() -> forest.trees().create(tree("oak")));
        assertThat(catchThrowableOfType(TenonException.class, () -> delete(made.id(), 7)).kind()).isEqualTo(Kind.STALE);
        delete(made.id(), 1);

        for (Runnable gone : List.<Runnable>of(() -> forest.trees().get(made.id()), () -> forest.trees().update(made.id(), 2, tree("x")), () -> delete(made.id(), null))) {
            assertThat(catchThrowableOfType(TenonException.class, () -> asKeeper(() -> {
                gone.run();
                return true;
            })).kind()).isEqualTo(Kind.NOT_FOUND);
        }
        assertThat(asKeeper(() -> forest.trees().find(made.id()))).isEmpty();
        assertThat(asKeeper(() -> forest.trees().page(RecordQuery.first(5))).items()).isEmpty();
        RecordQuery bin = new RecordQuery(null, null, 5, null, List.of(), null, false, true);
        assertThat(asKeeper(() -> forest.trees().page(bin)).items()).hasSize(1);

        RecordView back = asKeeper(() -> forest.trees().restore(made.id()));
        assertThat(back.version()).isEqualTo(3);
        assertThat(back.json().get("deletedAt")).isNull();
        assertThat(catchThrowableOfType(TenonException.class, () -> asKeeper(() -> forest.trees().restore(made.id()))).kind()).isEqualTo(Kind.CONFLICT);
        assertThat(actions(made.id())).containsExactly("restore", "delete", "create");
    }

    @BothDatabases
    void aUniqueNameIsFreeAgainAfterDeletionAndRestoringIntoATakenPlaceIsRefused() {
        RecordView first = asKeeper(() -> forest.trees().create(tree("oak")));
        TenonException taken = catchThrowableOfType(TenonException.class, () -> asKeeper(() -> forest.trees().create(tree("oak"))));
        assertThat(taken.kind()).isEqualTo(Kind.CONFLICT);
        assertThat(taken.errors()).singleElement().satisfies(error -> assertThat(error.field()).isEqualTo("name"));

        delete(first.id(), null);
        RecordView second = asKeeper(() -> forest.trees().create(tree("oak")));
        TenonException place = catchThrowableOfType(TenonException.class, () -> asKeeper(() -> forest.trees().restore(first.id())));
        assertThat(place.kind()).isEqualTo(Kind.CONFLICT);
        delete(second.id(), null);
        asKeeper(() -> forest.trees().restore(first.id()));
        assertThat(forest.count("sample_tree where deleted_token = 0")).isEqualTo(1);
    }

    @BothDatabases
    void theTimelineTellsWhoChangedWhatInTheReadersWords() {
        RecordView parent = asKeeper(() -> forest.trees().create(tree("mother")));
        RecordView made = asKeeper(() -> forest.trees().create(Map.of("name", "oak", "kind", "oak", "age", 5L, "phones",
                List.of(Map.of("kind", "office", "value", "021-63583907")))));
        Map<String, Object> patch = new HashMap<>(Map.of("kind", "fir", "parent", parent.id().toString(), "uses", List.of("shade")));
        patch.put("age", null);
        asKeeper(() -> forest.trees().update(made.id(), 1, patch));
        asKeeper(() -> forest.trees().change(made.id(), "fell", tree -> tree.fell(LocalDateTime.of(2026, 11, 23, 8, 0))));

        List<Map<String, Object>> items = asKeeper(() -> forest.trees().timeline(made.id(), 10, null)).items();

        assertThat(items).extracting(item -> item.get("action")).containsExactly("fell", "update", "create");
        assertThat(items).allSatisfy(item -> assertThat(item).containsEntry("byLabel", "张伟").containsEntry("by", "000000000000B"));
        assertThat(change(items.get(1), "kind")).containsAllEntriesOf(Map.of("old", "oak", "new", "fir", "oldLabel", "Oak", "newLabel", "Fir", "label", "Kind"));
        assertThat(change(items.get(1), "parent")).containsEntry("newLabel", "mother");
        assertThat(change(items.get(1), "uses")).containsEntry("newLabel", List.of("Shade"));
        assertThat(change(items.get(1), "age")).containsEntry("old", 5L).containsEntry("new", null);
        assertThat(change(items.get(0), "felledAt")).containsEntry("new", "2026-11-23T08:00:00Z");

        List<Map<String, Object>> seen = Forest.GUEST.run(() -> forest.trees().timeline(made.id(), 10, null)).items();
        assertThat(change(seen.get(2), "phones")).containsEntry("new", "***");
        assertThat(change(seen.get(1), "kind")).containsEntry("label", "种类").containsEntry("newLabel", "冷杉");
        assertThat(seen.toString()).doesNotContain("63583907").doesNotContain("age");
    }

    @BothDatabases
    void theTimelineComesInPages() {
        RecordView made = asKeeper(() -> forest.trees().create(tree("v1")));
        for (int version = 1; version < 7; version++) {
            int at = version;
            asKeeper(() -> forest.trees().update(made.id(), at, tree("v" + (at + 1))));
        }
        List<Object> versions = new ArrayList<>();
        String cursor = null;
        do {
            String from = cursor;
            Timeline page = asKeeper(() -> forest.trees().timeline(made.id(), 3, from));
            page.items().forEach(item -> versions.add(item.get("version")));
            cursor = page.next();
        } while (cursor != null);
        assertThat(versions).containsExactly(7, 6, 5, 4, 3, 2, 1);
        assertThat(catchThrowableOfType(TenonException.class, () -> asKeeper(() -> forest.trees().timeline(made.id(), 3, "?"))).kind())
                .isEqualTo(Kind.UNREADABLE);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> change(Map<String, Object> item, String field) {
        return ((List<?>) item.get("changes")).stream().map(each -> (Map<String, Object>) each).filter(each -> field.equals(each.get("field"))).findFirst().orElseThrow();
    }

    private List<Object> actions(RecordId id) {
        return asKeeper(() -> forest.trees().timeline(id, 10, null)).items().stream().map(item -> item.get("action")).toList();
    }

    private void delete(RecordId id, Integer version) {
        asKeeper(() -> {
            forest.trees().delete(id, version);
            return true;
        });
    }
}
