package org.tenon.identity.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tenon.identity.Identity;
import org.tenon.identity.Refusals;
import org.tenon.sdk.Kind;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordStore;
import org.tenon.sdk.record.RecordView;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

class OrganisationTest {

    private final TestDatabase database;
    private Identity identity;
    private RecordStore<Department> departments;
    private RecordStore<Member> members;
    private Caller before;

    OrganisationTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        identity = new Identity(database);
        departments = identity.engine.records().of(Department.class);
        members = identity.engine.records().of(Member.class);
        before = Caller.bind(Caller.system("test"));
    }

    @AfterEach
    void close() {
        Caller.bind(before);
        identity.close();
    }

    @BothDatabases
    void aDepartmentIsNotBelowItself() {
        RecordView head = departments.create(Map.of("name", "总部"));
        RecordView sales = departments.create(Map.of("name", "销售部", "parentId", head.id()));
        RecordView east = departments.create(Map.of("name", "华东", "parentId", sales.id()));

        Refusals.invalid("parentId", () -> departments.update(head.id(), head.version(), Map.of("parentId", head.id())));
        Refusals.invalid("parentId", () -> departments.update(head.id(), head.version(), Map.of("parentId", east.id())));
        assertThat(departments.get(head.id()).json()).doesNotContainKey("parentId");

        departments.update(east.id(), east.version(), Map.of("parentId", head.id()));
        assertThat(departments.update(sales.id(), sales.version(), Map.of("parentId", east.id())).json()).containsEntry("parentId", east.id().toString());
    }

    @BothDatabases
    void aDepartmentInUseStays() {
        RecordView head = departments.create(Map.of("name", "总部"));
        RecordView sales = departments.create(Map.of("name", "销售部", "parentId", head.id()));
        RecordView li = member("li", sales.id());

        Refusals.of(Kind.CONFLICT, () -> departments.delete(head.id(), null));
        Refusals.of(Kind.CONFLICT, () -> departments.delete(sales.id(), null));
        members.change(li.id(), "leave", member -> member.leave(java.time.LocalDate.of(2026, 11, 23)));
        departments.delete(sales.id(), null);
        departments.delete(head.id(), null);
        assertThat(departments.page(org.tenon.sdk.record.RecordQuery.first(10)).items()).isEmpty();
    }

    @BothDatabases
    void theDirectoryFollowsRecords() {
        RecordView sales = departments.create(Map.of("name", "销售部"));
        RecordView role = identity.engine.records().of(Role.class).create(Map.of("name", "Sales"));
        RecordView li = members.create(Map.of("name", "李雷", "login", " Li.Lei ", "departmentIds", List.of(sales.id().toString()),
                "roleIds", List.of(role.id().toString()), "locale", "zh-TW"));

        assertThat(li.json()).containsEntry("login", "li.lei").containsEntry("status", "active");
        assertThat(identity.directory.byLogin("LI.LEI")).hasValueSatisfying(person -> {
            assertThat(person.name()).isEqualTo("李雷");
            assertThat(person.locale()).isEqualTo(java.util.Locale.TRADITIONAL_CHINESE);
        });
        assertThat(identity.directory.mainDepartment(li.id().value())).contains(sales.id().value());
        RecordView renamed = members.update(li.id(), li.version(), Map.of("name", "李蕾"));
        assertThat(identity.directory.person(li.id().value())).hasValueSatisfying(person -> assertThat(person.name()).isEqualTo("李蕾"));
        members.delete(li.id(), renamed.version());
        assertThat(identity.directory.person(li.id().value())).isEmpty();
        members.restore(li.id());
        assertThat(identity.directory.person(li.id().value())).isPresent();
    }

    @BothDatabases
    void loginsAreOnesOwnAmongTheLiving() {
        RecordView first = member("li.lei");
        Refusals.invalid("login", () -> member("LI.lei"));
        Refusals.invalid("login", () -> member("x"));
        Refusals.invalid("login", () -> member("-li"));
        Refusals.invalid("login", () -> member("li lei"));
        Refusals.invalid("login", () -> members.create(Map.of("name", "nobody")));
        assertThat(member("李雷").json()).containsEntry("login", "李雷");
        members.delete(first.id(), null);
        assertThat(member("li.lei").id()).isNotEqualTo(first.id());
    }

    @BothDatabases
    void aManagerIsNotBelowTheMember() {
        RecordView boss = member("boss");
        RecordView li = members.create(Map.of("name", "Li", "login", "li", "managerId", boss.id()));
        Refusals.invalid("managerId", () -> members.update(boss.id(), boss.version(), Map.of("managerId", li.id())));
        Refusals.invalid("managerId", () -> members.update(li.id(), li.version(), Map.of("managerId", li.id())));
    }

    @BothDatabases
    void statusAndTimeZoneAreChecked() {
        RecordView li = member("li");
        long admin = identity.member("root", "kx7-Ruzo1q", identity.role("Administrator", true));
        identity.caller(admin).run(() -> {
            Refusals.invalid("status", () -> members.update(li.id(), li.version(), Map.of("status", "left")));
            return true;
        });
        Refusals.invalid("timeZone", () -> members.update(li.id(), li.version(), Map.of("timeZone", "Asia/Peking2")));
        Refusals.invalid("locale", () -> members.update(li.id(), li.version(), Map.of("locale", "fr")));
        assertThat(members.update(li.id(), li.version(), Map.of("timeZone", "Asia/Shanghai")).json()).containsEntry("timeZone", "Asia/Shanghai");
    }

    @BothDatabases
    void positionsAndRolesInUseStay() {
        RecordStore<Position> positions = identity.engine.records().of(Position.class);
        RecordStore<Role> roles = identity.engine.records().of(Role.class);
        RecordView clerk = positions.create(Map.of("name", "文员", "level", 10L));
        RecordView sales = roles.create(Map.of("name", "Sales"));
        RecordView li = members.create(Map.of("name", "Li", "login", "li", "positionId", clerk.id(), "roleIds", List.of(sales.id().toString())));

        Refusals.of(Kind.CONFLICT, () -> positions.delete(clerk.id(), null));
        Refusals.of(Kind.CONFLICT, () -> roles.delete(sales.id(), null));
        Refusals.invalid("name", () -> roles.create(Map.of("name", "Sales")));
        long admin = identity.member("root", "kx7-Ruzo1q", identity.role("Administrator", true));
        identity.caller(admin).run(() -> {
            Refusals.invalid("administrator", () -> roles.create(Map.of("name", "Root", "administrator", true)));
            return true;
        });
        members.delete(li.id(), null);
        positions.delete(clerk.id(), null);
        roles.delete(sales.id(), null);
    }

    private RecordView member(String login, RecordId... in) {
        return members.create(Map.of("name", "Member", "login", login, "departmentIds", java.util.Arrays.stream(in).map(RecordId::toString).toList()));
    }
}
