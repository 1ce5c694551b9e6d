package org.tenon.records.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tenon.records.query.GroupReader.Group;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Grants.FieldAccess;
import org.tenon.sdk.identity.Grants.FieldLimit;
import org.tenon.sdk.identity.Grants.RecordGrant;
import org.tenon.sdk.identity.Scope;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordQuery;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

/** Lists divided by a field: the counts are those of the lists their conditions give. */
class GroupsTest {

    private static final RecordGrant READ_ALL = new RecordGrant("sales", "test.thing", "read", Scope.ALL, Set.of());
    private static final RecordGrant READ_OWN = new RecordGrant("sales", "test.thing", "read", Scope.OWN, Set.of());

    @BothDatabases
    void everyGroupCountsWhatItsConditionFinds(TestDatabase database) {
        try (Things things = new Things(database, Clock.systemUTC(), ZoneId.of("Europe/Berlin"))) {
            fill(things);
            for (String field : List.of("industry", "active", "founded", "contactedAt", "parentId", "ownerId", "departmentId", "region")) {
                List<Group> groups = groups(things, Things.SYSTEM, field, null);
                assertThat(groups.stream().mapToLong(Group::count).sum()).as(field).isEqualTo(8);
                for (Group group : groups) {
                    RecordQuery rows = new RecordQuery(group.condition(), null, 50, null, List.of(), null, true, false);
                    assertThat(Things.SYSTEM.run(() -> things.reader.page(things.model, rows)).items()).as(field + " " + group).hasSize((int) group.count());
                }
            }
        }
    }

    @BothDatabases
    void choicesComeInTheirOrderMonthsFromTheLatestEmptyLast(TestDatabase database) {
        try (Things things = new Things(database, Clock.systemUTC(), ZoneId.of("Europe/Berlin"))) {
            fill(things);
            assertThat(groups(things, Things.SYSTEM, "industry", null)).extracting(Group::value).containsExactly("it", "trade", null);
            assertThat(groups(things, Things.SYSTEM, "industry", null)).extracting(Group::label).startsWith("IT");
            // 22:30 UTC on 30 June is July in Berlin, 23:30 UTC on 31 December is the new year
            assertThat(groups(things, Things.SYSTEM, "contactedAt", null)).extracting(Group::value).containsExactly("2026-07", "2026-06", "2026-01", null);
            assertThat(groups(things, Things.SYSTEM, "founded", null)).extracting(Group::value).containsExactly("2000-02", "1999-12", null);
            assertThat(groups(things, Things.SYSTEM, "region", null)).extracting(Group::value).containsExactly("11", "44", null);
        }
    }

    @BothDatabases
    void groupsHoldPolicyAndFilter(TestDatabase database) {
        try (Things things = new Things(database)) {
            long mine = things.store(Map.of("name", "a", "ownerId", 2L, "industry", "it"));
            long shared = things.store(Map.of("name", "b", "ownerId", 9L, "industry", "it"));
            things.store(Map.of("name", "c", "ownerId", 9L, "industry", "trade"));
            things.team(shared, 2, "read");
            things.team(mine, 2, "read");
            Caller owner = things.member(2, Set.of(), Set.of(), List.of(READ_OWN));
            assertThat(groups(things, owner, "industry", null)).extracting(Group::value, Group::count).containsExactly(org.assertj.core.groups.Tuple.tuple("it", 2L));
            assertThat(groups(things, owner, "industry", Map.of("==", List.of(Map.of("var", "name"), "b")))).extracting(Group::count).containsExactly(1L);
            Caller nobody = things.member(3, Set.of(), Set.of(), List.of());
            assertThatThrownBy(() -> groups(things, nobody, "industry", null)).isInstanceOf(TenonException.class);
        }
    }

    @BothDatabases
    void hiddenMaskedAndUnfitFieldsDivideNothing(TestDatabase database) {
        try (Things things = new Things(database)) {
            Caller limited = things.member(2, Set.of(), Set.of(), List.of(READ_ALL), new FieldLimit("sales", "test.thing", "industry", FieldAccess.HIDDEN),
                    new FieldLimit("sales", "test.thing", "active", FieldAccess.MASKED));
            for (String field : List.of("industry", "active", "name", "tags", "about", "nope", "id")) {
                assertThatThrownBy(() -> groups(things, limited, field, null)).isInstanceOfSatisfying(TenonException.class,
                        refusal -> assertThat(refusal.errors().get(0).field()).isEqualTo(field));
            }
        }
    }

    @BothDatabases
    void numbersAreAddedUpInEachGroup(TestDatabase database) {
        try (Things things = new Things(database)) {
            things.store(Map.of("name", "a", "industry", "it", "size", 3_000_000_000L, "score", "1.25"));
            things.store(Map.of("name", "b", "industry", "it", "size", 3_000_000_000L, "score", "1.25"));
            things.store(Map.of("name", "c", "industry", "trade"));
            assertThat(sums(things, Things.SYSTEM, "size")).containsExactly("6000000000", "none");
            assertThat(sums(things, Things.SYSTEM, "score")).containsExactly("2.5", "none");
            Caller limited = things.member(2, Set.of(), Set.of(), List.of(READ_ALL), new FieldLimit("sales", "test.thing", "size", FieldAccess.MASKED));
            for (String field : List.of("size", "name", "nope", "active")) {
                assertThatThrownBy(() -> sums(things, limited, field)).isInstanceOfSatisfying(TenonException.class,
                        refusal -> assertThat(refusal.errors().get(0).field()).isEqualTo(field));
            }
        }
    }

    private static List<String> sums(Things things, Caller caller, String field) {
        return caller.run(() -> things.groups.groups(things.model, "industry", RecordQuery.first(1), field)).stream()
                .map(group -> group.sum() == null ? "none" : group.sum().stripTrailingZeros().toPlainString()).toList();
    }

    private static List<Group> groups(Things things, Caller caller, String field, Object filter) {
        return caller.run(() -> things.groups.groups(things.model, field, RecordQuery.first(1).where(filter), null));
    }

    private static void fill(Things things) {
        long parent = things.store(Map.of("name", "parent"));
        store(things, Map.of("industry", "trade", "active", true, "founded", "2000-02-29", "contactedAt", "2026-06-30T22:30:00Z", "region", "440106"));
        store(things, Map.of("industry", "it", "active", false, "founded", "2000-02-01", "contactedAt", "2026-06-30T21:30:00Z", "region", "44"));
        store(things, Map.of("industry", "it", "active", false, "founded", "1999-12-31", "contactedAt", "2025-12-31T23:30:00Z", "region", "11"));
        store(things, Map.of("industry", "it", "ownerId", RecordId.text(801), "departmentId", RecordId.text(901)));
        store(things, Map.of("ownerId", RecordId.text(801), "parentId", RecordId.text(parent)));
        store(things, Map.of("ownerId", RecordId.text(802), "parentId", RecordId.text(parent)));
        store(things, Map.of());
    }

    private static void store(Things things, Map<String, Object> values) {
        Map<String, Object> named = new HashMap<>(values);
        named.put("name", "x");
        things.store(named);
    }
}
