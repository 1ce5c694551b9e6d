package org.tenon.persistence.tx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.transaction.Synchronization;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.tenon.persistence.DbException;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

/** Something throws: in the work, while flushing, before, at and after the commit. */
class PhasesTest {

    private final TxFixture on;
    private final ThreadTx tx;
    private final List<String> told = new ArrayList<>();

    PhasesTest(TestDatabase database) {
        on = new TxFixture(database);
        tx = on.tx;
    }

    @AfterEach
    void nothingIsLeftOver() {
        assertThat(tx.active()).isFalse();
        assertThat(on.database.busy()).isZero();
        on.insert(99);
        on.close();
    }

    private final class Resource implements TxResource {

        private final Runnable flush;
        private final Runnable close;

        Resource(Runnable flush, Runnable close) {
            this.flush = flush;
            this.close = close;
        }

        @Override
        public void flush() {
            flush.run();
        }

        @Override
        public void close() {
            told.add("closed");
            close.run();
        }
    }

    private static Runnable failing(String message) {
        return () -> {
            throw new IllegalArgumentException(message);
        };
    }

    private void join(Runnable flush, Runnable close) {
        tx.resource(new Object(), () -> new Resource(flush, close));
    }

    @BothDatabases
    void anErrorInTheWorkRollsBackAndReachesTheCaller() {
        AssertionError error = new AssertionError("defect");

        assertThatThrownBy(() -> tx.run(() -> {
            on.insert(1);
            join(() -> told.add("flushed"), () -> { });
            throw error;
        })).isSameAs(error);

        assertThat(told).containsExactly("closed");
        assertThat(on.count()).isZero();
    }

    @BothDatabases
    void aFailingFlushRollsBack() {
        assertThatThrownBy(() -> tx.run(() -> {
            on.insert(1);
            join(failing("flush"), () -> { });
        })).hasMessage("flush");

        assertThat(told).containsExactly("closed");
        assertThat(on.count()).isZero();
    }

    @BothDatabases
    void aFlushWritesBeforeTheCommitAndBeforeEachRead() {
        tx.run(() -> {
            join(() -> told.add("flushed"), () -> { });
            on.count();
            assertThat(told).containsExactly("flushed");
        });

        assertThat(told).containsExactly("flushed", "flushed", "closed");
    }

    @BothDatabases
    void aResourceThatJoinsDuringTheFlushIsFlushedToo() {
        tx.run(() -> join(() -> join(() -> told.add("late one flushed"), () -> { }), () -> { }));

        assertThat(told).contains("late one flushed");
    }

    @BothDatabases
    void aSynchronizationThatFailsBeforeTheCommitRollsBack() {
        assertThatThrownBy(() -> tx.run(() -> {
            on.insert(1);
            register(synchronization(failing("before"), () -> { }));
        })).hasMessage("before");

        assertThat(told).containsExactly("outcome 4");
        assertThat(on.count()).isZero();
    }

    @BothDatabases
    void aCommitThatTheDatabaseRefusesStoresNothing() {
        assertThatThrownBy(() -> tx.run(() -> {
            tx.afterCommit(() -> told.add("never"));
            on.insert(1, "same");
            on.insert(2, "same");
            assertThat(on.count()).as("the constraint is checked at the commit only").isEqualTo(2);
        })).isInstanceOf(DbException.class);

        assertThat(told).isEmpty();
        assertThat(on.count()).isZero();
    }

    @BothDatabases
    void whatFailsAfterTheCommitChangesNothing() {
        tx.run(() -> {
            on.insert(1);
            join(() -> { }, failing("close"));
            register(synchronization(() -> { }, failing("after")));
            tx.afterCommit(failing("after commit"));
            tx.afterCommit(() -> told.add("next one runs"));
        });

        assertThat(told).containsExactly("outcome 3", "closed", "next one runs");
        assertThat(on.count()).isEqualTo(1);
    }

    @BothDatabases
    void openJpaMarkingTheTransactionIsAFailure() {
        assertThatThrownBy(() -> tx.run(() -> {
            on.insert(1);
            new TxManager(tx).setRollbackOnly();
        })).isInstanceOf(IllegalStateException.class);

        assertThat(on.count()).isZero();
    }

    private void register(Synchronization synchronization) {
        try {
            new TxManager(tx).getTransaction().registerSynchronization(synchronization);
        } catch (jakarta.transaction.RollbackException | jakarta.transaction.SystemException e) {
            throw new IllegalStateException(e);
        }
    }

    private Synchronization synchronization(Runnable before, Runnable after) {
        return new Synchronization() {

            @Override
            public void beforeCompletion() {
                before.run();
            }

            @Override
            public void afterCompletion(int status) {
                told.add("outcome " + status);
                after.run();
            }
        };
    }
}
