package org.tenon.records.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tenon.records.write.Forest.asKeeper;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tenon.records.write.Forest;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.job.Job.State;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordQuery;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

/** How an import goes on: interrupted, cancelled, taken back, remembered, refused. */
class ImportCourseTest {

    private static final String TREE = "sample.tree";
    private static final Map<String, Object> CREATE = Map.of("duplicates", "create");

    private final TestDatabase database;
    private Forest forest;
    private Loads loads;

    ImportCourseTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        forest = new Forest(database);
        loads = new Loads(forest.engine());
    }

    @AfterEach
    void close() {
        forest.close();
    }

    @BothDatabases
    void aRunGoesOnAfterAnInterruptionWithEveryRowOnce() {
        StringBuilder csv = new StringBuilder("name,age\n");
        IntStream.range(0, 1_700).forEach(i -> csv.append("tree ").append(i).append(',').append(i == 1_200 ? "old" : i).append('\n'));
        RecordId id = asKeeper(() -> loads.begin(TREE, csv.toString(), CREATE));
        loads.jobs().interruptAfter(3);

        asKeeper(() -> loads.run(id));
        assertThat(forest.count("sample_tree")).isEqualTo(1_000);
        loads.jobs().runAll();

        assertThat(asKeeper(() -> loads.counts(id))).containsAllEntriesOf(Map.of("read", 1_700L, "created", 1_699L, "refused", 1L));
        assertThat(forest.count("sample_tree")).isEqualTo(1_699);
        assertThat(asKeeper(() -> loads.rows(id, ""))).hasSize(1_700);
        assertThat(asKeeper(() -> loads.state(id))).isEqualTo("done");
    }

    @BothDatabases
    void undoTakesBackCreationsAndChangesButKeepsWhatWasChangedSince() {
        RecordId oak = asKeeper(() -> forest.trees().create(Map.of("name", "oak", "code", "O", "age", 10L, "planted", "2020-01-01"))).id();
        RecordId ash = asKeeper(() -> forest.trees().create(Map.of("name", "ash", "code", "A", "age", 10L))).id();
        RecordId id = asKeeper(() -> loads.loaded(TREE, "code,name,age,planted\nO,oak,11,2021-01-01\nA,ash,12,\nN,new,1,\nM,mine,1,\nO,oak,13,\n",
                Map.of("mode", "createOrUpdate", "match", List.of("code"))));
        RecordId mine = RecordId.of((String) named("mine").get("id"));
        asKeeper(() -> forest.trees().update(ash, 2, Map.of("notes", "touched")));
        asKeeper(() -> forest.trees().update(mine, 1, Map.of("notes", "touched")));

        assertThat(asKeeper(() -> loads.undo(id)).state()).isEqualTo(State.SUCCEEDED);

        assertThat(asKeeper(() -> loads.state(id))).isEqualTo("undone");
        assertThat(asKeeper(() -> loads.counts(id))).containsAllEntriesOf(Map.of("undone", 3L, "kept", 2L));
        assertThat(asKeeper(() -> loads.rows(id, "kept"))).extracting(row -> row.get("record"), row -> row.get("undoReason"))
                .containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple(ash.toString(), "Changed since the import"),
                        org.assertj.core.groups.Tuple.tuple(mine.toString(), "Changed since the import"));
        assertThat(asKeeper(() -> forest.trees().get(oak)).json()).containsEntry("age", 10L).containsEntry("planted", "2020-01-01");
        assertThat(asKeeper(() -> forest.trees().get(ash)).json()).containsEntry("age", 12L);
        assertThat(forest.count("sample_tree where name = 'new' and deleted_token = 0")).isZero();
    }

    @BothDatabases
    void aCancelledRunKeepsWhatItStoredAndGoesOnWhenAsked() {
        StringBuilder csv = new StringBuilder("name\n");
        IntStream.range(0, 1_200).forEach(i -> csv.append("tree ").append(i).append('\n'));
        RecordId id = asKeeper(() -> loads.begin(TREE, csv.toString(), CREATE));
        loads.jobs().interruptAfter(2);
        asKeeper(() -> loads.run(id));
        asKeeper(() -> loads.desk().cancel(id));
        loads.jobs().runAll();
        assertThat(asKeeper(() -> loads.state(id))).isEqualTo("cancelled");
        assertThat(forest.count("sample_tree")).isEqualTo(500);

        asKeeper(() -> loads.run(id));

        assertThat(asKeeper(() -> loads.counts(id))).containsEntry("created", 1_200L);
        assertThat(forest.count("sample_tree")).isEqualTo(1_200);
    }

    @BothDatabases
    void whatColumnsMeantIsRememberedForTheSameHeaders() {
        asKeeper(() -> loads.loaded(TREE, "Baum,Alter\nEiche,5\n", Map.of("columns", List.of(column(0, "name"), column(1, "age")), "duplicates", "create")));

        Map<String, Object> next = asKeeper(() -> loads.desk().get(loads.begin(TREE, "Alter;Baum\n6;Esche\n", Map.of())));

        assertThat(next).containsEntry("remembered", true);
        Map<?, ?> options = (Map<?, ?>) next.get("options");
        assertThat(options.get("duplicates")).isEqualTo("create");
        assertThat(options.get("columns").toString()).contains("column=1, to=name").contains("column=0, to=age");
    }

    @BothDatabases
    void optionsThatCannotBeAreRefusedByName() {
        RecordId id = asKeeper(() -> loads.begin(TREE, "name,age\nx,1\n", Map.of()));
        refused(id, Map.of("mode", "delete"), "mode");
        refused(id, Map.of("columns", "all"), "columns");
        refused(id, Map.of("encoding", "EBCDIC"), "encoding");
        refused(id, Map.of("colour", "red"), "colour");
        started(id, Map.of("mode", "update", "match", List.of()), "match");
        started(id, Map.of("mode", "update", "match", List.of("code")), "match");
        started(id, Map.of("mode", "create", "columns", List.of(column(0, "name"), column(1, "name"))), "columns");
        started(id, Map.of("columns", List.of(column(7, "name"))), "columns");
        started(id, Map.of("columns", List.of(column(0, "nothing"))), "columns");
        started(id, Map.of("columns", List.of()), "columns");
        assertThat(forest.count("sample_tree")).isZero();
    }

    @BothDatabases
    void filesThatAreNoTableAreRefusedInTheCallersLanguage() {
        assertThatThrownBy(() -> Forest.KEEPER.run(() -> loads.begin(TREE, "x.csv", new byte[0], Map.of()))).hasMessage("The file is empty");
        RecordId id = asKeeper(() -> loads.begin(TREE, "x.csv", "name\n客户\n".getBytes(Charset.forName("GB18030")), Map.of()));
        assertThatThrownBy(() -> asKeeper(() -> loads.desk().change(id, Map.of("encoding", "UTF-8"))))
                .isInstanceOfSatisfying(TenonException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNREADABLE)).hasMessageContaining("UTF-8");
        byte[] wide = (String.join(",", IntStream.range(0, 300).mapToObj(i -> i == 7 ? "name" : "c" + i % 5).toList()) + "\n"
                + "x,".repeat(299) + "x\n").getBytes(StandardCharsets.UTF_8);
        RecordId many = asKeeper(() -> loads.begin(TREE, "wide.csv", wide, CREATE));
        asKeeper(() -> loads.run(many));
        assertThat(named("x")).isNotEmpty();
    }

    private void refused(RecordId id, Map<String, Object> options, String field) {
        assertThatThrownBy(() -> asKeeper(() -> loads.desk().change(id, options)))
                .isInstanceOfSatisfying(TenonException.class, e -> assertThat(e.errors()).extracting(error -> error.field()).containsExactly(field));
    }

    private void started(RecordId id, Map<String, Object> options, String field) {
        asKeeper(() -> loads.desk().change(id, options));
        assertThatThrownBy(() -> asKeeper(() -> loads.desk().run(id)))
                .isInstanceOfSatisfying(TenonException.class, e -> assertThat(e.errors()).extracting(error -> error.field()).containsExactly(field));
    }

    private static Map<String, Object> column(int column, String to) {
        return Map.of("column", column, "to", to);
    }

    private Map<String, Object> named(String name) {
        return asKeeper(() -> forest.trees().page(RecordQuery.first(1).where(Map.of("==", List.of(Map.of("var", "name"), name))))).items().get(0).json();
    }
}
