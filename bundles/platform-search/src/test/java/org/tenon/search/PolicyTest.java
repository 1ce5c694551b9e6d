package org.tenon.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tenon.search.Firms.BOSS;
import static org.tenon.search.Firms.FIRM;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Grants;
import org.tenon.sdk.identity.Grants.FieldAccess;
import org.tenon.sdk.identity.Grants.FieldLimit;
import org.tenon.sdk.identity.Grants.RecordGrant;
import org.tenon.sdk.identity.Scope;
import org.tenon.sdk.record.RecordId;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

/** Who finds what: by rows and by fields. */
class PolicyTest {

    private static final long NORTH = 100;
    private static final long SOUTH = 200;
    private static final Caller SELLER = caller(21);
    private static final Caller HEAD = caller(22);
    private static final Caller GUEST = caller(23);
    private static final Caller STRANGER = caller(24);

    private final TestDatabase database;
    @TempDir
    private Path folder;
    private Firms firms;

    PolicyTest(TestDatabase database) {
        this.database = database;
    }

    private static Caller caller(long id) {
        return new Caller(id, "member " + id, Locale.SIMPLIFIED_CHINESE, false, null);
    }

    @BeforeEach
    void open() {
        firms = new Firms(database, folder);
        grant(SELLER, Scope.OWN, Set.of(NORTH));
        grant(HEAD, Scope.DEPARTMENT, Set.of(NORTH));
        grant(GUEST, Scope.ALL, Set.of(SOUTH), new FieldLimit("r", FIRM, "phones", FieldAccess.MASKED), new FieldLimit("r", FIRM, "notes", FieldAccess.HIDDEN));
        firms.engine.grant(STRANGER.memberId(), Grants.NONE, null);
    }

    private void grant(Caller caller, Scope scope, Set<Long> departments, FieldLimit... limits) {
        List<RecordGrant> grants = List.of(new RecordGrant("r", FIRM, "read", scope, Set.of()));
        firms.engine.grant(caller.memberId(), new Grants(false, grants, List.of(limits), Set.of(), departments, departments), null);
    }

    @AfterEach
    void close() {
        firms.close();
    }

    private long store(String name, Caller owner, long department) {
        return firms.store(Map.of("name", name, "ownerId", RecordId.text(owner.memberId()), "departmentId", RecordId.text(department)));
    }

    @BothDatabases
    void everyoneFindsWhatTheyMayRead() {
        long own = store("蓝博一", SELLER, NORTH);
        long north = store("蓝博二", HEAD, NORTH);
        long south = store("蓝博三", GUEST, SOUTH);
        firms.settle();

        assertThat(firms.words(BOSS, "蓝博")).containsExactlyInAnyOrder(own, north, south);
        assertThat(firms.words(SELLER, "蓝博")).containsExactly(own);
        assertThat(firms.words(HEAD, "蓝博")).containsExactlyInAnyOrder(own, north);
        assertThat(firms.words(GUEST, "蓝博")).containsExactlyInAnyOrder(own, north, south);
        assertThatThrownBy(() -> firms.words(STRANGER, "蓝博")).isInstanceOfSatisfying(TenonException.class, e -> assertThat(e.kind()).isEqualTo(Kind.NOT_FOUND));
    }

    @BothDatabases
    void whoMovesToAnotherDepartmentFindsItsRecordsAtOnce() {
        long south = store("蓝博三", GUEST, SOUTH);
        firms.settle();
        assertThat(firms.words(HEAD, "蓝博")).isEmpty();

        grant(HEAD, Scope.DEPARTMENT, Set.of(SOUTH));
        assertThat(firms.words(HEAD, "蓝博")).containsExactly(south);
    }

    @BothDatabases
    void aRecordThatMovesIsFoundWhereItBelongsNow() {
        long firm = store("蓝博三", GUEST, SOUTH);
        firms.settle();
        firms.change(firm, Map.of("departmentId", RecordId.text(NORTH)));
        firms.settle();
        assertThat(firms.words(HEAD, "蓝博")).containsExactly(firm);
    }

    @BothDatabases
    void theTeamAndThoseItIsSharedWithFindIt() {
        long firm = store("蓝博三", GUEST, SOUTH);
        String row = "'" + FIRM + "', " + firm;
        database.execute("INSERT INTO records_team (record_type, record_id, member_id, access) VALUES (" + row + ", " + SELLER.memberId() + ", 'read')");
        database.execute("INSERT INTO records_share (record_type, record_id, grantee_kind, grantee_id, access) VALUES (" + row + ", 'department', " + NORTH + ", 'read')");
        firms.change(firm, Map.of("code", "1"));
        firms.settle();
        assertThat(firms.words(SELLER, "蓝博")).containsExactly(firm);
        assertThat(firms.words(HEAD, "蓝博")).containsExactly(firm);
    }

    @BothDatabases
    void nobodyFindsByAFieldTheyMayNotSee() {
        long firm = firms.store(Map.of("name", "蓝博", "notes", "秘密项目", "phones", List.of(Map.of("kind", "office", "value", "13800138000"))));
        firms.settle();

        assertThat(firms.words(BOSS, "秘密")).containsExactly(firm);
        assertThat(firms.words(GUEST, "秘密")).as("hidden").isEmpty();
        assertThat(firms.words(GUEST, "13800138000")).as("masked").isEmpty();
        assertThat(firms.words(GUEST, "蓝博 秘密")).isEmpty();
        assertThat(firms.holding(GUEST, "notes", "秘密")).isEmpty();
        assertThat(firms.words(GUEST, "蓝博")).containsExactly(firm);
    }
}
