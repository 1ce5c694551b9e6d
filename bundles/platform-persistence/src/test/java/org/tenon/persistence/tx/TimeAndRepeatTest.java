package org.tenon.persistence.tx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.tenon.persistence.DbException;
import org.tenon.persistence.DbKind;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

class TimeAndRepeatTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    private final TxFixture on;
    private final ThreadTx tx;

    TimeAndRepeatTest(TestDatabase database) {
        on = new TxFixture(database);
        tx = on.tx;
    }

    @AfterEach
    void nothingIsLeftOver() {
        assertThat(tx.active()).isFalse();
        assertThat(on.database.busy()).isZero();
        on.close();
    }

    private static void assertTimedOut(Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(TenonException.class,
            thrown -> assertThat(thrown.kind()).isEqualTo(Kind.UNAVAILABLE)).hasMessageContaining("longer than");
    }

    /** Waits until the time is up, as slow work would. */
    private static void spend(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    @BothDatabases
    void workThatTakesTooLongIsRolledBack() {
        assertTimedOut(() -> tx.required(SHORT, () -> {
            on.insert(1);
            spend(SHORT);
            return null;
        }));
        assertThat(on.count()).isZero();
    }

    @BothDatabases
    void noStatementBeginsWhenTheTimeIsUp() {
        AtomicInteger statements = new AtomicInteger();
        assertTimedOut(() -> tx.required(SHORT, () -> {
            on.insert(1);
            spend(SHORT);
            on.insert(2);
            return statements.incrementAndGet();
        }));
        assertThat(statements).hasValue(0);
    }

    @BothDatabases
    void aStatementThatTakesTooLongIsStopped() {
        for (int i = 0; i < 200; i++) {
            on.insert(i);
        }
        String endless = on.db.kind() == DbKind.POSTGRESQL ? "select count(*) from item, pg_sleep(60)"
            : "select count(*) from item a, item b, item c, item d, item e where a.id + b.id * c.id + d.id * e.id = 7";

        long begin = System.nanoTime();
        assertTimedOut(() -> tx.required(Duration.ofSeconds(1), () -> on.db.read(connection -> {
            TxFixture.execute(connection, "update item set word = null");
            try (var statement = connection.createStatement(); var rows = statement.executeQuery(endless)) {
                return rows.next();
            }
        })));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));
        // It held no lock back: the whole table can be changed at once.
        assertThat(on.execute("delete from item")).isEqualTo(200);
    }

    @BothDatabases
    void joiningShortensTheTimeAndNeverExtendsIt() {
        assertTimedOut(() -> tx.required(() -> tx.required(SHORT, () -> {
            on.insert(1);
            spend(SHORT);
            return null;
        })));
        assertTimedOut(() -> tx.required(SHORT, () -> tx.required(Duration.ofMinutes(1), () -> {
            on.insert(1);
            spend(SHORT);
            return null;
        })));
        assertThat(on.count()).isZero();
    }

    @BothDatabases
    void aJoinThatEndedInTimeGivesTheOuterOneItsTimeBack() {
        tx.run(() -> {
            tx.required(SHORT, () -> null);
            spend(SHORT);
            on.insert(1);
        });
        assertThat(on.count()).isEqualTo(1);
    }

    @BothDatabases
    void noTimeAtAllIsRefused() {
        assertThatThrownBy(() -> tx.required(Duration.ZERO, () -> null)).isInstanceOf(IllegalArgumentException.class);
    }

    private static DbException serializationFailure() {
        return new DbException(new SQLException("could not serialize", "40001"));
    }

    @BothDatabases
    void aSerializationFailureRepeatsTheOutermostWork() {
        AtomicInteger runs = new AtomicInteger();
        tx.run(() -> tx.run(() -> {
            on.insert(runs.incrementAndGet());
            if (runs.get() <= 3) {
                throw serializationFailure();
            }
        }));

        assertThat(runs).hasValue(4);
        assertThat(on.count()).isEqualTo(1);
    }

    @BothDatabases
    void aSwallowedSerializationFailureRepeatsToo() {
        AtomicInteger runs = new AtomicInteger();
        tx.run(() -> {
            try {
                tx.run(() -> {
                    on.insert(1);
                    if (runs.incrementAndGet() == 1) {
                        throw serializationFailure();
                    }
                });
            } catch (DbException e) {
                assertThat(runs).hasValue(1);
            }
        });
        assertThat(runs).hasValue(2);
        assertThat(on.count()).isEqualTo(1);
    }

    @BothDatabases
    void afterThreeRepeatsTheCallerHearsThatTheDatabaseIsBusy() {
        AtomicInteger runs = new AtomicInteger();
        assertThatThrownBy(() -> tx.run(() -> {
            runs.incrementAndGet();
            throw serializationFailure();
        })).isInstanceOfSatisfying(TenonException.class, refusal -> assertThat(refusal.kind()).isEqualTo(Kind.UNAVAILABLE))
            .hasRootCauseInstanceOf(SQLException.class);
        assertThat(runs).hasValue(4);
    }

    @BothDatabases
    void otherFailuresAreNotRepeated() {
        AtomicInteger runs = new AtomicInteger();
        assertThatThrownBy(() -> tx.run(() -> {
            runs.incrementAndGet();
            on.insert(1);
            on.insert(1);
        })).isInstanceOf(DbException.class);
        assertThat(runs).hasValue(1);
    }

    @BothDatabases
    void bothSidesOfADeadlockSucceedInTheEnd() throws Exception {
        on.insert(1);
        on.insert(2);
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        AtomicInteger runs = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(2);
        List<Future<?>> sides = List.of(
            pool.submit(() -> update(1, 2, bothHoldOne, runs)),
            pool.submit(() -> update(2, 1, bothHoldOne, runs)));
        for (Future<?> side : sides) {
            side.get(60, TimeUnit.SECONDS);
        }
        pool.shutdown();

        assertThat(runs.get()).isGreaterThan(2);
    }

    private void update(long first, long second, CyclicBarrier bothHoldOne, AtomicInteger runs) {
        tx.run(() -> {
            int run = runs.incrementAndGet();
            on.execute("update item set word = 'a" + run + "' where id = " + first);
            if (run <= 2) {
                try {
                    bothHoldOne.await(30, TimeUnit.SECONDS);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
            on.execute("update item set word = 'b" + run + "' where id = " + second);
        });
    }
}
