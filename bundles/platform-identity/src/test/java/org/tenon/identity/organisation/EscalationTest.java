package org.tenon.identity.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tenon.identity.Identity;
import org.tenon.identity.Refusals;
import org.tenon.identity.permission.RoleGrants;
import org.tenon.identity.permission.RoleGrants.Grant;
import org.tenon.identity.session.SignIn.Origin;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordStore;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

/** Attempts to get more rights than one was given. */
class EscalationTest {

    private static final String PASSWORD = "kx7-Ruzo1q";

    private final TestDatabase database;
    private Identity identity;
    private RecordStore<Member> members;
    private RecordId administrators;
    private RecordId personnelRole;
    private RecordId managingRole;
    private RecordId otherRole;
    private RecordId root;
    private RecordId personnel;
    private RecordId managing;
    private RecordId plain;
    private RecordId office;

    EscalationTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        identity = new Identity(database);
        members = identity.engine.records().of(Member.class);
        Caller.system("test").run(() -> identity.persistence.tx().required(() -> {
            RecordStore<Role> roles = identity.engine.records().of(Role.class);
            administrators = roles.create(Map.of("name", "Administrator")).id();
            roles.change(administrators, "update", Role::makeAdministrator);
            personnelRole = roles.create(Map.of("name", "Personnel")).id();
            managingRole = roles.create(Map.of("name", "Managing")).id();
            otherRole = roles.create(Map.of("name", "Other")).id();
            List<Grant> grants = List.of(grant("identity.member", "read"), grant("identity.member", "create"), grant("identity.member", "update"),
                    grant("identity.member", "delete"), grant("identity.member", "leave"), grant("identity.member", "rejoin"),
                    grant("identity.role", "read"), grant("identity.role", "update"), grant("identity.department", "read"));
            identity.permissions.replace(personnelRole, new RoleGrants(0, grants, List.of(), List.of()));
            identity.permissions.replace(managingRole, new RoleGrants(0, grants, List.of(), List.of("identity:manage")));
            office = identity.engine.records().of(Department.class).create(Map.of("name", "Office")).id();
            root = member("root", administrators);
            personnel = member("personnel", personnelRole);
            managing = member("managing", managingRole);
            plain = member("plain");
            return true;
        }));
    }

    @AfterEach
    void close() {
        identity.close();
    }

    @BothDatabases
    void rolesAreGivenOnlyWithTheFunction() {
        as(personnel, () -> {
            Refusals.of(Kind.FORBIDDEN, () -> update(plain, "roleIds", List.of(otherRole.toString())));
            Refusals.of(Kind.FORBIDDEN, () -> members.create(Map.of("name", "New", "login", "new", "roleIds", List.of(otherRole.toString()))));
            update(plain, "name", "Renamed");
        });
        as(managing, () -> update(plain, "roleIds", List.of(otherRole.toString(), personnelRole.toString())));
        assertThat(identity.directory.grants(plain.value()).records()).hasSize(9);
    }

    @BothDatabases
    void nobodyRaisesTheirOwnRights() {
        as(managing, () -> {
            Refusals.of(Kind.FORBIDDEN, () -> update(managing, "roleIds", List.of(managingRole.toString(), otherRole.toString())));
            Refusals.of(Kind.FORBIDDEN, () -> update(managing, "departmentIds", List.of(office.toString())));
            Refusals.of(Kind.FORBIDDEN, () -> identity.permissions.put(managingRole,
                    new RoleGrants(1, List.of(grant("identity.position", "read")), List.of(), List.of("identity:manage"))));
            identity.permissions.put(otherRole, new RoleGrants(0, List.of(grant("identity.position", "read")), List.of(), List.of()));
            update(managing, "name", "My own name");
        });
        as(personnel, () -> {
            Refusals.of(Kind.FORBIDDEN, () -> update(personnel, "departmentIds", List.of(office.toString())));
            update(plain, "departmentIds", List.of(office.toString()));
        });
    }

    @BothDatabases
    void administratorsAreForAdministrators() {
        as(managing, () -> {
            Refusals.of(Kind.FORBIDDEN, () -> update(plain, "roleIds", List.of(administrators.toString())));
            Refusals.of(Kind.FORBIDDEN, () -> update(root, "roleIds", List.of()));
            Refusals.of(Kind.FORBIDDEN, () -> update(root, "login", "mine"));
            Refusals.of(Kind.FORBIDDEN, () -> members.delete(root, null));
            Refusals.of(Kind.FORBIDDEN, () -> members.change(root, "leave", member -> member.leave(LocalDate.EPOCH)));
            Refusals.of(Kind.FORBIDDEN, () -> resource().resetPassword(root));
            assertThat(resource().resetPassword(plain)).containsKey("password");
        });
        RecordId second = as(root, () -> member("second", administrators));
        as(root, () -> members.delete(second, null));
        as(managing, () -> Refusals.of(Kind.FORBIDDEN, () -> members.restore(second)));
        assertThat(identity.directory.grants(second.value()).administrator()).isFalse();
    }

    @BothDatabases
    void theLastAdministratorStays() {
        as(root, () -> {
            Refusals.of(Kind.CONFLICT, () -> update(root, "roleIds", List.of()));
            Refusals.of(Kind.CONFLICT, () -> members.delete(root, null));
            Refusals.of(Kind.CONFLICT, () -> resource().leave(root));
        });
        Caller.system("test").run(() -> {
            Refusals.of(Kind.CONFLICT, () -> members.delete(root, null));
            Refusals.of(Kind.CONFLICT, () -> identity.engine.records().of(Role.class).delete(administrators, null));
            return true;
        });
        assertThat(identity.directory.grants(root.value()).administrator()).isTrue();
        RecordId second = as(root, () -> member("second", administrators));
        as(second, () -> resource().leave(root));
        assertThat(identity.directory.grants(root.value()).administrator()).isFalse();
        as(second, () -> Refusals.of(Kind.CONFLICT, () -> resource().leave(second)));
    }

    @BothDatabases
    void twoAdministratorsCannotDismissEachOtherAtOnce() throws Exception {
        RecordId second = as(root, () -> member("second", administrators));
        CountDownLatch together = new CountDownLatch(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<Boolean> one = threads.submit(() -> dismiss(root, second, together));
        Future<Boolean> other = threads.submit(() -> dismiss(second, root, together));
        assertThat(List.of(one.get(), other.get())).containsExactlyInAnyOrder(true, false);
        threads.shutdown();
    }

    @BothDatabases
    void leavingEndsSessionsAndTokens() {
        String session = identity.signIn.signIn("plain", PASSWORD, new Origin("10.0.0.1", "", java.util.Locale.ENGLISH), null);
        String token = identity.tokens.make(plain.value(), "script", null).secret();
        assertThat(identity.authenticator.bySession(session)).isPresent();
        as(personnel, () -> resource().leave(plain));
        assertThat(identity.authenticator.bySession(session)).isEmpty();
        assertThat(identity.authenticator.byToken(token)).isEmpty();
        as(personnel, () -> Refusals.of(Kind.CONFLICT, () -> resource().leave(plain)));
        as(personnel, () -> resource().rejoin(plain));
        assertThat(identity.authenticator.bySession(session)).isEmpty();
        assertThat(identity.authenticator.byToken(token)).isEmpty();
        assertThat(identity.directory.person(plain.value())).hasValueSatisfying(person -> assertThat(person.active()).isTrue());
    }

    @BothDatabases
    void withoutGrantsTheOrganisationIsNotThere() {
        as(plain, () -> {
            Refusals.of(Kind.NOT_FOUND, () -> members.get(root));
            Refusals.of(Kind.NOT_FOUND, () -> update(plain, "name", "Me"));
            Refusals.of(Kind.NOT_FOUND, () -> identity.permissions.get(otherRole));
        });
    }

    private boolean dismiss(RecordId by, RecordId whom, CountDownLatch together) {
        return identity.caller(by.value()).run(() -> {
            together.countDown();
            try {
                together.await();
                update(whom, "roleIds", List.of());
                return true;
            } catch (TenonException e) {
                assertThat(e.kind()).isIn(Kind.CONFLICT, Kind.FORBIDDEN, Kind.NOT_FOUND);
                return false;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private MembersResource resource() {
        return new MembersResource(identity.engine.records(), identity.account, identity.directory, identity.words);
    }

    private RecordId member(String login, RecordId... roles) {
        RecordId id = members.create(Map.of("name", "Member " + login, "login", login,
                "roleIds", java.util.Arrays.stream(roles).map(RecordId::toString).toList())).id();
        identity.credentials.set(id.value(), PASSWORD, false);
        return id;
    }

    private void update(RecordId id, String field, Object value) {
        members.update(id, members.get(id).version(), Map.of(field, value));
    }

    private void as(RecordId member, Runnable work) {
        identity.caller(member.value()).run(() -> {
            work.run();
            return true;
        });
    }

    private <T> T as(RecordId member, java.util.function.Supplier<T> work) {
        return identity.caller(member.value()).run(work);
    }

    private static Grant grant(String type, String action) {
        return Grant.of(type, action, "all");
    }
}
