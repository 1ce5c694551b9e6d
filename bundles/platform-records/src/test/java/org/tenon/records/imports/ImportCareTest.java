package org.tenon.records.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tenon.records.write.Forest.GUEST;
import static org.tenon.records.write.Forest.KEEPER;
import static org.tenon.records.write.Forest.asKeeper;

import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tenon.records.write.Forest;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Grants;
import org.tenon.sdk.identity.Grants.RecordGrant;
import org.tenon.sdk.identity.Scope;
import org.tenon.sdk.job.Job.State;
import org.tenon.sdk.job.Job;
import org.tenon.sdk.record.RecordId;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

/** Who sees imports of others, and how long the way back is kept. */
class ImportCareTest {

    private static final String TREE = "sample.tree";
    private static final Caller CLERK = new Caller(13, "王芳", Locale.ENGLISH, false, null);
    private static final Map<String, Object> CREATE = Map.of("duplicates", "create");

    private final TestDatabase database;
    private Forest forest;
    private Loads loads;

    ImportCareTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        forest = new Forest(database);
        loads = new Loads(forest.engine());
        List<RecordGrant> grants = List.of("read", "create", "update", "delete", "import").stream()
                .map(action -> new RecordGrant("Clerk", TREE, action, Scope.OWN, Set.of())).toList();
        forest.engine().grant(CLERK.memberId(), new Grants(false, grants, List.of(), Set.of(), Set.of(), Set.of()), null);
    }

    @AfterEach
    void close() {
        forest.close();
    }

    @BothDatabases
    void whoManagesImportsSeesThoseOfOthersAndTakesThemBack() {
        RecordId id = CLERK.run(() -> loads.loaded(TREE, "name,age\noak,3\nash,old\n", CREATE));

        assertThat(items(asKeeper(() -> loads.desk().list(TREE, false, null, 10)))).isEmpty();
        assertThat(items(asKeeper(() -> loads.desk().list(TREE, true, null, 10)))).singleElement()
                .satisfies(each -> assertThat(each).containsEntry("own", false).containsEntry("can", List.of("undo")));
        assertThat(asKeeper(() -> loads.desk().get(id))).containsEntry("state", "done").doesNotContainKeys("look", "options");
        assertThat(asKeeper(() -> loads.rows(id, "refused"))).singleElement().satisfies(row ->
                assertThat(row).containsEntry("cells", null).containsEntry("line", 3L));
        assertThat(asKeeper(() -> loads.rows(id, "refused")).toString()).doesNotContain("old");

        assertThat(asKeeper(() -> loads.undo(id)).state()).isEqualTo(State.SUCCEEDED);

        assertThat(CLERK.run(() -> loads.state(id))).isEqualTo("undone");
        assertThat(forest.count("sample_tree where deleted_token = 0")).isZero();
    }

    @BothDatabases
    void nobodyElseSeesOrTouchesThem() {
        RecordId id = asKeeper(() -> loads.loaded(TREE, "name\noak\n", CREATE));
        RecordId draft = CLERK.run(() -> loads.begin(TREE, "name\nelm\n", CREATE));

        for (Caller caller : List.of(CLERK, GUEST)) {
            refused(Kind.FORBIDDEN, () -> caller.run(() -> loads.desk().list(TREE, true, null, 10)));
            refused(Kind.NOT_FOUND, () -> caller.run(() -> loads.desk().rows(id, "", 0, 10)));
            refused(Kind.NOT_FOUND, () -> caller.run(() -> loads.desk().undo(id)));
        }
        refused(Kind.FORBIDDEN, () -> asKeeper(() -> loads.desk().change(draft, Map.of("mode", "update"))));
        refused(Kind.FORBIDDEN, () -> asKeeper(() -> loads.desk().run(draft)));
        refused(Kind.FORBIDDEN, () -> asKeeper(() -> loads.desk().refused(draft)));
        refused(Kind.FORBIDDEN, () -> KEEPER.run(() -> {
            loads.desk().delete(draft);
            return Boolean.TRUE;
        }));
        assertThat(CLERK.run(() -> loads.state(draft))).isEqualTo("draft");
        assertThat(forest.count("sample_tree where deleted_token = 0")).isEqualTo(1);
    }

    @BothDatabases
    void whatIsTooOldIsClearedAwayAndNoLongerTakenBack() {
        StringBuilder csv = new StringBuilder("name\n");
        IntStream.range(0, 1_100).forEach(i -> csv.append("tree ").append(i).append('\n'));
        RecordId old = asKeeper(() -> loads.loaded(TREE, csv.toString(), CREATE));
        RecordId draft = asKeeper(() -> loads.begin(TREE, "name\nelm\n", CREATE));
        RecordId young = asKeeper(() -> loads.loaded(TREE, "name\nyew\n", CREATE));
        aged(old, 31);
        aged(draft, 31);
        aged(young, 29);
        purge();
        assertThat(forest.count("records_import_row")).as("180 days unless an administrator says otherwise").isEqualTo(1_101);

        forest.engine().parameters().set("records.importKeepDays", 30L, 0, Locale.ENGLISH);
        refused(Kind.CONFLICT, () -> asKeeper(() -> loads.desk().undo(old)));
        purge();

        assertThat(forest.count("records_import_row")).isEqualTo(1);
        assertThat(asKeeper(() -> loads.desk().get(old))).containsEntry("kept", false).containsEntry("can", List.of("delete"));
        assertThat(asKeeper(() -> loads.counts(old))).containsEntry("created", 1_100L);
        refused(Kind.CONFLICT, () -> asKeeper(() -> loads.desk().undo(old)));
        refused(Kind.NOT_FOUND, () -> asKeeper(() -> loads.desk().get(draft)));
        assertThat(asKeeper(() -> loads.desk().get(young))).containsEntry("kept", true).containsEntry("can", List.of("undo", "delete"));
        assertThat(forest.count("sample_tree where deleted_token = 0")).isEqualTo(1_101);
    }

    @BothDatabases
    void whatIsWorkedOnIsNotClearedAway() {
        RecordId id = asKeeper(() -> loads.loaded(TREE, "name\noak\n", CREATE));
        asKeeper(() -> loads.desk().undo(id));
        aged(id, 400);

        purge();
        assertThat(forest.count("records_import_row")).isEqualTo(1);
        loads.jobs().runAll();

        assertThat(forest.count("sample_tree where deleted_token = 0")).isZero();
        purge();
        assertThat(forest.count("records_import_row")).isZero();
    }

    private void purge() {
        assertThat(loads.jobs().run(new ImportPurge(loads.retention()), Importer.utc()).state()).isEqualTo(Job.State.SUCCEEDED);
    }

    private void aged(RecordId id, int days) {
        forest.engine().db().write(connection -> {
            try (var update = connection.prepareStatement("UPDATE records_import SET created_at = ? WHERE id = ?")) {
                update.setTimestamp(1, Timestamp.valueOf(Importer.utc().minusDays(days)));
                update.setLong(2, id.value());
                return update.executeUpdate();
            }
        });
    }

    @SuppressWarnings("unchecked") // as docs/rest.md says
    private static List<Map<String, Object>> items(Map<String, Object> page) {
        return (List<Map<String, Object>>) page.get("items");
    }

    private static void refused(Kind kind, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(TenonException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }
}
