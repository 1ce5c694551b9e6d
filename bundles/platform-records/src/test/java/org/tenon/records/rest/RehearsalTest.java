package org.tenon.records.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tenon.records.write.Forest.asKeeper;
import static org.tenon.records.write.Forest.tree;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tenon.records.rest.RehearsalsResource.Wish;
import org.tenon.records.write.Forest;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.RecordView;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

/** A change rehearsed gets the answer the change would get, and leaves nothing behind. */
class RehearsalTest {

    private final TestDatabase database;
    private Forest forest;
    private RehearsalsResource rehearsals;
    private RecordView oak;

    RehearsalTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        forest = new Forest(database);
        rehearsals = new RehearsalsResource(forest.engine().records(), forest.engine().tx());
        oak = asKeeper(() -> forest.trees().create(tree("老橡树")));
    }

    @AfterEach
    void close() {
        forest.close();
    }

    @BothDatabases
    void whatWouldBeStoredIsNot() {
        long changes = forest.count("records_change");
        rehearse(oak.version(), Map.of("age", 300L));
        RecordView after = asKeeper(() -> forest.trees().get(oak.id()));
        assertThat(after.json()).isEqualTo(asKeeper(() -> oak.json()));
        assertThat(forest.count("records_change")).isEqualTo(changes);
    }

    @BothDatabases
    void whatWouldBeRefusedIs() {
        assertThatThrownBy(() -> rehearse(oak.version(), Map.of("age", -1L))).isInstanceOfSatisfying(TenonException.class,
                refusal -> assertThat(refusal.errors().get(0).field()).isEqualTo("age"));
        refused(Kind.STALE, oak.version() + 1, Map.of("age", 300L));
        refused(Kind.VERSION_REQUIRED, null, Map.of("age", 300L));
    }

    private void refused(Kind kind, @Nullable Integer version, Map<String, Object> values) {
        assertThatThrownBy(() -> rehearse(version, values)).isInstanceOfSatisfying(TenonException.class, refusal -> assertThat(refusal.kind()).isEqualTo(kind));
    }

    private void rehearse(@Nullable Integer version, Map<String, Object> values) {
        asKeeper(() -> {
            rehearsals.rehearse("sample.tree", oak.id(), new Wish(version, values));
            return version;
        });
    }
}
