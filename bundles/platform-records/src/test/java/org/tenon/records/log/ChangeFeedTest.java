package org.tenon.records.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tenon.records.write.Forest.asKeeper;
import static org.tenon.records.write.Forest.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tenon.records.write.Forest;
import org.tenon.sdk.record.Change;
import org.tenon.sdk.record.RecordView;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

class ChangeFeedTest {

    private final TestDatabase database;
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private Forest forest;

    ChangeFeedTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        forest = new Forest(database);
    }

    @AfterEach
    void close() {
        pool.shutdownNow();
        forest.close();
    }

    @BothDatabases
    void whatCommitsLateIsNeitherSkippedNorHoldsOthersUp() throws Exception {
        List<Change> followed = new CopyOnWriteArrayList<>();
        AutoCloseable follower = forest.engine().changes().follow("test", followed::addAll);
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Future<?> late = pool.submit(() -> forest.engine().tx().required(() -> asKeeper(() -> {
            RecordView made = forest.trees().create(tree("late"));
            written.countDown();
            await(release);
            return made;
        })));
        await(written);

        for (int i = 0; i < 5; i++) {
            int n = i;
            asKeeper(() -> forest.trees().create(tree("early " + n)));
        }
        Waiting.until(() -> followed.size() == 5);
        assertThat(forest.engine().changes().latest()).isEqualTo(5);
        release.countDown();
        late.get();
        asKeeper(() -> forest.trees().create(tree("after")));

        Waiting.until(() -> followed.size() == 7);
        assertThat(followed).extracting(Change::seq).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(followed).extracting(Change::target).doesNotHaveDuplicates();
        assertThat(forest.engine().audit().verify()).isEmpty();
        follower.close();
    }

    @BothDatabases
    void manyWritersAreNumberedWithoutGaps() throws Exception {
        List<Change> followed = new CopyOnWriteArrayList<>();
        try (AutoCloseable follower = forest.engine().changes().follow("test", followed::addAll)) {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                int n = i;
                writers.add(pool.submit(() -> asKeeper(() -> forest.trees().create(tree("t" + n)))));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            Waiting.until(() -> followed.size() >= 60);
        }
        assertThat(followed).extracting(Change::seq).isSorted().doesNotHaveDuplicates().hasSize(60).endsWith(60L);
        assertThat(forest.engine().audit().verify()).isEmpty();
    }

    @BothDatabases
    void aFollowerThatDiesInACallGetsTheSameChangesAgain() throws Exception {
        asKeeper(() -> forest.trees().create(tree("one")));
        List<Long> first = new CopyOnWriteArrayList<>();
        CountDownLatch inCall = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        List<Long> seen = new CopyOnWriteArrayList<>();
        AutoCloseable dies = forest.engine().changes().follow("search", changes -> {
            changes.forEach(change -> first.add(change.seq()));
            if (first.contains(2L)) {
                inCall.countDown();
                await(never);
            }
        });
        Waiting.until(() -> first.contains(1L));
        asKeeper(() -> forest.trees().create(tree("two")));
        await(inCall);

        try (AutoCloseable next = forest.engine().changes().follow("search", changes -> changes.forEach(change -> seen.add(change.seq())))) {
            asKeeper(() -> forest.trees().create(tree("three")));
            Waiting.until(() -> seen.contains(3L));
            assertThat(seen).containsExactly(2L, 3L);
        } finally {
            never.countDown();
            dies.close();
        }
    }

    @BothDatabases
    void aReaderThatThrowsIsCalledAgainWithTheSameChanges() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        List<Long> seen = new CopyOnWriteArrayList<>();
        try (AutoCloseable follower = forest.engine().changes().follow("shaky", changes -> {
            if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("not now");
            }
            changes.forEach(change -> seen.add(change.seq()));
        })) {
            asKeeper(() -> forest.trees().create(tree("one")));
            Waiting.until(() -> seen.contains(1L));
        }
        assertThat(calls).hasValue(2);
    }

    @BothDatabases
    void aTamperedRowIsFound() {
        RecordView made = asKeeper(() -> forest.trees().create(tree("one")));
        for (int i = 1; i < 5; i++) {
            int version = i;
            asKeeper(() -> forest.trees().update(made.id(), version, Map.of("age", (long) version)));
        }
        Waiting.until(() -> forest.engine().changes().latest() == 5);
        assertThat(forest.engine().audit().verify()).isEmpty();

        database.execute("UPDATE records_change SET member_name = 'someone else' WHERE seq = 3");
        assertThat(forest.engine().audit().verify()).contains(3L);
        database.execute("DELETE FROM records_change WHERE seq = 2");
        assertThat(forest.engine().audit().verify()).contains(2L);
    }

    @BothDatabases
    void changesAreVisibleToThoseWhoMayReadTheRecord() {
        asKeeper(() -> forest.trees().create(tree("one")));
        RecordView oak = asKeeper(() -> forest.trees().create(tree("oak")));
        asKeeper(() -> forest.leaves().create(Map.of("name", "leaf", "tree", oak.id())));
        Waiting.until(() -> forest.engine().changes().latest() == 3);

        List<Change> changes = forest.engine().changes().after(0, 10);
        assertThat(changes).extracting(change -> forest.engine().changes().visible(Forest.KEEPER, change)).containsExactly(true, true, true);
        assertThat(changes).extracting(change -> forest.engine().changes().visible(Forest.GUEST, change)).containsExactly(true, true, false);
        assertThat(forest.engine().changes().after(1, 1)).extracting(Change::seq).containsExactly(2L);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
