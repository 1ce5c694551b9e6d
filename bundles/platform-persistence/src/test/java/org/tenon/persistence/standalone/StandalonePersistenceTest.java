package org.tenon.persistence.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tenon.persistence.sample.Ids.note;
import static org.tenon.persistence.sample.Ids.remark;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tenon.persistence.DatabaseConfig;
import org.tenon.persistence.Db;
import org.tenon.persistence.PersistenceUnit;
import org.tenon.persistence.sample.Note;
import org.tenon.persistence.sample.Remark;
import org.tenon.sdk.tx.Tx;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

class StandalonePersistenceTest {

    private final TestDatabase database;
    private StandalonePersistence persistence;
    private Tx tx;
    private Db db;
    private PersistenceUnit notes;
    private PersistenceUnit remarks;

    StandalonePersistenceTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        persistence = StandalonePersistence.open(DatabaseConfig.of(database.url(), database.user(), database.password()));
        tx = persistence.tx();
        db = persistence.db();
        notes = persistence.unit("notes", Note.class, Note.class);
        remarks = persistence.unit("remarks", Note.class.getClassLoader(), java.util.List.of(), java.util.List.of(Remark.class));
    }

    @AfterEach
    void close() {
        assertThat(persistence.busyConnections()).isZero();
        persistence.close();
    }

    @BothDatabases
    void anEntityOnTheSdksSuperclassesIsStoredAndComesBack() {
        Note note = note("榫 卯");
        tx.run(() -> notes.entityManager().persist(note));

        Note stored = tx.required(() -> {
            Note found = notes.entityManager().find(Note.class, note.id());
            found.body();
            return found;
        });

        assertThat(stored.version()).isEqualTo(1);
        assertThat(stored.subject()).isEqualTo("榫 卯");
        assertThat(stored.body()).isEqualTo("body of 榫 卯");
        assertThat(stored.price()).isEqualTo(note.price());
        assertThat(stored.urgent()).isTrue();
    }

    @BothDatabases
    void twoUnitsCommitAsOne() {
        tx.run(() -> {
            notes.entityManager().persist(note("a"));
            remarks.entityManager().persist(remark("b"));
        });

        assertThat(count("notes_note")).isEqualTo(1);
        assertThat(count("notes_remark")).isEqualTo(1);
    }

    @BothDatabases
    void twoUnitsRollBackAsOne() {
        assertThatThrownBy(() -> tx.run(() -> {
            notes.entityManager().persist(note("a"));
            remarks.entityManager().persist(remark("b"));
            notes.entityManager().flush();
            throw new IllegalArgumentException("no");
        })).isInstanceOf(IllegalArgumentException.class).hasMessage("no");

        assertThat(count("notes_note")).isZero();
        assertThat(count("notes_remark")).isZero();
    }

    @BothDatabases
    void readingInATransactionSeesWhatAllUnitsHold() {
        long seen = tx.required(() -> {
            notes.entityManager().persist(note("a"));
            remarks.entityManager().persist(remark("b"));
            return count("notes_note") + count("notes_remark");
        });

        assertThat(seen).isEqualTo(2);
    }

    @BothDatabases
    void theEntityManagerIsTheSameWithinATransactionAndThereIsNoneOutside() {
        assertThat(tx.<Boolean>required(() -> notes.entityManager() == notes.entityManager())).isTrue();
        assertThatThrownBy(() -> notes.entityManager()).isInstanceOf(IllegalStateException.class);
    }

    @BothDatabases
    void openingAgainMigratesNothing() {
        persistence.unit("notes", Note.class, Note.class);
        assertThat(database.count("select count(*) from \"tenon_history_notes\" where \"type\" = 'SQL'")).isEqualTo(2);
    }

    @BothDatabases
    void aTableMadeBeforeAColumnWasCommonGetsIt() {
        tx.run(() -> notes.entityManager().persist(note("a")));
        db.write(connection -> execute(connection, "alter table notes_note drop column custom_values"));
        db.write(connection -> execute(connection, "alter table notes_note drop column department_id"));

        PersistenceUnit again = persistence.unit("notes", Note.class, Note.class);

        assertThat(tx.<Long>required(() -> again.entityManager().createQuery("select n from Note n", Note.class).getSingleResult().departmentId())).isNull();
    }

    private static boolean execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }

    private long count(String table) {
        return db.read(connection -> {
            try (var statement = connection.createStatement(); var rows = statement.executeQuery("select count(*) from " + table)) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }
}
