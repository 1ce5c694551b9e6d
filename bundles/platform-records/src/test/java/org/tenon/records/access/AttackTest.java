package org.tenon.records.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tenon.records.bulk.Bulk;
import org.tenon.records.bulk.BulkOrders;
import org.tenon.records.imports.Loads;
import org.tenon.records.merge.Merges.Part;
import org.tenon.records.query.PlainSearch;
import org.tenon.records.sample.Company;
import org.tenon.records.search.RecordDocuments;
import org.tenon.records.standalone.StandaloneRecords;
import org.tenon.records.write.Forest;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Directory;
import org.tenon.sdk.identity.Grants;
import org.tenon.sdk.identity.Grants.FieldAccess;
import org.tenon.sdk.identity.Grants.FieldLimit;
import org.tenon.sdk.identity.Grants.RecordGrant;
import org.tenon.sdk.identity.Scope;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordQuery;
import org.tenon.sdk.record.RecordStore;
import org.tenon.sdk.record.RecordView;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.MemoryFiles;
import org.tenon.testkit.TestDatabase;
import org.tenon.testkit.job.StandaloneJobs;

/** What somebody tries who wants to know more than they may: each way in is shut, and shut doors look alike. */
class AttackTest {

    private static final String COMPANY = "sample.company";
    private static final Caller SYSTEM = Caller.system("attacks");
    private static final Caller THIEF = new Caller(66, "王五", Locale.ENGLISH, false, null);
    private static final long LEFT = 77;

    private final TestDatabase database;
    private final MemoryFiles files = new MemoryFiles();
    private Forest forest;
    private Grants grants = Grants.NONE;

    AttackTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        forest = new Forest(database);
        engine().files(files).directory(new Firm());
        may(Scope.ALL);
    }

    @AfterEach
    void close() {
        forest.close();
    }

    /** The thief's grants are those of the moment; member 77 has left. */
    private final class Firm implements Directory {

        @Override
        public Grants grants(long memberId) {
            return memberId == THIEF.memberId() ? grants : Grants.NONE;
        }

        @Override
        public Optional<Long> mainDepartment(long memberId) {
            return Optional.empty();
        }

        @Override
        public boolean active(long memberId) {
            return memberId != LEFT;
        }

        @Override
        public boolean holds(Caller caller, String function) {
            return caller.system();
        }
    }

    private StandaloneRecords engine() {
        return forest.engine();
    }

    private RecordStore<Company> companies() {
        return engine().records().of(Company.class);
    }

    private void may(Scope scope, FieldLimit... limits) {
        List<RecordGrant> all = new ArrayList<>();
        for (String type : List.of(COMPANY, "sample.tree", "sample.leaf")) {
            for (String action : List.of("read", "create", "update", "delete", "import", "export")) {
                all.add(new RecordGrant("role", type, action, action.equals("create") || action.equals("import") ? Scope.ALL : scope, Set.of()));
            }
        }
        grants = new Grants(false, all, List.of(limits), Set.of(), Set.of(), Set.of());
    }

    private static FieldLimit limit(String field, FieldAccess access) {
        return new FieldLimit("role", COMPANY, field, access);
    }

    private RecordView company(String name, Object... values) {
        Map<String, Object> all = new HashMap<>(Map.of("name", name));
        for (int i = 0; i < values.length; i += 2) {
            all.put((String) values[i], values[i + 1]);
        }
        return SYSTEM.run(() -> companies().create(all));
    }

    @BothDatabases
    void aFileOfAHiddenFieldIsNamedNowhereElse() {
        String field = (String) SYSTEM.run(() -> engine().fields().add(Map.of("type", COMPANY, "kind", "files", "name", "xContracts", "labels", Map.of("en", "Contracts")))).get("name");
        String open = (String) SYSTEM.run(() -> engine().fields().add(Map.of("type", COMPANY, "kind", "files", "name", "xPictures", "labels", Map.of("en", "Pictures")))).get("name");
        String file = SYSTEM.run(() -> files.keep("secret merger.pdf", new ByteArrayInputStream(new byte[] {1}), null)).id().toString();
        company("榫卯", field, List.of(file));
        for (FieldAccess access : List.of(FieldAccess.HIDDEN, FieldAccess.MASKED)) {
            may(Scope.ALL, limit(field, access));
            refused("reference", () -> THIEF.run(() -> companies().create(Map.of("name", "trap", open, List.of(file)))));
        }
        assertThat(SYSTEM.run(() -> companies().page(RecordQuery.first(9))).items()).hasSize(1);
        may(Scope.ALL);
        assertThat(THIEF.run(() -> companies().create(Map.of("name", "fair", open, List.of(file)))).json().get(open)).isEqualTo(List.of(file));
    }

    @BothDatabases
    void filesOfHiddenFieldsDoNotBecomeAttachmentsByAMerge() {
        String field = (String) SYSTEM.run(() -> engine().fields().add(Map.of("type", COMPANY, "kind", "files", "name", "xContracts", "labels", Map.of("en", "Contracts")))).get("name");
        engine().merges().with(files).with(new StandaloneJobs(engine().tx()));
        String file = SYSTEM.run(() -> files.keep("secret merger.pdf", new ByteArrayInputStream(new byte[] {1}), null)).id().toString();
        RecordView loser = company("loser", field, List.of(file));
        RecordView survivor = company("survivor");
        may(Scope.ALL, limit(field, FieldAccess.HIDDEN));
        THIEF.run(() -> engine().merges().merge(COMPANY, part(survivor), List.of(part(loser)), Map.of()));
        assertThat(THIEF.run(() -> engine().stream(files).page(COMPANY, survivor.id(), Set.of(), false, 9, null)).toString()).doesNotContain("secret");
        assertThat(files.find(RecordId.of(file)).orElseThrow().owner().target()).isEqualTo(loser.id().value());
    }

    @BothDatabases
    void aMergeCountsWhatOneMayNotReadWithoutSayingWhatItIs() {
        RecordView one = company("one", "ownerId", RecordId.text(66));
        RecordView two = company("two", "ownerId", RecordId.text(66));
        company("below", "parentId", one.id().toString());
        company("mine below", "parentId", one.id().toString(), "ownerId", RecordId.text(66));
        SYSTEM.run(() -> forest.trees().create(Map.of("name", "tree", "about", Map.of("type", COMPANY, "id", two.id().toString()))));
        may(Scope.OWN);
        Map<String, Object> preview = THIEF.run(() -> engine().mergeViews().preview(COMPANY, List.of(one.id(), two.id())));
        assertThat((List<?>) preview.get("references")).singleElement().satisfies(place -> assertThat(((Map<?, ?>) place).get("counts")).isEqualTo(List.of(1, 0)));
        assertThat(preview.get("hidden")).isEqualTo(List.of(1, 1));
        may(Scope.ALL, limit("parentId", FieldAccess.HIDDEN));
        Map<String, Object> blind = THIEF.run(() -> engine().mergeViews().preview(COMPANY, List.of(one.id(), two.id())));
        assertThat(blind.get("references").toString()).contains("sample.tree").doesNotContain("parentId");
        assertThat(blind.get("hidden")).isEqualTo(List.of(2, 0));
    }

    @BothDatabases
    void nobodyWhoLeftBecomesAnOwner() {
        String leaver = RecordId.text(LEFT);
        refused("left", () -> THIEF.run(() -> companies().create(Map.of("name", "x", "ownerId", leaver))));
        RecordView there = company("榫卯", "ownerId", RecordId.text(66));
        refused("left", () -> THIEF.run(() -> companies().update(there.id(), 1, Map.of("ownerId", leaver))));
        StandaloneJobs jobs = new StandaloneJobs(engine().tx());
        Bulk bulk = engine().bulk(jobs, jobs::handler, files);
        refused("left", () -> THIEF.run(() -> BulkOrders.submit(bulk, Map.of("type", COMPANY, "action", "assign", "values", Map.of("ownerId", leaver)))));
        RecordView theirs = company("kept", "ownerId", leaver);
        assertThat(THIEF.run(() -> companies().update(theirs.id(), 1, Map.of("name", "kept on", "ownerId", leaver))).version()).isEqualTo(2);
        assertThat(SYSTEM.run(() -> companies().get(there.id())).version()).isEqualTo(1);
    }

    @BothDatabases
    void nothingFollowsFromAReferenceOneMayNotSee() {
        RecordId tree = SYSTEM.run(() -> forest.trees().create(Forest.tree("oak"))).id();
        RecordId leaf = SYSTEM.run(() -> forest.leaves().create(Map.of("name", "green", "tree", tree.toString()))).id();
        SYSTEM.run(() -> engine().openings().put(Entry.Way.TEAM, "sample.tree", tree, new RecordId(66), Map.of("access", "read")));
        PlainSearch search = new PlainSearch((RecordDocuments) engine().documents(), engine().types());
        RecordQuery words = new RecordQuery(null, null, 9, null, List.of(), "green", false, false);
        may(Scope.OWN);
        engine().search(search);
        assertThat(THIEF.run(() -> forest.leaves().page(words)).items()).hasSize(1);
        may(Scope.OWN, new FieldLimit("role", "sample.leaf", "tree", FieldAccess.HIDDEN));
        assertThat(THIEF.run(() -> forest.leaves().page(words)).items()).isEmpty();
        engine().search(null);
        assertThat(THIEF.run(() -> forest.leaves().page(RecordQuery.first(9))).items()).isEmpty();
        assertThat(THIEF.run(() -> forest.leaves().get(List.of(leaf)))).isEmpty();
        missing(() -> THIEF.run(() -> forest.leaves().get(leaf)));
    }

    @BothDatabases
    void wordsOfHiddenAndMaskedFieldsFindNothing() {
        company("榫卯", "code", "SECRET-7");
        engine().search(new PlainSearch((RecordDocuments) engine().documents(), engine().types()));
        RecordQuery words = new RecordQuery(null, null, 9, null, List.of(), "SECRET-7", true, false);
        for (FieldAccess access : List.of(FieldAccess.HIDDEN, FieldAccess.MASKED)) {
            may(Scope.ALL, limit("code", access));
            assertThat(THIEF.run(() -> companies().page(words)).total().count()).isZero();
        }
    }

    @BothDatabases
    void duplicatesDoNotTellWhoseAHiddenNumberIs() {
        company("榫卯", "phones", List.of(Map.of("kind", "office", "value", "13833308495")));
        Map<String, Object> guess = Map.of("name", "榫卯", "phones", List.of(Map.of("kind", "office", "value", "138 3330 8495")));
        assertThat(reasons(guess)).isEqualTo(2);
        for (FieldAccess access : List.of(FieldAccess.HIDDEN, FieldAccess.MASKED)) {
            may(Scope.ALL, limit("phones", access));
            assertThat(reasons(guess)).isEqualTo(1);
        }
    }

    /** How much a guess is told of. */
    private int reasons(Map<String, Object> values) {
        return THIEF.run(() -> engine().duplicates().of(engine().models().require(COMPANY), values, 0)).stream().mapToInt(hit -> ((List<?>) hit.get("reasons")).size()).sum();
    }

    @BothDatabases
    void noQuestionIsAskedThroughAReferenceOneMayNotSee() {
        company("below", "parentId", company("above", "code", "7").id().toString());
        may(Scope.ALL, limit("parentId", FieldAccess.HIDDEN));
        for (Object condition : List.of(test("==", "parentId.name", "above"), Map.of("!", test("==", "parentId.code", null)), test("!=", "parentId", null))) {
            assertThatThrownBy(() -> THIEF.run(() -> companies().page(RecordQuery.first(9).where(condition)))).isInstanceOfSatisfying(TenonException.class,
                    refusal -> assertThat(refusal.errors().get(0).code()).isEqualTo("unknownField"));
        }
        refused("unknownField", () -> THIEF.run(() -> engine().groups(COMPANY, "parentId", RecordQuery.first(1))));
        may(Scope.ALL, limit("parentId", FieldAccess.MASKED));
        refused("masked", () -> THIEF.run(() -> engine().groups(COMPANY, "parentId", RecordQuery.first(1))));
        refused("masked", () -> THIEF.run(() -> companies().page(RecordQuery.first(9).where(test("==", "parentId.name", "above")))));
    }

    @BothDatabases
    void aConflictShowsNoValueOfAHiddenField() {
        RecordView view = company("榫卯", "code", "SECRET-7");
        may(Scope.ALL, limit("code", FieldAccess.HIDDEN));
        assertThatThrownBy(() -> THIEF.run(() -> companies().update(view.id(), 9, Map.of("code", "guess", "name", "x"))))
                .isInstanceOfSatisfying(TenonException.class, refusal -> assertThat(refusal.details().toString()).contains("榫卯").doesNotContain("SECRET-7"));
    }

    @BothDatabases
    void importsLookUpAndMatchOnlyWhatOneMaySee() {
        company("Hidden Ltd", "code", "C-1");
        may(Scope.OWN);
        Loads loads = new Loads(engine());
        List<String> reasons = THIEF.run(() -> loads.refused(loads.loaded(COMPANY, "name,parentId\na,Hidden Ltd\nb,Nobody Ltd\n", Map.of())));
        assertThat(reasons).hasSize(2);
        assertThat(reasons.get(0).substring(1).replace("Hidden", "Nobody")).isEqualTo(reasons.get(1).substring(1));
        List<String> unmatched = THIEF.run(() -> loads.refused(loads.loaded(COMPANY, "name,code\nHidden Ltd,x\nNobody Ltd,x\n", Map.of("mode", "update", "match", List.of("name")))));
        assertThat(unmatched).hasSize(2);
        assertThat(unmatched.get(0).substring(1).replace("Hidden", "Nobody")).isEqualTo(unmatched.get(1).substring(1));
        may(Scope.ALL, limit("code", FieldAccess.HIDDEN));
        assertThatThrownBy(() -> THIEF.run(() -> loads.run(loads.begin(COMPANY, "name,code\nx,C-1\n", Map.of("mode", "update", "match", List.of("code"))))))
                .isInstanceOfSatisfying(TenonException.class, refusal -> assertThat(refusal.kind()).isEqualTo(Kind.INVALID));
        assertThat(SYSTEM.run(() -> companies().page(RecordQuery.first(9))).items()).hasSize(1);
    }

    /** Every call about a record one may not see answers as for one that never was. */
    @BothDatabases
    void whatIsThereAndWhatIsNotAnswerAlike() {
        RecordView there = company("Hidden Ltd");
        RecordView other = company("Hidden too");
        RecordId merged = SYSTEM.run(() -> engine().merges().merge(COMPANY, part(there), List.of(part(other)), Map.of()));
        RecordView mine = company("mine", "ownerId", RecordId.text(66));
        may(Scope.OWN);
        Map<String, Consumer<RecordId>> calls = new LinkedHashMap<>();
        calls.put("get", id -> companies().get(id));
        calls.put("update", id -> companies().update(id, 1, Map.of("name", "x")));
        calls.put("stale update", id -> companies().update(id, 99, Map.of("name", "x")));
        calls.put("delete", id -> companies().delete(id, 99));
        calls.put("restore", id -> companies().restore(id));
        calls.put("timeline", id -> companies().timeline(id, 5, null));
        calls.put("access", id -> companies().access(id));
        calls.put("stream", id -> engine().stream(files).page(COMPANY, id, Set.of(), true, 5, null));
        calls.put("comment", id -> engine().comments().add(COMPANY, id, "x"));
        calls.put("remove comment", id -> engine().comments().remove(COMPANY, id, RecordId.of("0000000000001")));
        calls.put("attach", id -> engine().attachments(files).add(COMPANY, id, RecordId.of("0000000000001")));
        calls.put("detach", id -> engine().attachments(files).remove(COMPANY, id, RecordId.of("0000000000001")));
        calls.put("team", id -> engine().openings().list(true, COMPANY, id));
        calls.put("shares", id -> engine().openings().list(false, COMPANY, id));
        calls.put("join", id -> engine().openings().put(Entry.Way.TEAM, COMPANY, id, new RecordId(66), Map.of("access", "write")));
        calls.put("leave", id -> engine().openings().remove(Entry.Way.TEAM, COMPANY, id, new RecordId(66)));
        calls.put("preview", id -> engine().mergeViews().preview(COMPANY, List.of(mine.id(), id)));
        calls.put("merges into", id -> engine().mergeViews().into(COMPANY, id));
        calls.put("merge away", id -> engine().merges().merge(COMPANY, part(mine), List.of(new Part(id, 1)), Map.of()));
        calls.put("merge into", id -> engine().merges().merge(COMPANY, new Part(id, 1), List.of(part(mine)), Map.of()));
        calls.put("dismiss", id -> engine().duplicateDesk().dismiss(COMPANY, List.of(mine.id(), id), true));
        calls.forEach((name, call) -> {
            RecordId nowhere = RecordId.next();
            assertThat(answer(call, there.id())).as(name).isEqualTo(answer(call, nowhere)).startsWith("NOT_FOUND");
        });
        RecordId nowhere = RecordId.next();
        assertThat(answer(id -> engine().mergeViews().survivor(COMPANY, id), other.id())).as("where it went")
                .isEqualTo(answer(id -> engine().mergeViews().survivor(COMPANY, id), nowhere)).startsWith("NOT_FOUND");
        assertThat(answer(id -> engine().mergeViews().get(id), merged)).as("merge").isEqualTo(answer(id -> engine().mergeViews().get(id), nowhere)).startsWith("NOT_FOUND");
        assertThat(SYSTEM.run(() -> companies().get(mine.id())).version()).isEqualTo(1);
    }

    private static String answer(Consumer<RecordId> call, RecordId id) {
        try {
            THIEF.run(() -> {
                call.accept(id);
                return true;
            });
            return "done";
        } catch (TenonException refusal) {
            return refusal.kind() + " " + String.valueOf(refusal.getMessage()).replace(id.toString(), "?") + refusal.errors() + refusal.details();
        }
    }

    private static Part part(RecordView view) {
        return new Part(view.id(), view.version());
    }

    private static Map<String, Object> test(String operator, String field, Object value) {
        return Map.of(operator, Arrays.asList(Map.of("var", field), value));
    }

    private static void refused(String code, ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOfSatisfying(TenonException.class, refusal -> assertThat(refusal.errors().get(0).code()).isEqualTo(code));
    }

    private static void missing(ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOfSatisfying(TenonException.class, refusal -> assertThat(refusal.kind()).isEqualTo(Kind.NOT_FOUND));
    }
}
