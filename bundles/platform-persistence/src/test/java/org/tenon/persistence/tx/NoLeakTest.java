package org.tenon.persistence.tx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.tenon.persistence.DatabaseConfig;
import org.tenon.persistence.PersistenceUnit;
import org.tenon.persistence.sample.Ids;
import org.tenon.persistence.sample.Note;
import org.tenon.persistence.standalone.StandalonePersistence;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

class NoLeakTest {

    private static final int FAILURES = 10_000;

    /** Each way to fail in turn: before and after SQL, in JPA's flush, in an inner call, in a new transaction, by wish. */
    @BothDatabases
    void tenThousandFailingTransactionsLeaveNoConnectionBehind(TestDatabase database) {
        DatabaseConfig usual = DatabaseConfig.of(database.url(), database.user(), database.password());
        DatabaseConfig small = new DatabaseConfig(usual.kind(), usual.url(), usual.user(), usual.password(), 2, 1);
        try (StandalonePersistence persistence = StandalonePersistence.open(small)) {
            PersistenceUnit notes = persistence.unit("notes", Note.class, Note.class);
            persistence.tx().run(() -> notes.entityManager().persist(Ids.note("taken")));
            for (int i = 0; i < FAILURES; i++) {
                fail(persistence, notes, i % 6);
            }
            assertThat(persistence.busyConnections()).isZero();
            assertThat(persistence.tx().active()).isFalse();
            persistence.tx().run(() -> notes.entityManager().persist(Ids.note("free")));
        }
        assertThat(database.count("select count(*) from notes_note")).isEqualTo(2);
    }

    private static void fail(StandalonePersistence persistence, PersistenceUnit notes, int way) {
        var tx = persistence.tx();
        if (way == 0) {
            tx.run(() -> {
                notes.entityManager().persist(Ids.note("unwanted"));
                tx.setRollbackOnly();
            });
            return;
        }
        assertThatThrownBy(() -> tx.run(() -> {
            switch (way) {
                case 1 -> throw new IllegalArgumentException("before any SQL");
                case 2 -> {
                    notes.entityManager().persist(Ids.note("flushed"));
                    notes.entityManager().flush();
                    throw new IllegalArgumentException("after SQL");
                }
                case 3 -> notes.entityManager().persist(Ids.note("taken"));
                case 4 -> tx.run(() -> {
                    notes.entityManager().persist(Ids.note("inner"));
                    throw new IllegalArgumentException("inner");
                });
                default -> tx.requiresNew(() -> {
                    notes.entityManager().persist(Ids.note("beside"));
                    notes.entityManager().flush();
                    throw new IllegalArgumentException("beside");
                });
            }
        })).isInstanceOf(RuntimeException.class);
    }
}
