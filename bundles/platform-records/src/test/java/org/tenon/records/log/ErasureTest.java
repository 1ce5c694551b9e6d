package org.tenon.records.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tenon.records.write.Forest.asKeeper;
import static org.tenon.records.write.Forest.tree;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tenon.records.retention.RecordRemains;
import org.tenon.records.write.Forest;
import org.tenon.sdk.record.RecordView;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

class ErasureTest {

    private final TestDatabase database;
    private Forest forest;

    ErasureTest(TestDatabase database) {
        this.database = database;
    }

    /** Rows 1 and 3 tell of the area, 2 of another. */
    @BeforeEach
    void open() {
        forest = new Forest(database);
        RecordView oak = asKeeper(() -> forest.trees().create(tree("oak")));
        numbered(1);
        forest.close();
        database.execute("INSERT INTO records_change (id, record_type, record_id, action, version, member_id, member_name, changed_at, fields)"
            + " VALUES (7, 'elsewhere.thing', 5, 'create', 1, 1, 'someone', CURRENT_TIMESTAMP, '[]')");
        // It numbers what it finds at its start.
        forest = new Forest(database);
        numbered(2);
        asKeeper(() -> forest.trees().update(oak.id(), 1, Map.of("notes", "secret")));
        numbered(3);
    }

    @AfterEach
    void close() {
        forest.close();
    }

    @BothDatabases
    void whatTheLogSaysOfTheAreaIsGoneAndTheLogCanBeChecked() {
        assertThat(erase()).isEqualTo(2);
        assertThat(forest.engine().audit().verify()).as("before the row that says so has its number").isEmpty();
        numbered(4);

        assertThat(forest.count("records_change WHERE record_type LIKE 'sample.%' OR fields LIKE '%secret%' OR fields LIKE '%oak%'")).isZero();
        assertThat(forest.count("records_change WHERE record_type = 'elsewhere.thing'")).isEqualTo(1);
        assertThat(forest.engine().audit().verify()).isEmpty();
        assertThat(forest.engine().audit().check().rows()).isEqualTo(4);
        assertThat(erase()).as("nothing is left").isZero();
    }

    @BothDatabases
    void aRowThatIsEmptiedWithoutAWordIsFound() {
        erase();
        numbered(4);
        database.execute("UPDATE records_change SET record_type = 'records.erased', record_id = (SELECT c.id FROM records_change c WHERE c.seq = 4), fields = '[]' WHERE record_type = 'elsewhere.thing'");
        assertThat(forest.engine().audit().verify()).as("not among those that were said to be").contains(4L);

        database.execute("UPDATE records_change SET record_id = 12 WHERE record_type = 'records.erased'");
        assertThat(forest.engine().audit().verify()).as("nobody says so").isPresent();
    }

    @BothDatabases
    void emptiedRowsArePurgedWithTheOthers() {
        erase();
        numbered(4);
        asKeeper(() -> forest.engine().retention().mark(LocalDateTime.now(ZoneOffset.UTC).plusDays(1)));
        numbered(5);
        assertThat(forest.engine().retention().sweep()).isEqualTo(3);
        assertThat(forest.engine().audit().verify()).isEmpty();
    }

    @BothDatabases
    void everythingKeptAboutTheAreasRecordsCanBeAskedForAndDeleted() {
        RecordRemains remains = forest.engine().remains();
        for (String type : List.of("sample.tree", "elsewhere.thing")) {
            long id = type.length();
            database.execute("INSERT INTO records_view (id, version, record_type, member_id, name, everyone, definition, updated_at) VALUES (" + id + ", 1, '" + type
                + "', 11, 'mine', TRUE, '{}', CURRENT_TIMESTAMP)");
            database.execute("INSERT INTO records_view_grantee (view_id, grantee_kind, grantee_id) VALUES (" + id + ", 'role', 1)");
            database.execute("INSERT INTO records_layout (record_type, role_id, version, layout) VALUES ('" + type + "', 0, 1, '{}')");
        }
        Set<String> found = new TreeSet<>();
        remains.rows("sample").stream().filter(rows -> forest.count(rows.table() + " WHERE " + rows.condition()) > 0).forEach(rows -> found.add(rows.table()));
        assertThat(found).contains("records_change", "records_view", "records_view_grantee", "records_layout");

        asKeeper(() -> {
            remains.purge("sample");
            return true;
        });
        remains.rows("sample").forEach(rows -> {
            if (!rows.kept()) {
                database.execute("DELETE FROM " + rows.table() + " WHERE " + rows.condition());
            }
            assertThat(forest.count(rows.table() + " WHERE " + rows.condition())).as(rows.table()).isZero();
        });
        assertThat(forest.count("records_view_grantee")).as("of others").isEqualTo(1);
        assertThat(forest.count("records_layout")).as("of others").isEqualTo(1);
    }

    private long erase() {
        return asKeeper(() -> forest.engine().erasure().erase("sample"));
    }

    private void numbered(long head) {
        Waiting.until(() -> forest.engine().changes().latest() == head);
    }
}
