package org.tenon.records.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tenon.records.write.Forest.asKeeper;
import static org.tenon.records.write.Forest.tree;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tenon.records.log.FieldChange;
import org.tenon.records.model.RecordModel;
import org.tenon.records.model.RecordModels;
import org.tenon.sdk.record.RecordId;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

class BatchesTest {

    private final TestDatabase database;
    private Forest forest;

    BatchesTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        forest = new Forest(database);
    }

    @AfterEach
    void close() {
        forest.close();
    }

    @BothDatabases
    void manyRecordsAreChangedAndRemovedTogetherWithTheirHistory() {
        List<RecordId> ids = IntStream.range(0, 300).mapToObj(i -> asKeeper(() -> forest.trees().create(tree("tree " + i))).id()).toList();
        RecordModel trees = ((RecordModels) forest.engine().types()).require("sample.tree");
        RecordBatches batch = ((Batches) forest.engine().records()).open();

        List<Checked> stored = asKeeper(() -> forest.engine().tx().required(() -> {
            batch.open(trees, ids.stream().map(RecordId::value).toList());
            List<Checked> checked = IntStream.range(0, 300).mapToObj(i -> i % 3 == 0 ? batch.remove(trees, ids.get(i))
                    : batch.change(trees, ids.get(i), Map.of("rings", i, "tags", List.of("t" + i)), batch.refusals(trees))).toList();
            batch.store(checked);
            return checked;
        }));

        assertThat(stored).allSatisfy(each -> assertThat(each.errors()).isEmpty());
        assertThat(stored.get(1).before()).isEqualTo(1);
        assertThat(stored.get(1).version()).isEqualTo(2);
        assertThat(stored.get(1).changes()).contains(new FieldChange("rings", null, 1));
        assertThat(forest.count("sample_tree where deleted_token <> 0")).isEqualTo(100);
        assertThat(forest.count("sample_tree where rings is not null and version = 2")).isEqualTo(200);
        assertThat(forest.count("records_value where field_key = 'tags'")).isEqualTo(200);
        assertThat(forest.count("records_change")).isEqualTo(600);
    }

    @BothDatabases
    void whatTheCallerMayNotChangeIsRefusedAloneAndLeavesNoTrace() {
        RecordId theirs = asKeeper(() -> forest.trees().create(tree("theirs"))).id();
        RecordId own = Forest.GUEST.run(() -> forest.trees().create(tree("own"))).id();
        RecordModel trees = ((RecordModels) forest.engine().types()).require("sample.tree");
        RecordBatches batch = ((Batches) forest.engine().records()).open();

        List<Checked> checked = Forest.GUEST.run(() -> forest.engine().tx().required(() -> {
            batch.open(trees, List.of(theirs.value(), own.value(), 1L));
            List<Checked> all = List.of(batch.change(trees, theirs, Map.of("notes", "x"), batch.refusals(trees)),
                    batch.change(trees, own, Map.of("notes", "x"), batch.refusals(trees)), batch.remove(trees, new RecordId(1)));
            batch.store(all.stream().filter(each -> each.errors().isEmpty()).toList());
            return all;
        }));

        assertThat(checked.get(0).errors()).singleElement().satisfies(error -> assertThat(error.code()).isEqualTo("forbidden"));
        assertThat(checked.get(2).errors()).singleElement().satisfies(error -> assertThat(error.code()).isEqualTo("not_found"));
        assertThat(checked).noneMatch(Checked::tainted);
        assertThat(forest.count("sample_tree where notes is not null")).isEqualTo(1);
    }
}
