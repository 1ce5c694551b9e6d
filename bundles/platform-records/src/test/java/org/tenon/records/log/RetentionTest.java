package org.tenon.records.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tenon.records.write.Forest.asKeeper;
import static org.tenon.records.write.Forest.tree;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tenon.records.write.Forest;
import org.tenon.sdk.record.Change;
import org.tenon.sdk.record.RecordView;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

class RetentionTest {

    private final TestDatabase database;
    private Forest forest;
    private LocalDateTime border = LocalDateTime.MIN;

    RetentionTest(TestDatabase database) {
        this.database = database;
    }

    /** Four old changes, of which the third is a comment, and two younger ones. */
    @BeforeEach
    void open() {
        forest = new Forest(database);
        RecordView oak = asKeeper(() -> forest.trees().create(tree("oak")));
        asKeeper(() -> forest.trees().update(oak.id(), 1, Map.of("notes", "old")));
        asKeeper(() -> forest.engine().comments().add("sample.tree", oak.id(), "said long ago"));
        asKeeper(() -> forest.trees().update(oak.id(), 2, Map.of("notes", "older than it was")));
        numbered(4);
        border = LocalDateTime.now(ZoneOffset.UTC);
        asKeeper(() -> forest.trees().update(oak.id(), 3, Map.of("notes", "new")));
        asKeeper(() -> forest.trees().create(tree("fir")));
        numbered(6);
    }

    @AfterEach
    void close() {
        forest.close();
    }

    @BothDatabases
    void whatIsOlderGoesAndTheRestCanBeChecked() {
        assertThat(retention().sweep()).isZero();
        assertThat(marked(border)).isTrue();
        numbered(7);
        assertThat(forest.engine().audit().check().rows()).isEqualTo(3);
        assertThat(retention().sweep()).isEqualTo(3);
        assertThat(retention().sweep()).isZero();
        assertThat(forest.count("records_change WHERE seq IN (1, 2, 4)")).isZero();
        assertThat(forest.count("records_change WHERE seq IN (3, 5, 6, 7)")).as("what was said stays").isEqualTo(4);
        assertThat(forest.engine().audit().verify()).isEmpty();
        assertThat(marked(border)).as("nothing new is old").isFalse();
        asKeeper(() -> forest.trees().create(tree("elm")));
        numbered(8);
        assertThat(forest.engine().audit().verify()).isEmpty();
        assertThat(forest.engine().changes().after(0, 2)).as("followers begin at the checkpoint").extracting(Change::seq).containsExactly(5L, 6L);
    }

    @BothDatabases
    void purgingAgainMovesTheCheckpoint() {
        marked(border);
        numbered(7);
        retention().sweep();
        assertThat(marked(LocalDateTime.now(ZoneOffset.UTC).plusDays(1))).isTrue();
        numbered(8);
        assertThat(retention().sweep()).isEqualTo(2);
        assertThat(forest.engine().audit().verify()).isEmpty();
        assertThat(forest.engine().audit().check().rows()).isEqualTo(2);
    }

    @BothDatabases
    void whatIsTamperedWithIsFoundBehindACheckpointToo() {
        marked(border);
        numbered(7);
        retention().sweep();
        database.execute("UPDATE records_change SET member_name = 'someone else' WHERE seq = 6");
        assertThat(forest.engine().audit().verify()).contains(6L);
        database.execute("DELETE FROM records_change WHERE seq = 5");
        assertThat(forest.engine().audit().verify()).contains(5L);
    }

    @BothDatabases
    void aCheckpointThatIsForgedOrGoneIsFound() {
        marked(border);
        numbered(7);
        retention().sweep();
        String hash = forest.engine().db().read(connection -> {
            try (var statement = connection.createStatement(); var rows = statement.executeQuery("SELECT hash FROM records_change WHERE seq = 5")) {
                rows.next();
                return rows.getString(1);
            }
        });
        database.execute("DELETE FROM records_change WHERE seq = 5");
        database.execute("UPDATE records_change SET fields = '[{\"field\":\"_purged\",\"old\":{\"seq\":0},\"new\":{\"seq\":5,\"hash\":\"" + hash + "\"}}]' WHERE seq = 7");
        assertThat(forest.engine().audit().verify()).contains(7L);
        database.execute("UPDATE records_change SET fields = '[{\"field\":\"_purged\",\"old\":{\"seq\":0},\"new\":{\"seq\":7,\"hash\":\"" + hash + "\"}}]' WHERE seq = 7");
        assertThat(forest.engine().audit().verify()).as("one that speaks of itself").contains(1L);
        database.execute("DELETE FROM records_change WHERE seq = 7");
        assertThat(forest.engine().audit().verify()).contains(1L);
    }

    private Retention retention() {
        return forest.engine().retention();
    }

    private boolean marked(LocalDateTime keptFrom) {
        return asKeeper(() -> retention().mark(keptFrom));
    }

    private void numbered(long head) {
        Waiting.until(() -> forest.engine().changes().latest() == head);
    }
}
