package org.tenon.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tenon.search.Firms.BOSS;
import static org.tenon.search.Firms.until;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.Change;
import org.tenon.sdk.record.ChangeFeed;
import org.tenon.sdk.search.SearchEngine;
import org.tenon.sdk.search.SearchQuery;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

/** The index keeps up, and goes on after whatever happens to it. */
class FollowingTest {

    private final TestDatabase database;
    @TempDir
    private Path folder;
    private Firms firms;

    FollowingTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        firms = new Firms(database, folder.resolve("index"));
        firms.settle();
    }

    @AfterEach
    void close() {
        firms.close();
    }

    @BothDatabases
    void aRecordIsFoundWithinTwoSecondsOfItsCommit() {
        firms.store("热身");
        firms.settle();
        long began = System.nanoTime();
        long firm = firms.store("蓝博科技");
        until(() -> firms.words(BOSS, "蓝博").equals(List.of(firm)));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(SearchEngine.LAG_SECONDS));
    }

    @BothDatabases
    void afterACrashNothingIsLostAndNothingIsTwice() {
        long before = firms.store("蓝博一");
        firms.settle();
        firms.restart(true, () -> firms.store("蓝博二"));
        long after = firms.store("蓝博三");
        firms.settle();
        assertThat(firms.words(BOSS, "蓝博")).hasSize(3).contains(before, after);
    }

    @BothDatabases
    void afterAnOrderlyStopItGoesOnWhereItWas() {
        firms.store("蓝博一");
        firms.settle();
        firms.restart(false, () -> firms.store("蓝博二"));
        assertThat(firms.search().state().building()).as("answers while it catches up").satisfiesAnyOf(
            types -> assertThat(types).isEmpty(), types -> until(() -> firms.search().state().building().isEmpty()));
        firms.settle();
        assertThat(firms.words(BOSS, "蓝博")).hasSize(2);
    }

    @BothDatabases
    void nothingOfAPurgedAreaIsLeft() {
        firms.store("蓝博一");
        firms.settle();
        assertThat(firms.search().state().documents()).isPositive();

        firms.purge();

        until(() -> firms.search().state().documents() == 0);
        assertThat(firms.words(BOSS, "蓝博")).isEmpty();
    }

    @BothDatabases
    void aDamagedIndexIsMadeAnew() {
        long firm = firms.store("蓝博一");
        firms.settle();
        firms.restart(false, () -> damage("_"));
        firms.settle();
        assertThat(firms.words(BOSS, "蓝博")).containsExactly(firm);

        firms.restart(false, () -> damage("segments"));
        firms.settle();
        assertThat(firms.words(BOSS, "蓝博")).containsExactly(firm);
    }

    @BothDatabases
    void aMissingIndexIsMadeAnew() {
        long firm = firms.store("蓝博一");
        firms.settle();
        firms.restart(false, () -> each("", FollowingTest::delete));
        firms.settle();
        assertThat(firms.words(BOSS, "蓝博")).containsExactly(firm);
    }

    @BothDatabases
    void anIndexOfAnotherDatabaseIsMadeAnew() {
        long firm = firms.store("蓝博一");
        firms.settle();
        firms.restart(false, () -> {
            database.execute("UPDATE records_change SET record_id = 7");
            database.execute("UPDATE sample_firm SET name = '吉利'");
        });
        firms.settle();
        assertThat(firms.words(BOSS, "吉利")).containsExactly(firm);
        assertThat(firms.words(BOSS, "蓝博")).isEmpty();
    }

    @BothDatabases
    void whenTheLogWasCutBehindTheIndexItIsMadeAnew() {
        firms.store("蓝博一");
        firms.settle();
        firms.restart(false, () -> {
            firms.store("蓝博二");
            firms.store("蓝博三");
            until(() -> firms.engine.changes().latest() == 3);
            database.execute("DELETE FROM records_change WHERE seq <= 2");
        });
        until(() -> firms.search().state().position() == 3 && firms.search().state().building().isEmpty());
        assertThat(firms.words(BOSS, "蓝博")).hasSize(3);
    }

    @BothDatabases
    void aChangeNumberedBetweenTwoLooksAtTheLogIsNoGap() {
        long firm = firms.store("蓝博一");
        AtomicBoolean late = new AtomicBoolean();
        ChangeFeed feed = new LateFeed(firms.engine.changes(), () -> {
            if (late.compareAndSet(true, false)) {
                firms.store("蓝博三");
                until(() -> firms.engine.changes().latest() == 3);
            }
        });
        try (LuceneSearch search = new LuceneSearch(folder.resolve("late"), feed, firms.engine.documents(), firms.engine.types())) {
            until(() -> search.state().building().isEmpty());
            database.execute("UPDATE sample_firm SET name = '吉利'"); // past the log: only an index made anew would know
            late.set(true);
            firms.store("蓝博二");
            until(() -> search.state().position() == 3);
            assertThat(BOSS.run(() -> search.find(SearchQuery.words(Firms.FIRM, "蓝博", SearchEngine.MOST)).ids())).hasSize(3).contains(firm);
        }
    }

    /** Runs something after each look at the log that found nothing. */
    private record LateFeed(ChangeFeed feed, Runnable afterNothing) implements ChangeFeed {

        @Override
        public long latest() {
            return feed.latest();
        }

        @Override
        public List<Change> after(long seq, int limit) {
            List<Change> changes = feed.after(seq, limit);
            if (changes.isEmpty()) {
                afterNothing.run();
            }
            return changes;
        }

        @Override
        public AutoCloseable follow(String cursor, Consumer<List<Change>> reader) {
            return feed.follow(cursor, reader);
        }

        @Override
        public AutoCloseable onNew(Runnable signal) {
            return feed.onNew(signal);
        }

        @Override
        public boolean visible(Caller caller, Change change) {
            return feed.visible(caller, change);
        }
    }

    @BothDatabases
    void anAreaThatLeftIsNotAnsweredAndComesBackWithItsRecords() {
        long firm = firms.store("蓝博一");
        firms.settle();
        firms.engine.leave(firms.unit);
        assertThatThrownBy(() -> firms.words(BOSS, "蓝博")).isInstanceOfSatisfying(TenonException.class, e -> assertThat(e.kind()).isEqualTo(Kind.NOT_FOUND));
        firms.engine.area(firms.unit);
        assertThat(firms.words(BOSS, "蓝博")).containsExactly(firm);
    }

    private void damage(String beginning) {
        each(beginning, file -> {
            byte[] bytes = Files.readAllBytes(file);
            java.util.Arrays.fill(bytes, (byte) 7);
            Files.write(file, bytes);
        });
    }

    private interface Harm {
        void to(Path file) throws IOException;
    }

    private static void delete(Path file) throws IOException {
        Files.delete(file);
    }

    private void each(String beginning, Harm harm) {
        try (Stream<Path> files = Files.list(folder.resolve("index"))) {
            for (Path file : files.filter(file -> file.getFileName().toString().startsWith(beginning)).toList()) {
                harm.to(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
