package org.tenon.records.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tenon.records.write.Forest.KEEPER;
import static org.tenon.records.write.Forest.asKeeper;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tenon.records.log.EntryKind;
import org.tenon.records.merge.Merges.Part;
import org.tenon.records.sample.Company;
import org.tenon.records.sample.Tree;
import org.tenon.records.write.Forest;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Grants;
import org.tenon.sdk.identity.Grants.RecordGrant;
import org.tenon.sdk.identity.Scope;
import org.tenon.sdk.job.Job;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordRef;
import org.tenon.sdk.record.RecordStore;
import org.tenon.sdk.record.RecordView;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.MemoryFiles;
import org.tenon.testkit.TestDatabase;
import org.tenon.testkit.job.StandaloneJobs;

class MergeTest {

    private static final String TYPE = "sample.company";
    private static final Caller SELLER = new Caller(21, "王芳", java.util.Locale.SIMPLIFIED_CHINESE, false, null);

    private final TestDatabase database;
    private Forest forest;
    private StandaloneJobs jobs;

    MergeTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        forest = new Forest(database);
        jobs = new StandaloneJobs(forest.engine().tx()).handler(new MergeJob(merges()));
        merges().with(jobs);
    }

    @AfterEach
    void close() {
        forest.close();
    }

    private Merges merges() {
        return forest.engine().merges();
    }

    private RecordStore<Company> companies() {
        return forest.engine().records().of(Company.class);
    }

    private RecordStore<Tree> trees() {
        return forest.engine().records().of(Tree.class);
    }

    private RecordView company(String name, Object... values) {
        Map<String, Object> all = new HashMap<>(Map.of("name", name));
        for (int i = 0; i < values.length; i += 2) {
            all.put((String) values[i], values[i + 1]);
        }
        return asKeeper(() -> companies().create(all));
    }

    private RecordView get(RecordView view) {
        return asKeeper(() -> companies().get(view.id()));
    }

    private static Part part(RecordView view) {
        return new Part(view.id(), view.version());
    }

    private RecordId merge(RecordView survivor, Map<String, ?> values, RecordView... others) {
        return asKeeper(() -> merges().merge(TYPE, part(get(survivor)), List.of(others).stream().map(other -> part(get(other))).toList(), values));
    }

    private static void refused(Runnable work, Kind kind) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(TenonException.class, refusal -> assertThat(refusal.kind()).isEqualTo(kind));
    }

    @BothDatabases
    void everyReferenceFollowsTheSurvivorAndComesBack() {
        RecordView survivor = company("榫卯软件", "staff", 5);
        RecordView other = company("榫卯软件公司", "staff", 50, "tags", List.of("旧"));
        RecordView child = company("子公司", "parentId", other.id().toString());
        RecordView partner = company("伙伴", "partners", List.of(other.id().toString(), survivor.id().toString()));
        RecordView friend = company("朋友", "partners", List.of(other.id().toString()));
        RecordView tree = asKeeper(() -> trees().create(Map.of("name", "树", "about", Map.of("type", TYPE, "id", other.id().toString()))));

        RecordId merge = merge(survivor, Map.of("staff", 50, "tags", List.of("旧")), other);

        String id = survivor.id().toString();
        assertThat(get(survivor).json()).containsEntry("staff", 50L).containsEntry("tags", List.of("旧")).containsEntry("name", "榫卯软件");
        assertThat(get(child).json()).containsEntry("parentId", id);
        assertThat(get(partner).json()).containsEntry("partners", List.of(id));
        assertThat(get(friend).json()).containsEntry("partners", List.of(id));
        assertThat(asKeeper(() -> trees().get(tree.id())).json().get("about")).isEqualTo(Map.of("type", TYPE, "id", id));
        refused(() -> get(other), Kind.NOT_FOUND);
        assertThat(asKeeper(() -> forest.engine().mergeViews().survivor(TYPE, other.id())).id()).isEqualTo(survivor.id());
        assertThat(asKeeper(() -> companies().timeline(survivor.id(), 10, null)).items().get(0)).containsEntry("action", "merge");

        Map<String, Object> kept = asKeeper(() -> merges().undo(merge));
        assertThat(asKeeper(() -> forest.engine().mergeViews().get(merge))).containsEntry("state", "undone");
        assertThat(kept).containsEntry("fields", List.of()).containsEntry("references", List.of());
        String back = other.id().toString();
        assertThat(get(survivor).json()).containsEntry("staff", 5L).doesNotContainKey("tags");
        assertThat(get(other).json()).containsEntry("staff", 50L).containsEntry("tags", List.of("旧"));
        assertThat(get(child).json()).containsEntry("parentId", back);
        assertThat((List<Object>) get(partner).json().get("partners")).containsExactlyInAnyOrder(back, id);
        assertThat(get(friend).json()).containsEntry("partners", List.of(back));
        assertThat(asKeeper(() -> trees().get(tree.id())).json().get("about")).isEqualTo(Map.of("type", TYPE, "id", back));
        refused(() -> asKeeper(() -> merges().undo(merge)), Kind.CONFLICT);
        refused(() -> asKeeper(() -> forest.engine().mergeViews().survivor(TYPE, other.id())), Kind.NOT_FOUND);
    }

    @BothDatabases
    void undoingKeepsAndTellsWhatWasChangedSince() {
        RecordView survivor = company("榫卯软件", "staff", 5);
        RecordView other = company("榫卯软件公司", "staff", 50, "code", "X1");
        RecordView child = company("子公司", "parentId", other.id().toString());
        RecordId merge = merge(survivor, Map.of("staff", 50, "code", "X1"), other);
        asKeeper(() -> companies().update(survivor.id(), get(survivor).version(), Map.of("staff", 51)));
        Map<String, Object> none = new HashMap<>();
        none.put("parentId", null);
        asKeeper(() -> companies().update(child.id(), get(child).version(), none));

        Map<String, Object> report = asKeeper(() -> merges().undo(merge));
        assertThat(report).containsEntry("fields", List.of("staff"));
        assertThat((List<?>) report.get("references")).singleElement().satisfies(kept ->
                assertThat(((Map<?, ?>) kept).get("id")).isEqualTo(child.id().toString()));
        assertThat(get(survivor).json()).containsEntry("staff", 51L).doesNotContainKey("code");
        assertThat(get(child).json()).doesNotContainKey("parentId");
    }

    @BothDatabases
    void aStalePartRefusesTheMergeAndNothingIsHalfDone() {
        RecordView survivor = company("榫卯软件");
        RecordView other = company("榫卯软件公司");
        RecordView child = company("子公司", "parentId", other.id().toString());
        asKeeper(() -> companies().update(other.id(), 1, Map.of("staff", 7)));
        refused(() -> asKeeper(() -> merges().merge(TYPE, part(survivor), List.of(part(other)), Map.of("staff", 7))), Kind.STALE);
        asKeeper(() -> companies().update(survivor.id(), 1, Map.of("staff", 8)));
        refused(() -> asKeeper(() -> merges().merge(TYPE, part(survivor), List.of(part(get(other))), Map.of("staff", 7))), Kind.STALE);
        assertThat(get(other).json()).containsEntry("staff", 7L);
        assertThat(get(child).json()).containsEntry("parentId", other.id().toString());
        assertThat(forest.count("records_merge") + forest.count("records_merge_other") + forest.count("records_merge_move")).isZero();
    }

    @BothDatabases
    void manyReferencesMoveInAJobThatGoesOnWhereItWasKilled() {
        RecordView survivor = company("榫卯软件");
        RecordView other = company("榫卯软件公司");
        List<RecordId> children = new ArrayList<>();
        forest.engine().tx().run(() -> {
            for (int i = 0; i < 1100; i++) {
                children.add(company("子公司" + i, "parentId", other.id().toString()).id());
            }
        });
        RecordId merge = merge(survivor, Map.of(), other);
        assertThat(asKeeper(() -> forest.engine().mergeViews().get(merge))).containsEntry("state", "moving");
        refused(() -> asKeeper(() -> merges().undo(merge)), Kind.CONFLICT);
        jobs.interruptAfter(1);
        jobs.runAll();
        assertThat(referring(other)).isEqualTo(600);
        assertThat(jobs.runAll()).singleElement().satisfies(job -> assertThat(job.state()).isEqualTo(Job.State.SUCCEEDED));
        assertThat(referring(other)).isZero();
        assertThat(referring(survivor)).isEqualTo(1100);
        assertThat(asKeeper(() -> forest.engine().mergeViews().get(merge))).containsEntry("state", "done");

        asKeeper(() -> merges().undo(merge));
        jobs.interruptAfter(2);
        jobs.runAll();
        jobs.runAll();
        assertThat(referring(other)).isEqualTo(1100);
        assertThat(asKeeper(() -> forest.engine().mergeViews().get(merge))).containsEntry("state", "undone");
    }

    private long referring(RecordView to) {
        return forest.engine().db().read(connection -> {
            try (var select = connection.prepareStatement("SELECT COUNT(*) FROM sample_company WHERE parent_id = ?")) {
                select.setLong(1, to.id().value());
                try (var rows = select.executeQuery()) {
                    rows.next();
                    return rows.getLong(1);
                }
            }
        });
    }

    @BothDatabases
    void aFamilyBecomesOneWithoutLyingBelowItself() {
        RecordView parent = company("母公司");
        RecordView child = company("子公司", "parentId", parent.id().toString());
        RecordView grandchild = company("孙公司", "parentId", child.id().toString());
        refused(() -> merge(grandchild, Map.of(), parent), Kind.CONFLICT);
        RecordId merge = merge(child, Map.of(), parent);
        assertThat(get(child).json()).doesNotContainKey("parentId");
        asKeeper(() -> merges().undo(merge));
        assertThat(get(child).json()).containsEntry("parentId", parent.id().toString());
    }

    @BothDatabases
    void teamsAndSharesComeTogetherAndPartAgain() {
        RecordView survivor = company("榫卯软件");
        RecordView other = company("榫卯软件公司");
        grant(SELLER, "read");
        forest.engine().db().write(connection -> connection.createStatement().executeUpdate(
                "INSERT INTO records_team (record_type, record_id, member_id, access) VALUES ('" + TYPE + "', " + other.id().value() + ", 21, 'read')"));
        forest.engine().db().write(connection -> connection.createStatement().executeUpdate(
                "INSERT INTO records_share (record_type, record_id, grantee_kind, grantee_id, access) VALUES ('" + TYPE + "', " + other.id().value() + ", 'member', 22, 'read')"));
        RecordId merge = merge(survivor, Map.of(), other);
        assertThat(SELLER.run(() -> companies().get(survivor.id())).id()).isEqualTo(survivor.id());
        asKeeper(() -> merges().undo(merge));
        refused(() -> SELLER.run(() -> companies().get(survivor.id())), Kind.NOT_FOUND);
        assertThat(SELLER.run(() -> companies().get(other.id())).id()).isEqualTo(other.id());
    }

    @BothDatabases
    void referencesInCustomFieldsOfOtherTypesFollowTheSurvivorAndComeBack() {
        Object name = asKeeper(() -> forest.engine().fields().add(Map.of("type", "sample.tree", "kind", "reference", "labels", "种植公司", "reference", TYPE))).get("name");
        RecordView survivor = company("榫卯软件");
        RecordView other = company("榫卯软件公司");
        RecordView tree = asKeeper(() -> trees().create(Map.of("name", "银杏", String.valueOf(name), other.id().toString())));
        RecordId merge = merge(survivor, Map.of(), other);
        assertThat(asKeeper(() -> trees().get(tree.id())).json()).containsEntry(String.valueOf(name), survivor.id().toString());
        assertThat(asKeeper(() -> trees().timeline(tree.id(), 10, null)).items()).hasSize(2);
        asKeeper(() -> merges().undo(merge));
        assertThat(asKeeper(() -> trees().get(tree.id())).json()).containsEntry(String.valueOf(name), other.id().toString());
    }

    @BothDatabases
    void theSurvivorsTimelineShowsThoseOfMergedRecordsUntilTheMergeIsUndone() {
        MemoryFiles files = new MemoryFiles();
        merges().with(files);
        RecordView survivor = company("榫卯软件");
        RecordView other = company("榫卯软件公司");
        RecordView third = company("榫卯");
        asKeeper(() -> companies().update(other.id(), 1, Map.of("staff", 7)));
        asKeeper(() -> forest.engine().comments().add(TYPE, other.id(), "老客户"));
        merge(other, Map.of(), third);
        RecordId merge = merge(survivor, Map.of(), other);
        List<Map<?, ?>> joined = timeline(files, KEEPER, survivor);
        assertThat(joined).filteredOn(entry -> from(entry, "榫卯软件公司")).extracting(entry -> String.valueOf(entry.get("action"))).contains("create", "update", "comment", "merge");
        assertThat(joined).filteredOn(entry -> from(entry, "榫卯")).extracting(entry -> String.valueOf(entry.get("action"))).contains("create");
        assertThat(joined).filteredOn(entry -> "comment".equals(entry.get("action"))).singleElement()
                .satisfies(entry -> assertThat(((Map<?, ?>) entry.get("comment")).get("body")).isEqualTo("老客户"));

        grant(SELLER, "read");
        forest.engine().db().write(connection -> connection.createStatement().executeUpdate(
                "INSERT INTO records_team (record_type, record_id, member_id, access) VALUES ('" + TYPE + "', " + survivor.id().value() + ", 21, 'read')"));
        List<Map<?, ?>> limited = timeline(files, SELLER, survivor);
        assertThat(limited).filteredOn(entry -> entry.get("from") != null).singleElement().satisfies(entry -> assertThat(entry.get("action")).isEqualTo("comment"))
                .satisfies(entry -> assertThat(entry.get("from").toString()).contains("***").doesNotContain("榫卯"));

        asKeeper(() -> merges().undo(merge));
        assertThat(timeline(files, KEEPER, survivor)).noneSatisfy(entry -> assertThat(entry.get("from")).isNotNull());
        assertThat(timeline(files, KEEPER, other)).anySatisfy(entry -> assertThat(entry.get("action")).isEqualTo("comment"));
    }

    private List<Map<?, ?>> timeline(MemoryFiles files, Caller who, RecordView record) {
        List<Map<?, ?>> entries = new ArrayList<>();
        Set<EntryKind> kinds = EnumSet.of(EntryKind.CHANGE, EntryKind.COMMENT, EntryKind.FILE);
        Map<String, ?> page = who.run(() -> forest.engine().stream(files).page(TYPE, record.id(), kinds, false, 100, null));
        ((List<?>) page.get("items")).forEach(item -> entries.add((Map<?, ?>) item));
        return entries;
    }

    private static boolean from(Map<?, ?> entry, String title) {
        return entry.get("from") instanceof Map<?, ?> from && title.equals(from.get("title"));
    }

    @BothDatabases
    void commentsFollowTheSurvivorAndComeBack() {
        RecordView survivor = company("榫卯软件");
        RecordView other = company("榫卯软件公司");
        forest.engine().db().write(connection -> connection.createStatement().executeUpdate(
                "INSERT INTO records_comment (id, record_type, record_id, member_id, body, created_at) VALUES (7, '" + TYPE + "', " + other.id().value()
                        + ", 11, '老客户', '2026-11-23 08:00:00')"));
        RecordId merge = merge(survivor, Map.of(), other);
        assertThat(commented()).isEqualTo(survivor.id().value());
        asKeeper(() -> merges().undo(merge));
        assertThat(commented()).isEqualTo(other.id().value());
    }

    @BothDatabases
    void filesFollowTheSurvivorAndComeBack() {
        MemoryFiles files = new MemoryFiles();
        merges().with(files);
        RecordView survivor = company("榫卯软件");
        RecordView other = company("榫卯软件公司");
        RecordRef from = new RecordRef(TYPE, other.id().value());
        RecordId file = asKeeper(() -> files.attach(files.keep("合同.txt", new ByteArrayInputStream(new byte[] {1}), null).id(), from)).id();
        RecordId merge = merge(survivor, Map.of(), other);
        assertThat(files.find(file).orElseThrow().owner()).isEqualTo(new RecordRef(TYPE, survivor.id().value()));
        asKeeper(() -> merges().undo(merge));
        assertThat(files.find(file).orElseThrow().owner()).isEqualTo(from);
    }

    private long commented() {
        return forest.engine().db().read(connection -> {
            try (var rows = connection.createStatement().executeQuery("SELECT record_id FROM records_comment WHERE id = 7")) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    private void grant(Caller who, String... actions) {
        List<RecordGrant> grants = List.of(actions).stream().map(action -> new RecordGrant("Sales", TYPE, action, Scope.OWN, Set.<Long>of())).toList();
        forest.engine().grant(who.memberId(), new Grants(false, grants, List.of(), Set.of(), Set.of(), Set.of()), null);
    }

    @BothDatabases
    void mergingNeedsUpdateOnTheSurvivorAndDeleteOnTheOthers() {
        grant(SELLER, "read", "create", "update");
        RecordView mine = SELLER.run(() -> companies().create(Map.of("name", "我的")));
        RecordView also = SELLER.run(() -> companies().create(Map.of("name", "我的公司")));
        RecordView theirs = company("别人的");
        refused(() -> SELLER.run(() -> merges().merge(TYPE, part(mine), List.of(part(also)), Map.of())), Kind.FORBIDDEN);
        grant(SELLER, "read", "create", "update", "delete");
        refused(() -> SELLER.run(() -> merges().merge(TYPE, part(mine), List.of(part(theirs)), Map.of())), Kind.NOT_FOUND);
        refused(() -> SELLER.run(() -> merges().merge(TYPE, part(mine), List.of(part(mine)), Map.of())), Kind.INVALID);
        RecordId merge = SELLER.run(() -> merges().merge(TYPE, part(mine), List.of(part(also)), Map.of()));
        assertThat(KEEPER.run(() -> forest.engine().mergeViews().into(TYPE, mine.id()))).hasSize(1);
        grant(SELLER, "read");
        refused(() -> SELLER.run(() -> merges().undo(merge)), Kind.FORBIDDEN);
    }

    @BothDatabases
    void aMergeOfAMergeLeadsToTheLastSurvivor() {
        RecordView a = company("甲");
        RecordView b = company("乙");
        RecordView c = company("丙");
        merge(b, Map.of(), c);
        merge(a, Map.of(), b);
        assertThat(asKeeper(() -> forest.engine().mergeViews().survivor(TYPE, c.id())).id()).isEqualTo(a.id());
        Consumer<Map<String, Object>> shape = preview -> assertThat(preview).containsKeys("records", "references");
        shape.accept(asKeeper(() -> forest.engine().mergeViews().preview(TYPE, List.of(a.id(), company("丁").id()))));
    }
}
