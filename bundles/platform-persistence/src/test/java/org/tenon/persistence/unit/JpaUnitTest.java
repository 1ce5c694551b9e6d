package org.tenon.persistence.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tenon.persistence.DatabaseConfig;
import org.tenon.persistence.SqlErrors;
import org.tenon.persistence.migrate.Script;
import org.tenon.persistence.pool.Database;
import org.tenon.persistence.sample.Ids;
import org.tenon.persistence.sample.Note;
import org.tenon.persistence.sample.Remark;
import org.tenon.persistence.tx.ThreadTx;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.BaseRecord;
import org.tenon.sdk.record.Money;
import org.tenon.sdk.record.OwnedRecord;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

class JpaUnitTest {

    private final TestDatabase test;
    private final Database database;
    private final ThreadTx tx;
    private JpaUnit unit;

    JpaUnitTest(TestDatabase test) {
        this.test = test;
        this.database = Database.open(DatabaseConfig.of(test.url(), test.user(), test.password()));
        this.tx = new ThreadTx(database.kind(), database.main(), database.separate());
    }

    @BeforeEach
    void open() throws SQLException {
        database.probe();
        unit = new Units(database.kind(), database.main(), tx).open("notes", Note.class.getClassLoader(), List.of(Note.class), Script.beside(Note.class));
    }

    @AfterEach
    void close() {
        unit.close();
        assertThat(database.busy()).isZero();
        database.close();
    }

    @BothDatabases
    void superclassesAndEmbeddablesBelongToTheUnit() {
        assertThat(unit.managed()).isEqualTo(Set.of(Note.class, OwnedRecord.class, BaseRecord.class, Money.class));
        assertThat(unit.entities()).containsExactly(Note.class);
    }

    @BothDatabases
    void anotherUnitsEntityIsUnknown() {
        assertThatThrownBy(() -> tx.run(() -> unit.entityManager().persist(Ids.remark("not ours")))).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> tx.run(() -> unit.entityManager().find(Remark.class, 1L))).isInstanceOf(RuntimeException.class);
    }

    @BothDatabases
    void closingWaitsForWhoIsInsideAndRefusesWhoComesLater() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<?> writer = threads.submit(() -> tx.run(() -> {
            unit.entityManager().persist(Ids.note("inside"));
            inside.countDown();
            await(goOn);
            unit.entityManager().persist(Ids.note("still inside"));
        }));
        await(inside);
        Future<?> closer = threads.submit(unit::close);
        awaitRefusal();
        assertThat(closer.isDone()).isFalse();

        goOn.countDown();
        writer.get(30, TimeUnit.SECONDS);
        closer.get(30, TimeUnit.SECONDS);
        threads.shutdown();

        assertThat(test.count("select count(*) from notes_note")).isEqualTo(2);
        assertThatThrownBy(() -> tx.run(unit::entityManager)).isInstanceOfSatisfying(TenonException.class,
            refused -> assertThat(refused.kind()).isEqualTo(Kind.UNAVAILABLE));
    }

    private void awaitRefusal() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (System.nanoTime() < end) {
            try {
                tx.run(unit::entityManager);
            } catch (TenonException refused) {
                return;
            }
        }
        throw new AssertionError("the closing unit lets everyone in");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @BothDatabases
    void aStaleVersionIsRefused() {
        Note note = Ids.note("a");
        tx.run(() -> unit.entityManager().persist(note));

        assertThatThrownBy(() -> tx.run(() -> {
            Note mine = unit.entityManager().find(Note.class, note.id());
            tx.requiresNew(() -> {
                unit.entityManager().find(Note.class, note.id()).ownedBy(1L);
                return null;
            });
            mine.ownedBy(2L);
        })).isInstanceOf(OptimisticLockException.class);

        Note stored = tx.required(() -> unit.entityManager().find(Note.class, note.id()));
        assertThat(stored.ownerId()).isEqualTo(1L);
        assertThat(stored.version()).isEqualTo(2);
    }

    @BothDatabases
    void aUniqueConstraintIsToldApart() {
        tx.run(() -> unit.entityManager().persist(Ids.note("same")));
        assertThatThrownBy(() -> tx.run(() -> unit.entityManager().persist(Ids.note("same"))))
            .satisfies(thrown -> assertThat(SqlErrors.uniqueViolation(thrown)).isTrue());
    }

    @BothDatabases
    void anUnchangedEntityIsNotWritten() {
        Note note = Ids.note("a");
        tx.run(() -> unit.entityManager().persist(note));
        tx.run(() -> unit.entityManager().find(Note.class, note.id()).ownedBy(null));
        assertThat(tx.<Integer>required(() -> unit.entityManager().find(Note.class, note.id()).version())).isEqualTo(1);
    }

    @BothDatabases
    void theEntityManagerIsClosedWithItsTransaction() {
        EntityManager manager = tx.required(unit::entityManager);
        assertThat(manager.isOpen()).isFalse();
    }
}
