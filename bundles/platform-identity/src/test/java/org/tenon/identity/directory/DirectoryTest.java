package org.tenon.identity.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tenon.identity.Identity;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Grants;
import org.tenon.sdk.identity.Grants.FieldAccess;
import org.tenon.sdk.identity.Grants.FieldLimit;
import org.tenon.sdk.identity.Grants.RecordGrant;
import org.tenon.sdk.identity.Scope;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordStore;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

class DirectoryTest {

    private static final String CUSTOMER = "customers.customer";

    private final TestDatabase database;
    private Identity identity;
    private MemoryDirectory directory;

    DirectoryTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        identity = new Identity(database);
        directory = identity.directory;
    }

    @AfterEach
    void close() {
        identity.close();
    }

    @BothDatabases
    void grantsAreTheUnionOfTheRoles() {
        long sales = identity.role("Sales", false);
        long support = identity.role("Support", false);
        long office = identity.department("Office", 0);
        identity.grant(sales, CUSTOMER, "read", "own");
        identity.grant(support, CUSTOMER, "read", "departments", office);
        identity.grant(support, CUSTOMER, "update", "all");
        identity.sql.update("INSERT INTO identity_role_function (role_id, function_name) VALUES (?, 'plugins:manage')", support);
        long zhang = identity.member("zhang", "kx7-Ruzo1q", sales, support);

        Grants grants = directory.grants(zhang);

        assertThat(grants.administrator()).isFalse();
        assertThat(grants.records()).containsExactlyInAnyOrder(
                new RecordGrant("Sales", CUSTOMER, "read", Scope.OWN, Set.of()),
                new RecordGrant("Support", CUSTOMER, "read", Scope.DEPARTMENTS, Set.of(office)),
                new RecordGrant("Support", CUSTOMER, "update", Scope.ALL, Set.of()));
        assertThat(grants.functions()).containsExactly("plugins:manage");
        Caller caller = new Caller(zhang, "Zhang", Locale.ENGLISH, false, null);
        assertThat(directory.holds(caller, "plugins:manage")).isTrue();
        assertThat(directory.holds(caller, "identity:manage")).isFalse();
        assertThat(directory.holds(caller.unlimited(), "identity:manage")).isTrue();
    }

    @BothDatabases
    void aLimitHoldsOnlyIfEveryReadingRoleSetsOneThenTheMildest() {
        long strict = identity.role("Strict", false);
        long mild = identity.role("Mild", false);
        long free = identity.role("Free", false);
        long writer = identity.role("Writer", false);
        for (long role : new long[] {strict, mild, free}) {
            identity.grant(role, CUSTOMER, "read", "all");
        }
        identity.grant(writer, CUSTOMER, "update", "all");
        identity.limit(strict, CUSTOMER, "phones", "HIDDEN");
        identity.limit(strict, CUSTOMER, "emails", "HIDDEN");
        identity.limit(mild, CUSTOMER, "phones", "MASKED");

        assertThat(directory.grants(identity.member("a", "kx7-Ruzo1q", strict)).fields()).containsExactlyInAnyOrder(
                new FieldLimit("Strict", CUSTOMER, "phones", FieldAccess.HIDDEN), new FieldLimit("Strict", CUSTOMER, "emails", FieldAccess.HIDDEN));
        assertThat(directory.grants(identity.member("b", "kx7-Ruzo1q", strict, mild)).fields())
                .containsExactly(new FieldLimit("Mild", CUSTOMER, "phones", FieldAccess.MASKED));
        assertThat(directory.grants(identity.member("c", "kx7-Ruzo1q", strict, free)).fields()).isEmpty();
        assertThat(directory.grants(identity.member("d", "kx7-Ruzo1q", strict, writer)).fields()).hasSize(2);
    }

    @BothDatabases
    void administratorsHaveNoLimitsAndHoldEverything() {
        long admins = identity.role("Administrator", true);
        long strict = identity.role("Strict", false);
        identity.grant(strict, CUSTOMER, "read", "all");
        identity.limit(strict, CUSTOMER, "phones", "HIDDEN");
        Grants grants = directory.grants(identity.member("root", "kx7-Ruzo1q", admins, strict));
        assertThat(grants.administrator()).isTrue();
        assertThat(grants.fields()).isEmpty();
    }

    @BothDatabases
    void departmentsBelowAreFound() {
        long head = identity.department("Head", 0);
        long sales = identity.department("Sales", head);
        long east = identity.department("East", sales);
        long shanghai = identity.department("Shanghai", east);
        identity.department("Finance", head);
        long zhang = identity.member("zhang", "kx7-Ruzo1q");
        place(zhang, east, sales);

        assertThat(directory.mainDepartment(zhang)).contains(east);
        assertThat(directory.grants(zhang).departments()).containsExactlyInAnyOrder(east, sales);
        assertThat(directory.grants(zhang).below()).containsExactlyInAnyOrder(sales, east, shanghai);
    }

    @BothDatabases
    void aDepartmentThatIsGoneCountsNoMore() {
        long head = identity.department("Head", 0);
        long sales = identity.department("Sales", head);
        long zhang = identity.member("zhang", "kx7-Ruzo1q");
        place(zhang, sales, head);
        change("UPDATE identity_department SET deleted_token = id WHERE id = ?", sales);
        assertThat(directory.mainDepartment(zhang)).contains(head);
        assertThat(directory.grants(zhang).departments()).containsExactly(head);
    }

    @BothDatabases
    void commitsAreFollowedAndRollBacksAreNot() {
        long sales = identity.role("Sales", false);
        long zhang = identity.member("zhang", "kx7-Ruzo1q", sales);
        assertThat(directory.grants(zhang).records()).isEmpty();
        identity.persistence.tx().run(() -> {
            identity.grant(sales, CUSTOMER, "read", "own");
            directory.changed();
            assertThat(directory.grants(zhang).records()).isEmpty();
            identity.persistence.tx().setRollbackOnly();
        });
        assertThat(directory.grants(zhang).records()).isEmpty();
        identity.persistence.tx().run(() -> {
            directory.changed();
            identity.grant(sales, CUSTOMER, "read", "all");
        });
        assertThat(directory.grants(zhang).records()).hasSize(1);
    }

    @BothDatabases
    void whoLeftOrNeverWasMayDoNothing() {
        long admins = identity.role("Administrator", true);
        long zhang = identity.member("zhang", "kx7-Ruzo1q", admins);
        change("UPDATE identity_member SET status = 'left' WHERE id = ?", zhang);
        assertThat(directory.grants(zhang)).isEqualTo(Grants.NONE);
        assertThat(directory.grants(12345)).isEqualTo(Grants.NONE);
        assertThat(directory.person(zhang)).isPresent();
    }

    private void place(long member, Long... departments) {
        change("UPDATE identity_member SET department_ids = '" + Ids.json(java.util.List.of(departments)) + "' WHERE id = ?", member);
    }

    private void change(String sql, long id) {
        identity.persistence.tx().run(() -> {
            identity.sql.update(sql, id);
            directory.changed();
        });
    }

    @BothDatabases
    void aSuperiorsLineIsEverybodyBelowThemWhileTheOrganisationWantsIt() {
        long boss = identity.member("boss", "kx7-Ruzo1q");
        long head = identity.member("head", "kx7-Ruzo1q");
        long seller = identity.member("seller", "kx7-Ruzo1q");
        identity.sql.update("UPDATE identity_member SET manager_id = ? WHERE id = ?", boss, head);
        identity.sql.update("UPDATE identity_member SET manager_id = ?, status = 'left' WHERE id = ?", head, seller);
        directory.reload();

        assertThat(directory.grants(boss).line()).containsExactlyInAnyOrder(head, seller);
        assertThat(directory.grants(head).line()).containsExactly(seller);
        assertThat(directory.superiors(seller)).containsExactly(head, boss);

        Caller system = Caller.system("test");
        RecordId policy = new RecordId(org.tenon.identity.organisation.AccessPolicy.ID);
        RecordStore<?> policies = identity.engine.records().of("identity.accessPolicy");
        system.run(() -> policies.update(policy, 1, java.util.Map.of("superiorsRead", false, "unowned", "everyone")));
        assertThat(directory.grants(boss).line()).isEmpty();
        assertThat(directory.grants(boss).unowned()).isTrue();
        assertThat(directory.line(boss)).hasSize(2);
    }

    @BothDatabases
    void aCircleOfSuperiorsIsWalkedOnce() {
        long one = identity.member("one", "kx7-Ruzo1q");
        long two = identity.member("two", "kx7-Ruzo1q");
        identity.sql.update("UPDATE identity_member SET manager_id = ? WHERE id = ?", one, two);
        identity.sql.update("UPDATE identity_member SET manager_id = ? WHERE id = ?", two, one);
        directory.reload();
        assertThat(directory.grants(one).line()).containsExactly(two);
        assertThat(directory.superiors(one)).containsExactly(two);
    }

    @BothDatabases
    void namesComeFromMemoryUntilTheRecordIsBinned() {
        long office = identity.department("Office", 0);
        long zhang = identity.member("zhang", "kx7-Ruzo1q");
        assertThat(directory.departmentName(office)).contains("Office");
        assertThat(directory.memberName(zhang)).isPresent();

        identity.sql.update("UPDATE identity_member SET deleted_token = id WHERE id = ?", zhang);
        directory.reload();

        assertThat(directory.memberName(zhang)).isEmpty();
        assertThat(directory.departmentName(zhang)).isEmpty();
    }
}
