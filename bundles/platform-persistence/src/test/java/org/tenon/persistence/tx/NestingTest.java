package org.tenon.persistence.tx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.tenon.persistence.DbException;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

class NestingTest {

    private final TxFixture on;
    private final ThreadTx tx;

    NestingTest(TestDatabase database) {
        on = new TxFixture(database);
        tx = on.tx;
    }

    @AfterEach
    void nothingIsLeftOver() {
        assertThat(tx.active()).isFalse();
        assertThat(on.database.busy()).isZero();
        on.close();
    }

    @BothDatabases
    void anInnerCallJoinsTheOuterOnesTransaction() {
        int result = tx.required(() -> {
            on.insert(1);
            return tx.required(() -> {
                on.insert(2);
                assertThat(on.database.busy()).isEqualTo(1);
                return 7;
            });
        });

        assertThat(result).isEqualTo(7);
        assertThat(on.count()).isEqualTo(2);
    }

    @BothDatabases
    void whatAnInnerCallWroteGoesWhenTheOuterFails() {
        IllegalArgumentException thrown = new IllegalArgumentException("outer");

        assertThatThrownBy(() -> tx.run(() -> {
            tx.run(() -> on.insert(1));
            throw thrown;
        })).isSameAs(thrown);

        assertThat(on.count()).isZero();
    }

    @BothDatabases
    void aSwallowedFailureOfAnInnerCallIsToldAndNothingIsStored() {
        IllegalArgumentException swallowed = new IllegalArgumentException("inner");

        assertThatThrownBy(() -> tx.run(() -> {
            on.insert(1);
            try {
                tx.run(() -> {
                    throw swallowed;
                });
            } catch (IllegalArgumentException e) {
                on.insert(2);
            }
        })).isInstanceOf(IllegalStateException.class).hasCause(swallowed);

        assertThat(on.count()).isZero();
    }

    @BothDatabases
    void aSwallowedSqlErrorIsAFailureToo() {
        assertThatThrownBy(() -> tx.run(() -> {
            on.insert(1);
            try {
                on.insert(1);
            } catch (DbException e) {
                assertThat(e.uniqueViolation()).isTrue();
            }
        })).isInstanceOf(IllegalStateException.class);

        assertThat(on.count()).isZero();
    }

    @BothDatabases
    void rollbackOnlyRollsBackAndAnswers() {
        String answer = tx.required(() -> {
            on.insert(1);
            tx.setRollbackOnly();
            return "checked";
        });

        assertThat(answer).isEqualTo("checked");
        assertThat(on.count()).isZero();
    }

    @BothDatabases
    void rollbackOnlyWantsATransaction() {
        assertThatThrownBy(tx::setRollbackOnly).isInstanceOf(IllegalStateException.class);
    }

    @BothDatabases
    void aNewTransactionStaysWhenTheOuterOneFails() {
        assertThatThrownBy(() -> tx.run(() -> {
            on.insert(1);
            tx.requiresNew(() -> {
                on.insert(2);
                return null;
            });
            throw new IllegalArgumentException("outer");
        })).hasMessage("outer");

        assertThat(on.count()).isEqualTo(1);
    }

    @BothDatabases
    void aNewTransactionThatFailsLeavesTheOuterOneAlone() {
        tx.run(() -> {
            on.insert(1);
            assertThatThrownBy(() -> tx.requiresNew(() -> {
                on.insert(2);
                throw new IllegalArgumentException("inner");
            })).hasMessage("inner");
        });

        assertThat(on.count()).isEqualTo(1);
    }

    @BothDatabases
    void afterCommitRunsOnceCommittedInOrderAndOutsideTheTransaction() {
        List<String> told = new ArrayList<>();

        tx.run(() -> {
            tx.afterCommit(() -> told.add("first, active " + tx.active() + ", rows " + on.count()));
            tx.run(() -> tx.afterCommit(() -> told.add("second")));
            on.insert(1);
            assertThat(told).isEmpty();
        });

        assertThat(told).containsExactly("first, active false, rows 1", "second");
    }

    @BothDatabases
    void afterCommitOfANewTransactionDoesNotWaitForTheOuterOne() {
        List<String> told = new ArrayList<>();

        tx.run(() -> {
            tx.requiresNew(() -> {
                tx.afterCommit(() -> told.add("inner, active " + tx.active()));
                return null;
            });
            assertThat(told).containsExactly("inner, active false");
            assertThat(tx.active()).isTrue();
        });
    }

    @BothDatabases
    void afterCommitNeverRunsAfterARollbackAndAtOnceWithoutATransaction() {
        List<String> told = new ArrayList<>();

        tx.run(() -> {
            tx.afterCommit(() -> told.add("never"));
            tx.setRollbackOnly();
        });
        assertThat(told).isEmpty();

        tx.afterCommit(() -> told.add("at once"));
        assertThat(told).containsExactly("at once");
    }

    @BothDatabases
    void theWorkCannotEndTheTransactionOnItsOwn() {
        assertThatThrownBy(() -> on.db.write(connection -> {
            connection.commit();
            return null;
        })).isInstanceOf(DbException.class);
        assertThatThrownBy(() -> on.db.write(connection -> {
            connection.rollback();
            return null;
        })).isInstanceOf(DbException.class);
    }

    @BothDatabases
    void readingOutsideATransactionLeavesNoneBehind() {
        on.insert(1);
        assertThat(on.db.read(java.sql.Connection::getAutoCommit)).isTrue();
        assertThat(on.count()).isEqualTo(1);
    }
}
