package org.tenon.records.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tenon.records.write.Forest.KEEPER;
import static org.tenon.records.write.Forest.asKeeper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tenon.records.model.RecordModel;
import org.tenon.records.sample.Company;
import org.tenon.records.write.Forest;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Grants;
import org.tenon.sdk.identity.Grants.FieldAccess;
import org.tenon.sdk.identity.Grants.FieldLimit;
import org.tenon.sdk.identity.Grants.RecordGrant;
import org.tenon.sdk.identity.Scope;
import org.tenon.sdk.job.Job;
import org.tenon.sdk.record.OnDuplicates;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordStore;
import org.tenon.sdk.record.RecordView;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;
import org.tenon.testkit.job.StandaloneJobs;

class DuplicatesTest {

    private static final String TYPE = "sample.company";
    private static final Caller SELLER = new Caller(21, "王芳", java.util.Locale.SIMPLIFIED_CHINESE, false, null);

    private final TestDatabase database;
    private Forest forest;
    private StandaloneJobs jobs;

    DuplicatesTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        forest = new Forest(database);
        jobs = new StandaloneJobs(forest.engine().tx()).handler(forest.engine().duplicateScan());
        forest.engine().duplicateDesk().with(jobs);
        List<RecordGrant> grants = new ArrayList<>();
        for (String action : List.of("read", "create", "update", "delete")) {
            grants.add(new RecordGrant("Sales", TYPE, action, Scope.OWN, Set.of()));
        }
        forest.engine().grant(SELLER.memberId(), new Grants(false, grants, List.of(), Set.of(), Set.of(), Set.of()), null);
    }

    @AfterEach
    void close() {
        forest.close();
    }

    private RecordStore<Company> companies() {
        return forest.engine().records().of(Company.class);
    }

    private RecordModel model() {
        return forest.engine().models().require(TYPE);
    }

    private RecordView company(String name, String phone) {
        return asKeeper(() -> companies().create(Map.of("name", name, "phones", List.of(Map.of("kind", "office", "value", phone)))));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> hits(RecordView view) {
        return (List<Map<String, Object>>) view.json().getOrDefault("_duplicates", List.of());
    }

    @BothDatabases
    void whoeverCreatesATwinIsToldWhyAndTheTwinIsThere() {
        RecordView first = company("深圳市榫卯软件有限公司", "0755-63583907");
        RecordView twin = SELLER.unlimited().run(() -> companies().create(Map.of("name", "榫卯軟件（深圳）股份有限公司",
                "phones", List.of(Map.of("kind", "office", "value", "+86 755 6358 3907"))), OnDuplicates.ALLOW));
        assertThat(hits(twin)).singleElement().satisfies(hit -> {
            assertThat(hit).containsEntry("id", first.id().toString()).containsEntry("title", "深圳市榫卯软件有限公司").containsEntry("likely", true)
                    .containsEntry("hidden", false);
            assertThat((List<?>) hit.get("reasons")).extracting(reason -> String.valueOf(((Map<?, ?>) reason).get("text")))
                    .containsExactly("名称去掉公司形式和地区后相同", "电话相同");
        });
        assertThat(forest.count("sample_company")).isEqualTo(2);
    }

    @BothDatabases
    void refusingStoresNothingAndNamesTheTwin() {
        company("Acme Ltd.", "+49 30 1234567");
        Map<String, Object> twin = Map.of("name", "ACME GmbH", "phones", List.of(Map.of("kind", "office", "value", "0049 (0)30 123 45 67")));
        assertThatThrownBy(() -> asKeeper(() -> companies().create(twin, OnDuplicates.REFUSE))).isInstanceOfSatisfying(TenonException.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(Kind.CONFLICT);
            assertThat(refusal.details()).containsKey("duplicates");
        });
        assertThat(forest.count("sample_company")).isEqualTo(1);
        assertThat(hits(asKeeper(() -> companies().create(twin, OnDuplicates.IGNORE)))).isEmpty();
    }

    @BothDatabases
    void keysFollowTheRecordThroughChangeDeletionAndRestoring() {
        RecordView first = company("榫卯软件", "13833308495");
        RecordView second = company("鲁班木器", "13900000001");
        RecordView renamed = asKeeper(() -> companies().update(second.id(), 1, Map.of("name", "榫卯软件公司"), OnDuplicates.ALLOW));
        assertThat(hits(renamed)).hasSize(1);
        assertThat(hits(asKeeper(() -> companies().update(second.id(), 2, Map.of("staff", 5), OnDuplicates.ALLOW)))).isEmpty();
        asKeeper(() -> {
            companies().delete(first.id(), null);
            return true;
        });
        assertThat(asKeeper(() -> forest.engine().duplicates().of(model(), second.id().value()))).isEmpty();
        asKeeper(() -> companies().restore(first.id()));
        assertThat(asKeeper(() -> forest.engine().duplicates().of(model(), second.id().value()))).hasSize(1);
    }

    @BothDatabases
    void aTwinTheCallerMayNotSeeIsCountedAndNotShown() {
        company("榫卯软件", "13833308495");
        List<Map<String, Object>> hits = generic(SELLER.run(() -> forest.engine().duplicates().of(model(),
                Map.of("name", "榫卯软件", "phones", List.of("138 3330 8495")), 0)));
        assertThat(hits).singleElement().satisfies(hit -> {
            assertThat(hit).containsEntry("id", null).containsEntry("title", "***").containsEntry("hidden", true).containsEntry("ownerLabel", null);
            assertThat(hit.toString()).doesNotContain("榫卯");
        });
    }

    @BothDatabases
    void aFieldTheCallerMayNotSeeIsNoReasonByName() {
        forest.engine().grant(SELLER.memberId(), new Grants(false, List.of(new RecordGrant("Sales", TYPE, "read", Scope.ALL, Set.of())),
                List.of(new FieldLimit("Sales", TYPE, "phones", FieldAccess.MASKED)), Set.of(), Set.of(), Set.of()), null);
        RecordView one = company("榫卯软件", "13833308495");
        company("榫卯软件", "13833308495");
        List<Map<String, Object>> hits = generic(SELLER.run(() -> forest.engine().duplicates().of(model(), one.id().value())));
        assertThat(hits).singleElement().satisfies(hit -> assertThat(hit.get("reasons").toString()).contains("名称").doesNotContain("电话").contains("您无权查看"));
    }

    @BothDatabases
    void aScanFindsPairsThatWereStoredBeforeThereWereKeysAndGoesOnAfterAnInterruption() {
        for (int i = 0; i < 300; i++) {
            company("公司" + i + "号", "0755-6" + (1_000_000 + i));
        }
        company("榫卯软件", "13833308495");
        company("榫卯软件有限公司", "+86 138 3330 8495");
        forest.engine().db().write(connection -> connection.createStatement().executeUpdate("DELETE FROM records_match"));

        asKeeper(() -> forest.engine().duplicateDesk().scan(TYPE));
        jobs.interruptAfter(1);
        jobs.runAll();
        assertThat(jobs.runAll()).singleElement().satisfies(job -> {
            assertThat(job.state()).isEqualTo(Job.State.SUCCEEDED);
            assertThat(job.result()).containsEntry("records", 302).containsEntry("pairs", 1);
        });
        Map<String, Object> page = new HashMap<>(asKeeper(() -> forest.engine().duplicateDesk().page(TYPE, false, 25, null)));
        assertThat((List<?>) page.get("items")).hasSize(1);
        assertThat(page.get("scannedAt")).isNotNull();
        assertThat((List<?>) SELLER.run(() -> forest.engine().duplicateDesk().page(TYPE, false, 25, null)).get("items")).isEmpty();
    }

    @BothDatabases
    void pairsComeInPagesAndADismissedOneIsNotFoundAgain() {
        List<RecordView> made = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            made.add(company("双胞胎" + i, "0755-7" + (2_000_000 + i)));
            made.add(company("双胞胎" + i + "有限公司", "0755-7" + (2_000_000 + i)));
        }
        scan();
        List<Object> seen = new ArrayList<>();
        String cursor = null;
        do {
            String from = cursor;
            Map<String, Object> page = new HashMap<>(asKeeper(() -> forest.engine().duplicateDesk().page(TYPE, false, 4, from)));
            seen.addAll((List<?>) page.get("items"));
            cursor = (String) page.get("next");
        } while (cursor != null);
        assertThat(seen).hasSize(6).doesNotHaveDuplicates();

        List<RecordId> two = List.of(made.get(0).id(), made.get(1).id());
        dismiss(two, true);
        scan();
        assertThat((List<?>) asKeeper(() -> forest.engine().duplicateDesk().page(TYPE, false, 25, null)).get("items")).hasSize(5);
        assertThat((List<?>) asKeeper(() -> forest.engine().duplicateDesk().page(TYPE, true, 25, null)).get("items")).hasSize(1);
        assertThat(asKeeper(() -> forest.engine().duplicates().of(model(), two.get(0).value()))).isEmpty();
        dismiss(two, false);
        assertThat(asKeeper(() -> forest.engine().duplicates().of(model(), two.get(0).value()))).hasSize(1);
        assertThatThrownBy(() -> SELLER.run(() -> {
            forest.engine().duplicateDesk().dismiss(TYPE, two, true);
            return true;
        })).isInstanceOfSatisfying(TenonException.class, refusal -> assertThat(refusal.kind()).isEqualTo(Kind.NOT_FOUND));
    }

    @BothDatabases
    void recordsThatPairsConnectAreOneGroup() {
        RecordView a = company("榫卯软件", "13833308495");
        RecordView b = company("榫卯软件有限公司", "13833308495");
        RecordView c = company("榫卯软件公司", "13833308495");
        company("鲁班木器", "13900000001");
        company("鲁班木器有限公司", "13900000001");
        scan();
        List<Map<String, Object>> groups = groups(KEEPER, 25);
        assertThat(groups).hasSize(2).extracting(group -> ((List<?>) group.get("records")).size()).containsExactlyInAnyOrder(3, 2);
        assertThat(groups).allSatisfy(group -> assertThat(group).containsEntry("hidden", 0L).containsEntry("more", false));
        assertThat(groups).extracting(group -> ((List<?>) group.get("pairs")).size()).containsExactlyInAnyOrder(3, 1);

        dismiss(List.of(a.id(), b.id()), true);
        assertThat(groups(KEEPER, 1)).extracting(group -> ((List<?>) group.get("records")).size()).containsExactlyInAnyOrder(3, 2);
        dismiss(List.of(a.id(), c.id()), true);
        assertThat(groups(KEEPER, 25)).extracting(group -> ((List<?>) group.get("records")).size()).containsExactlyInAnyOrder(2, 2);
    }

    @BothDatabases
    void ofAGroupOthersAreCountedAndOneThatIsAllOthersDoesNotShow() {
        company("榫卯软件", "13833308495");
        company("榫卯软件有限公司", "13833308495");
        SELLER.run(() -> companies().create(Map.of("name", "榫卯软件公司", "phones", List.of(Map.of("kind", "office", "value", "13833308495")))));
        company("鲁班木器", "13900000001");
        company("鲁班木器有限公司", "13900000001");
        scan();
        assertThat(groups(SELLER, 25)).singleElement().satisfies(group -> {
            assertThat(group).containsEntry("hidden", 2L);
            assertThat((List<?>) group.get("records")).hasSize(1);
            assertThat((List<?>) group.get("pairs")).isEmpty();
            assertThat(group.toString()).doesNotContain("榫卯软件有限公司");
        });
    }

    @BothDatabases
    void aGroupHoldsNoMoreThanItsMostAndShowsOnOnePage() {
        for (int i = 0; i < Groups.MOST + 4; i++) {
            company("榫卯软件", "13833308495");
        }
        scan();
        assertThat(groups(KEEPER, 1)).singleElement().satisfies(group -> {
            assertThat((List<?>) group.get("records")).hasSize(Groups.MOST);
            assertThat(group).containsEntry("more", true);
        });
    }

    /** Those of all pages. */
    private List<Map<String, Object>> groups(Caller who, int limit) {
        List<Map<String, Object>> all = new ArrayList<>();
        String cursor = null;
        do {
            String from = cursor;
            Map<String, Object> page = new HashMap<>(who.run(() -> forest.engine().duplicateDesk().groups(TYPE, limit, from)));
            all.addAll(generic((List<?>) page.get("items")));
            cursor = (String) page.get("next");
        } while (cursor != null);
        return all;
    }

    @BothDatabases
    void aNumberThatManyShareMakesNobodyADuplicate() {
        for (int i = 0; i < MatchTable.COMMON + 10; i++) {
            company("总机用户" + (char) ('甲' + i) + (char) ('一' + i * 7), "400-800-8888");
        }
        RecordView one = company("最后一家", "400-800-8888");
        assertThat(asKeeper(() -> forest.engine().duplicates().of(model(), one.id().value()))).isEmpty();
    }

    @BothDatabases
    void manyRowsAreCheckedAtOnce() {
        for (int i = 0; i < 20; i++) {
            company("批量" + (char) ('甲' + i) + "木业", "0755-8" + (3_000_000 + i));
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            rows.add(Map.of("name", "批量" + (char) ('甲' + i) + "木业有限公司", "phones", List.of("0755-8" + (3_000_000 + i))));
        }
        List<List<Finder.Hit>> hits = asKeeper(() -> forest.engine().duplicates().of(model(), rows));
        assertThat(hits).hasSize(500);
        assertThat(hits.subList(0, 20)).allSatisfy(row -> assertThat(row).isNotEmpty());
        assertThat(hits.get(499)).noneSatisfy(hit -> assertThat(hit.score().likely()).isTrue());
    }

    private void scan() {
        asKeeper(() -> forest.engine().duplicateDesk().scan(TYPE));
        jobs.runAll();
    }

    private void dismiss(List<RecordId> two, boolean dismissed) {
        asKeeper(() -> {
            forest.engine().duplicateDesk().dismiss(TYPE, two, dismissed);
            return true;
        });
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> generic(List<?> hits) {
        return (List<Map<String, Object>>) hits;
    }
}
