package org.tenon.records.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tenon.records.write.Forest.GUEST;
import static org.tenon.records.write.Forest.KEEPER;
import static org.tenon.records.write.Forest.asKeeper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tenon.records.sample.Tree;
import org.tenon.records.write.Forest;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.job.Job;
import org.tenon.sdk.job.Job.State;
import org.tenon.sdk.record.Changes;
import org.tenon.sdk.record.Problems;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordRules;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.MemoryFiles;
import org.tenon.testkit.TestDatabase;
import org.tenon.testkit.job.StandaloneJobs;

class BulkTest {

    private static final Map<String, Object> SMALL = Map.of("<", List.of(Map.of("var", "rings"), 100));

    private final TestDatabase database;
    private final MemoryFiles files = new MemoryFiles();
    private Forest forest;
    private StandaloneJobs jobs;
    private Bulk bulk;

    BulkTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        forest = new Forest(database);
        jobs = new StandaloneJobs(forest.engine().tx());
        bulk = forest.engine().bulk(jobs, jobs::handler, files);
    }

    @AfterEach
    void close() {
        forest.close();
    }

    private RecordId plant(Caller who, String name, Map<String, Object> more) {
        Map<String, Object> values = new HashMap<>(more);
        values.put("name", name);
        return who.run(() -> forest.trees().create(values)).id();
    }

    private void plantMany(int count) {
        asKeeper(() -> forest.engine().tx().required(() -> IntStream.range(0, count)
                .mapToObj(i -> forest.trees().create(Map.of("name", "tree " + i, "rings", i % 50))).toList()));
    }

    private Job run(Caller who, Map<String, Object> order) {
        Job job = who.run(() -> bulk.submit(order));
        jobs.runAll();
        return jobs.find(job.id()).orElseThrow();
    }

    private static Map<String, Object> order(String action, Object... more) {
        Map<String, Object> order = new HashMap<>(Map.of("type", "sample.tree", "action", action));
        for (int i = 0; i < more.length; i += 2) {
            order.put((String) more[i], more[i + 1]);
        }
        return order;
    }

    @BothDatabases
    void anUpdateThatTakesRecordsOutOfItsOwnFilterReachesAllOfThemOnce() {
        plantMany(1_203);
        plant(KEEPER, "old", Map.of("rings", 300));
        Job job = run(KEEPER, order("update", "filter", SMALL, "values", Map.of("rings", 200)));
        assertThat(job.state()).isEqualTo(State.SUCCEEDED);
        assertThat(job.result()).containsEntry("changed", 1_203).containsEntry("refused", 0);
        assertThat(job.total()).isEqualTo(1_203);
        assertThat(forest.count("sample_tree where rings = 200 and version = 2")).isEqualTo(1_203);
        assertThat(forest.count("sample_tree where rings = 300 and version = 1")).isEqualTo(1);
    }

    @BothDatabases
    void aJobThatDiesInTheMiddleOfAStepNeitherRepeatsNorSkips() {
        plantMany(1_203);
        Job job = asKeeper(() -> bulk.submit(order("update", "filter", SMALL, "values", Map.of("rings", 200))));
        jobs.interruptAfter(1);
        jobs.runAll();
        assertThat(forest.count("sample_tree where rings = 200")).isEqualTo(500);
        jobs.runAll();
        assertThat(jobs.find(job.id()).orElseThrow().result()).containsEntry("changed", 1_203);
        assertThat(forest.count("sample_tree where rings = 200 and version = 2")).isEqualTo(1_203);
        assertThat(forest.count("records_change where action = 'update'")).isEqualTo(1_203);
    }

    @BothDatabases
    void whatBelongsToARecordAndItsOwnerGoesWithItToTheNewOwnerAndBack() {
        RecordId oak = plant(KEEPER, "oak", Map.of());
        RecordId ash = plant(KEEPER, "ash", Map.of());
        RecordId mine = leaf(KEEPER, oak, KEEPER);
        RecordId theirs = leaf(KEEPER, oak, GUEST);
        RecordId other = leaf(KEEPER, ash, KEEPER);
        String heir = RecordId.text(77);
        List<String> one = List.of(oak.toString());

        assertThatThrownBy(() -> asKeeper(() -> bulk.submit(order("update", "ids", one, "values", Map.of("rings", 1), "along", true)))).isInstanceOf(TenonException.class);
        run(KEEPER, order("assign", "ids", one, "values", Map.of("ownerId", RecordId.text(76))));
        assertThat(owners(oak, mine, theirs, other)).containsExactly(76L, KEEPER.memberId(), GUEST.memberId(), KEEPER.memberId());
        run(KEEPER, order("assign", "ids", one, "values", Map.of("ownerId", RecordId.text(KEEPER.memberId()))));
        Job job = run(KEEPER, order("assign", "ids", one, "values", Map.of("ownerId", heir), "along", true));
        assertThat(job.result()).containsEntry("changed", 2).containsEntry("refused", 0);
        assertThat(owners(oak, mine, theirs, other)).containsExactly(77L, 77L, GUEST.memberId(), KEEPER.memberId());
        Job listed = run(KEEPER, order("assign", "filter", Map.of("==", List.of(Map.of("var", "name"), "ash")), "values", Map.of("ownerId", heir), "along", true));
        assertThat(listed.result()).containsEntry("changed", 2);

        asKeeper(() -> bulk.undo(job.id()));
        jobs.runAll();
        assertThat(owners(oak, mine, theirs, other)).containsExactly(KEEPER.memberId(), KEEPER.memberId(), GUEST.memberId(), 77L);
    }

    private RecordId leaf(Caller who, RecordId tree, Caller owner) {
        return who.run(() -> forest.leaves().create(Map.of("name", "leaf", "tree", tree.toString(), "ownerId", RecordId.text(owner.memberId())))).id();
    }

    private List<Long> owners(RecordId tree, RecordId... leaves) {
        List<Long> owners = new java.util.ArrayList<>();
        owners.add(asKeeper(() -> RecordId.of((String) forest.trees().get(tree).json().get("ownerId")).value()));
        for (RecordId leaf : leaves) {
            owners.add(asKeeper(() -> RecordId.of((String) forest.leaves().get(leaf).json().get("ownerId")).value()));
        }
        return owners;
    }

    @BothDatabases
    void recordsMadeAfterTheSubmissionAreLeftAlone() {
        plantMany(3);
        asKeeper(() -> bulk.submit(order("update", "filter", SMALL, "values", Map.of("rings", 200))));
        plant(KEEPER, "late", Map.of("rings", 1));
        jobs.runAll();
        assertThat(forest.count("sample_tree where rings = 200")).isEqualTo(3);
        assertThat(forest.count("sample_tree where rings = 1 and name = 'late'")).isEqualTo(1);
    }

    @BothDatabases
    void eachRecordIsUnderTheSubmittersRightsAndTheRefusedOnesAreTold() throws IOException {
        RecordId own = plant(GUEST, "own", Map.of());
        RecordId theirs = plant(KEEPER, "=theirs", Map.of());
        Job job = run(GUEST, order("update", "ids", List.of(own.toString(), theirs.toString()), "values", Map.of("rings", 4)));
        assertThat(job.result()).containsEntry("changed", 1).containsEntry("refused", 1);
        assertThat((List<?>) job.result().get("refusals")).singleElement().isEqualTo(Map.of("type", "sample.tree", "id", theirs.toString(),
                "title", "=theirs", "reason", "您的角色无权修改这条记录"));
        assertThat(forest.count("sample_tree where rings = 4")).isEqualTo(1);
        String file = (String) ((Map<?, ?>) ((List<?>) job.result().get("files")).get(0)).get("id");
        String csv = new String(files.open(RecordId.of(file)).readAllBytes(), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFF记录,原因").contains("'=theirs,您的角色无权修改这条记录," + theirs);
    }

    @BothDatabases
    void fieldsTheCallerMayNotWriteAreRefusedBeforeAnythingIsSubmitted() {
        plant(GUEST, "own", Map.of());
        for (String field : List.of("age", "code", "phones", "felledAt", "id", "nothing")) {
            assertThatThrownBy(() -> GUEST.run(() -> bulk.submit(order("update", "values", Map.of(field, "1")))))
                    .isInstanceOfSatisfying(TenonException.class, e -> assertThat(e.errors().get(0).field()).isEqualTo(field));
        }
        assertThatThrownBy(() -> GUEST.run(() -> bulk.submit(order("update", "filter", Map.of("==", List.of(Map.of("var", "age"), 3)),
                "values", Map.of("notes", "x"))))).isInstanceOf(TenonException.class);
        assertThatThrownBy(() -> asKeeper(() -> bulk.submit(order("update", "values", Map.of("rings", "many"))))).isInstanceOf(TenonException.class);
        assertThat(jobs.runAll()).isEmpty();
    }

    @BothDatabases
    void aRuleRefusesItsRecordsAloneAndWhatItWroteIsGone() {
        forest.engine().rules(new RecordRules<Tree>() {
            @Override
            public Class<Tree> type() {
                return Tree.class;
            }

            @Override
            public void validate(Tree item, Changes changes, Problems problems) {
                if ("tree 7".equals(item.name()) && changes.before("name") != null) {
                    item.name("spoilt");
                    problems.refuse("rings", "tooLarge", 5);
                }
            }
        });
        plantMany(20);
        Job job = run(KEEPER, order("update", "filter", SMALL, "values", Map.of("rings", 200)));
        assertThat(job.result()).containsEntry("changed", 19).containsEntry("refused", 1);
        assertThat(forest.count("sample_tree where rings = 200 and version = 2")).isEqualTo(19);
        assertThat(forest.count("sample_tree where name = 'tree 7' and version = 1")).isEqualTo(1);
    }

    @BothDatabases
    void anUndoPutsBackWhatNobodyChangedSince() {
        RecordId kept = plant(KEEPER, "kept", Map.of("rings", 1));
        RecordId back = plant(KEEPER, "back", Map.of("rings", 2));
        plant(KEEPER, "empty", Map.of());
        Job job = run(KEEPER, order("update", "values", Map.of("rings", 9, "notes", "n")));
        assertThat(job.result()).containsEntry("changed", 3);
        asKeeper(() -> forest.trees().update(kept, 2, Map.of("name", "renamed")));
        Job undo = asKeeper(() -> bulk.undo(job.id()));
        jobs.runAll();
        assertThat(jobs.find(undo.id()).orElseThrow().result()).containsEntry("changed", 2).containsEntry("refused", 1);
        assertThat(asKeeper(() -> bulk.refused(undo.id(), null, null, 10))).singleElement()
                .satisfies(row -> assertThat(row).containsEntry("id", kept.toString()).containsEntry("reason", "Changed by someone since; kept as it is"));
        assertThat(asKeeper(() -> forest.trees().get(back)).json()).containsEntry("rings", 2L).doesNotContainKey("notes");
        assertThat(forest.count("sample_tree where rings is null")).isEqualTo(1);
        assertThat(forest.count("sample_tree where rings = 9")).isEqualTo(1);
        assertThatThrownBy(() -> asKeeper(() -> bulk.undo(undo.id()))).isInstanceOfSatisfying(TenonException.class,
                e -> assertThat(e.kind()).isEqualTo(Kind.CONFLICT));
    }

    @BothDatabases
    void deletedInBulkRestoredInBulkAndUndone() {
        plantMany(5);
        Job gone = run(KEEPER, order("delete", "filter", SMALL));
        assertThat(gone.result()).containsEntry("changed", 5);
        assertThat(forest.count("sample_tree where deleted_token = 0")).isZero();
        assertThat(run(KEEPER, order("restore", "deleted", true)).result()).containsEntry("changed", 5);
        Job again = run(KEEPER, order("delete"));
        asKeeper(() -> bulk.undo(again.id()));
        jobs.runAll();
        assertThat(forest.count("sample_tree where deleted_token = 0")).isEqualTo(5);
        assertThat(forest.count("records_change where action = 'restore'")).isEqualTo(10);
    }

    @BothDatabases
    void tagsAreAddedAndRemovedWithoutTouchingOthers() {
        plant(KEEPER, "a", Map.of("tags", List.of("vip", "old")));
        plant(KEEPER, "b", Map.of());
        Job added = run(KEEPER, order("addTags", "values", Map.of("tags", List.of("vip", "new"))));
        assertThat(added.result()).containsEntry("changed", 2);
        assertThat(forest.count("sample_tree where tags = '[\"vip\",\"old\",\"new\"]'")).isEqualTo(1);
        assertThat(run(KEEPER, order("addTags", "values", Map.of("tags", List.of("new")))).result()).containsEntry("unchanged", 2).containsEntry("changed", 0);
        assertThat(run(KEEPER, order("removeTags", "values", Map.of("tags", List.of("vip", "new")))).result()).containsEntry("changed", 2);
        assertThat(forest.count("records_value where field_key = 'tags'")).isEqualTo(1);
        assertThatThrownBy(() -> asKeeper(() -> bulk.submit(order("addTags", "values", Map.of("name", List.of("x")))))).isInstanceOf(TenonException.class);
    }

    @BothDatabases
    void assignedRecordsMoveToTheNewOwnersDepartment() {
        plant(GUEST, "own", Map.of());
        Job job = run(KEEPER, order("assign", "values", Map.of("ownerId", RecordId.text(KEEPER.memberId()))));
        assertThat(job.result()).containsEntry("changed", 1);
        assertThat(forest.count("sample_tree where owner_id = 11 and department_id = 5")).isEqualTo(1);
        asKeeper(() -> bulk.undo(job.id()));
        jobs.runAll();
        assertThat(forest.count("sample_tree where owner_id = 12 and department_id is null")).isEqualTo(1);
    }

    @BothDatabases
    void ordersThatMakeNoSenseAreRefused() {
        for (Map<String, Object> wrong : List.of(order("explode"), order("update"), order("update", "values", Map.of()),
                order("delete", "values", Map.of("name", "x")), order("delete", "deleted", true), order("delete", "ids", List.of()),
                order("delete", "ids", List.of(RecordId.text(1)), "q", "a"), order("assign", "values", Map.of("name", "x")),
                order("update", "values", Map.of("name", "")), order("update", "filter", "all", "values", Map.of("name", "x")))) {
            assertThatThrownBy(() -> asKeeper(() -> bulk.submit(wrong))).as("%s", wrong).isInstanceOfSatisfying(TenonException.class,
                    e -> assertThat(e.kind()).isEqualTo(Kind.INVALID));
        }
    }
}
