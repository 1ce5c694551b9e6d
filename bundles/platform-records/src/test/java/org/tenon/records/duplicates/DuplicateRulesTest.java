package org.tenon.records.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tenon.records.write.Forest.asKeeper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tenon.records.imports.Loads;
import org.tenon.records.sample.Company;
import org.tenon.records.write.Forest;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Grants;
import org.tenon.sdk.identity.Grants.RecordGrant;
import org.tenon.sdk.identity.Scope;
import org.tenon.sdk.record.OnDuplicates;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordStore;
import org.tenon.sdk.record.RecordView;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

class DuplicateRulesTest {

    private static final String TYPE = "sample.company";
    private static final String CODE = "91440300MA5EQXL17Q";
    private static final Caller SELLER = new Caller(21, "王芳", Locale.SIMPLIFIED_CHINESE, false, null);

    private final TestDatabase database;
    private final List<String> told = new ArrayList<>();
    private Forest forest;
    private RuleDesk desk;

    DuplicateRulesTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        forest = new Forest(database);
        desk = forest.engine().duplicateRules((action, what) -> told.add(action + " " + what));
    }

    @AfterEach
    void close() {
        forest.close();
    }

    private RecordStore<Company> companies() {
        return forest.engine().records().of(Company.class);
    }

    private void rules(int version, Map<String, String> rules) {
        asKeeper(() -> desk.set(TYPE, new RulesResource.Wish(rules, version)));
    }

    private RecordView company(String name, Map<String, Object> more) {
        Map<String, Object> values = new java.util.HashMap<>(more);
        values.put("name", name);
        return asKeeper(() -> companies().create(values, OnDuplicates.ALLOW));
    }

    private static Object phone(String number) {
        return List.of(Map.of("kind", "office", "value", number));
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable work, String field, String text) {
        assertThatThrownBy(work).isInstanceOfSatisfying(TenonException.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(Kind.INVALID);
            assertThat(refusal.errors()).singleElement().satisfies(error -> {
                assertThat(error.field()).isEqualTo(field);
                assertThat(error.message()).contains(text);
            });
        });
    }

    @BothDatabases
    void aBlockedValueIsRefusedOnCreateAndUpdateHoweverItIsWritten() {
        rules(0, Map.of("code", "block"));
        company("榫卯软件", Map.of("code", CODE));
        RecordView other = company("鲁班木器", Map.of());
        refused(() -> company("另一个名字", Map.of("code", " " + CODE.toLowerCase(Locale.ROOT))), "code", "榫卯软件");
        refused(() -> asKeeper(() -> companies().create(Map.of("name", "内部", "code", CODE))), "code", "榫卯软件");
        refused(() -> asKeeper(() -> companies().create(Map.of("name", "不看", "code", CODE), OnDuplicates.IGNORE)), "code", "榫卯软件");
        refused(() -> asKeeper(() -> companies().update(other.id(), 1, Map.of("code", CODE))), "code", "榫卯软件");
        assertThat(forest.count("sample_company")).isEqualTo(2);
        assertThat(asKeeper(() -> companies().get(other.id())).version()).isEqualTo(1);
        assertThat(asKeeper(() -> companies().update(other.id(), 1, Map.of("name", "鲁班", "code", "91440300MA5EQXL18N"))).version()).isEqualTo(2);
    }

    @BothDatabases
    void whatWasThereBeforeTheRuleCanStillBeWorkedOn() {
        RecordView one = company("榫卯软件", Map.of("code", CODE, "phones", phone("13800138000")));
        company("榫卯软件公司", Map.of("code", CODE, "phones", phone("13800138000")));
        rules(0, Map.of("code", "block", "phones", "block"));
        RecordView changed = asKeeper(() -> companies().update(one.id(), 1, Map.of("name", "榫卯", "code", CODE,
                "phones", List.of(Map.of("kind", "office", "value", "138 0013 8000"), Map.of("kind", "office", "value", "13900000001")))));
        assertThat(changed.version()).isEqualTo(2);
        company("第三家", Map.of("phones", phone("13900000002")));
        refused(() -> asKeeper(() -> companies().update(one.id(), 2, Map.of("phones", phone("+86 139 0000 0002")))), "phones", "第三家");
    }

    @BothDatabases
    void onlyWhoeverMayOverrideARuleDoes() {
        rules(0, Map.of("code", "block"));
        company("榫卯软件", Map.of("code", CODE));
        grant(Set.of());
        Map<String, Object> twin = Map.of("name", "分公司", "code", CODE);
        assertThatThrownBy(() -> SELLER.run(() -> companies().create(twin, OnDuplicates.OVERRIDE)))
                .isInstanceOfSatisfying(TenonException.class, refusal -> assertThat(refusal.kind()).isEqualTo(Kind.FORBIDDEN));
        assertThat(forest.count("sample_company")).isEqualTo(1);
        grant(Set.of(DuplicateFunctions.OVERRIDE));
        RecordView made = SELLER.run(() -> companies().create(twin, OnDuplicates.OVERRIDE));
        assertThat((List<?>) made.json().get("_duplicates")).singleElement().satisfies(hit -> assertThat(((Map<?, ?>) hit).get("blocked")).isEqualTo(true));
        refused(() -> SELLER.run(() -> companies().create(twin, OnDuplicates.ALLOW)), "code", "您无权查看");
    }

    private void grant(Set<String> functions) {
        List<RecordGrant> grants = List.of("read", "create", "update", "import").stream().map(action -> new RecordGrant("Sales", TYPE, action, Scope.OWN, Set.<Long>of())).toList();
        forest.engine().grant(SELLER.memberId(), new Grants(false, grants, List.of(), functions, Set.of(), Set.of()), null);
    }

    @BothDatabases
    void aRecordTheMemberMayNotSeeIsNotNamed() {
        rules(0, Map.of("code", "block"));
        company("机密客户", Map.of("code", CODE));
        grant(Set.of());
        assertThatThrownBy(() -> SELLER.run(() -> companies().create(Map.of("name", "新", "code", CODE))))
                .isInstanceOfSatisfying(TenonException.class, refusal -> assertThat(refusal.errors().toString()).contains("无权查看").doesNotContain("机密"));
    }

    @BothDatabases
    void aWarningNeedsNoOtherReasonAndAFieldTurnedOffIsNone() {
        company("榫卯软件", Map.of("phones", phone("13800138000")));
        assertThat(company("完全不同", Map.of("phones", phone("13800138000"))).json()).doesNotContainKey("_duplicates");
        rules(0, Map.of("phones", "warn"));
        assertThat((List<?>) company("又不相同", Map.of("phones", phone("13800138000"))).json().get("_duplicates")).hasSize(2);
        rules(1, Map.of("phones", "off"));
        RecordView same = company("榫卯软件有限公司", Map.of("phones", phone("13800138000")));
        assertThat((List<?>) same.json().get("_duplicates")).singleElement().asString().contains("same name").doesNotContain("phone");
    }

    @BothDatabases
    void rowsOfAnImportAreRefusedEvenAmongThemselves() {
        rules(0, Map.of("code", "block"));
        company("榫卯软件", Map.of("code", CODE));
        Loads loads = new Loads(forest.engine());
        String csv = "name,code\n甲木业," + CODE + "\n乙家具,91440300MA5EQXL18N\n丙五金,91440300MA5EQXL18N\n丁建材,\n";
        Map<String, Object> options = Map.of("duplicates", "create");
        grant(Set.of());
        RecordId load = SELLER.run(() -> loads.loaded(TYPE, csv, options));
        assertThat(SELLER.run(() -> loads.refused(load))).hasSize(2).anySatisfy(row -> assertThat(row).startsWith("2 "))
                .anySatisfy(row -> assertThat(row).startsWith("4 ").contains("前面的一行"));
        assertThat(forest.count("sample_company")).isEqualTo(3);
        grant(Set.of(DuplicateFunctions.OVERRIDE));
        RecordId forced = SELLER.run(() -> loads.loaded(TYPE, csv, options));
        assertThat(SELLER.run(() -> loads.counts(forced))).containsEntry("created", 4L);
    }

    @BothDatabases
    void everyChangeOfARuleIsToldAndWrongOnesAreRefused() {
        rules(0, Map.of("code", "block", "phones", "weigh"));
        rules(1, Map.of("phones", "warn"));
        assertThat(told).containsExactly("records.duplicateRules sample.company: code weigh → block",
                "records.duplicateRules sample.company: code block → weigh, phones weigh → warn");
        assertThatThrownBy(() -> rules(1, Map.of())).isInstanceOfSatisfying(TenonException.class, refusal -> assertThat(refusal.kind()).isEqualTo(Kind.STALE));
        assertThatThrownBy(() -> rules(2, Map.of("staff", "block"))).isInstanceOfSatisfying(TenonException.class, refusal -> assertThat(refusal.kind()).isEqualTo(Kind.INVALID));
        assertThatThrownBy(() -> rules(2, Map.of("code", "forbid"))).isInstanceOfSatisfying(TenonException.class, refusal -> assertThat(refusal.kind()).isEqualTo(Kind.INVALID));
        assertThat(asKeeper(() -> desk.list())).filteredOn(type -> type.get("type").equals(TYPE)).singleElement()
                .satisfies(type -> assertThat(type).containsEntry("version", 2).extractingByKey("fields").asString().contains("warn"));
    }
}
