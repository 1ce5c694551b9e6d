package org.tenon.records.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tenon.records.policy.TypeAccess;
import org.tenon.sdk.conditions.Condition.All;
import org.tenon.sdk.conditions.Condition;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Grants.RecordGrant;
import org.tenon.sdk.identity.Scope;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordPage;
import org.tenon.sdk.record.RecordQuery;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

/** 900 things: which way leads to a page, and that each leads to the same records. */
class WaysTest {

    private static final int MANY = 900;
    private static final Caller OWNER = caller(2);
    private static final Caller BELOW = caller(3);
    private static final Caller TEAM = caller(4);
    private static final Map<Caller, Predicate<Map<String, Object>>> SEES = Map.of(Things.SYSTEM, thing -> true, OWNER, thing -> number(thing) % 30 == 0,
            BELOW, thing -> number(thing) % 2 == 0, TEAM, thing -> number(thing) % 100 == 0);

    private final Oracle oracle = new Oracle();

    @BothDatabases
    void everyWayLeadsToTheSameRecords(TestDatabase database) {
        try (Things things = filled(database)) {
            for (Caller caller : SEES.keySet()) {
                for (List<String> tags : List.of(List.<String>of(), List.of("rare"), List.of("common"), List.of("common", "some"), List.of("usual"), List.of("absent"))) {
                    for (String sort : List.of("-createdAt", "createdAt", "name", "-name", "-size", "id")) {
                        List<String> expected = oracle.sorted(sort, SEES.get(caller).and(thing -> tagged(thing).containsAll(tags)));
                        assertThat(pages(things, caller, sort, tags)).as(database + " " + caller.memberId() + " " + tags + " " + sort).isEqualTo(expected);
                    }
                }
            }
        }
    }

    @BothDatabases
    void totalsTakeTheSameWays(TestDatabase database) {
        try (Things things = filled(database)) {
            for (Caller caller : SEES.keySet()) {
                for (List<String> tags : List.of(List.of("rare"), List.of("common"), List.of("common", "some"))) {
                    List<String> expected = oracle.sorted("id", SEES.get(caller).and(thing -> tagged(thing).containsAll(tags)));
                    RecordQuery query = new RecordQuery(has(tags), null, 1, null, List.of(), null, true, false);
                    assertThat(caller.run(() -> things.reader.page(things.model, query)).total().count()).as(caller.memberId() + " " + tags).isEqualTo(expected.size());
                }
            }
        }
    }

    @BothDatabases
    void aRareValueLeadsACommonOneIsLookedUpAlongTheOrderAndAUsualOneIsTried(TestDatabase database) {
        try (Things things = filled(database)) {
            assertThat(ways(things, Things.SYSTEM, null, "rare")).singleElement().satisfies(WaysTest::led);
            assertThat(ways(things, Things.SYSTEM, null, "common")).singleElement().satisfies(WaysTest::sifted);
            assertThat(ways(things, Things.SYSTEM, null, "usual")).singleElement().satisfies(way -> assertThat(way.led()).isFalse());
            assertThat(ways(things, BELOW, null, "rare")).singleElement().satisfies(WaysTest::led);
            assertThat(ways(things, BELOW, null, "common")).as("along each department").hasSizeGreaterThan(2).filteredOn(way -> way.driver() == null).hasSizeGreaterThan(1).allSatisfy(WaysTest::sifted);
            assertThat(ways(things, BELOW, "name", "common")).singleElement().satisfies(WaysTest::sifted);
            assertThat(ways(things, TEAM, null, "some")).as("they see fewer than have the value").isNotEmpty().allMatch(Branch::few);
        }
    }

    @BothDatabases
    void aWalkThatMeetsTooLittleGoesOnFromTheValues(TestDatabase database) {
        try (Things things = filled(database)) {
            Asking asking = things.askers.of(Things.SYSTEM);
            TypeAccess access = things.policy.access(Things.SYSTEM, things.model.info());
            Condition rare = asking.condition(things.model, access, has(List.of("rare")));
            long[] ids = oracle.things.entrySet().stream().filter(thing -> tagged(thing.getValue()).contains("rare")).mapToLong(Map.Entry::getKey).toArray();
            Branch branch = Branch.held(asking.sql(things.model).holders(rare instanceof All all ? all.parts().get(0) : rare), new Sql().add("r.deleted_token = 0"));
            for (String sort : List.of("-createdAt", "name", "-size")) {
                Keyset keyset = new Keyset(things.kind, things.model, Order.of(things.model, access, sort), List.of(branch.sieved(new Sieve(ids, new Sql(), 1))));
                List<String> found = things.persistence.db().read(connection -> keyset.walk(connection, null, 26)).stream().map(key -> RecordId.text(key.id())).toList();
                assertThat(found).as(database + " " + sort).isEqualTo(oracle.sorted(sort, thing -> tagged(thing).contains("rare")));
            }
        }
    }

    private static void led(Branch way) {
        assertThat(way.holders().isEmpty()).isFalse();
        assertThat(way.sieve()).isNull();
    }

    private static void sifted(Branch way) {
        assertThat(way.sieve()).isNotNull();
    }

    @BothDatabases
    void aSmallScopeIsSortedAndALargeOneIsMetAlongTheOrder(TestDatabase database) {
        try (Things things = filled(database)) {
            assertThat(ways(things, OWNER, "name")).isNotEmpty().allMatch(Branch::few);
            assertThat(ways(things, TEAM, "name")).isNotEmpty().allMatch(Branch::few);
            assertThat(ways(things, BELOW, "name")).singleElement().satisfies(way -> assertThat(way.led()).isFalse());
            assertThat(ways(things, BELOW, null)).as("each scope has an index in the type's own order").hasSizeGreaterThan(2).noneMatch(Branch::few);
        }
    }

    private Things filled(TestDatabase database) {
        Things things = new Things(database);
        things.member(2, Set.of(), Set.of(), List.of(read(Scope.OWN)));
        things.member(3, Set.of(11L), Set.of(11L, 12L), List.of(read(Scope.DEPARTMENT_BELOW)));
        things.member(4, Set.of(), Set.of(), List.of(read(Scope.OWN)));
        for (int i = 0; i < MANY; i++) {
            Map<String, Object> thing = new HashMap<>();
            thing.put("name", "thing " + i * 7919 % 400);
            thing.put("size", (long) i);
            thing.put("createdAt", "2026-0%d-%02dT00:00:00Z".formatted(1 + i % 9, 1 + i % 28));
            thing.put("ownerId", i % 30 == 0 ? 2L : 9L);
            thing.put("departmentId", i % 2 != 0 ? 20L : 11L + i / 2 % 2);
            thing.put("tags", tags(i));
            long id = things.store(thing);
            if (i % 100 == 0) {
                things.team(id, 4, "read");
            }
            Map<String, Object> known = new LinkedHashMap<>(thing);
            known.put("#", id);
            oracle.things.put(id, known);
        }
        return things;
    }

    private static List<String> tags(int i) {
        List<String> tags = new ArrayList<>();
        if (i % 180 == 0) {
            tags.add("rare");
        }
        if (i % 20 == 0) {
            tags.add("some");
        }
        if (i % 4 == 0) {
            tags.add("common");
        }
        if (i % 10 != 7) {
            tags.add("usual");
        }
        return tags;
    }

    private List<String> pages(Things things, Caller caller, String sort, List<String> tags) {
        List<String> ids = new ArrayList<>();
        String cursor = null;
        do {
            RecordQuery query = new RecordQuery(has(tags), sort, 25, cursor, List.of(), null, false, false);
            RecordPage page = caller.run(() -> things.reader.page(things.model, query));
            ids.addAll(things.ids(page));
            cursor = page.next();
        } while (cursor != null);
        return ids;
    }

    private static List<Branch> ways(Things things, Caller caller, @Nullable String sort, String... tags) {
        Asking asking = things.askers.of(caller);
        TypeAccess access = things.policy.access(caller, things.model.info());
        Ways ways = new Ways(things.kind, things.model, asking.sizes(), asking.counts(), asking.branches(access, things.model, "read", true), asking.branches(access, things.model, "read", false),
                new Sql().add("r.deleted_token = 0"), asking.condition(things.model, access, has(List.of(tags))), asking.sql(things.model));
        return things.persistence.db().read(connection -> ways.forPage(connection, Order.of(things.model, access, sort), false, 26));
    }

    private static Map<String, Object> has(List<String> tags) {
        return Map.of("and", tags.stream().map(tag -> Map.of("has", List.of(Map.of("var", "tags"), tag))).toList());
    }

    private static Caller caller(long member) {
        return new Caller(member, "member " + member, java.util.Locale.ENGLISH, false, null);
    }

    private static RecordGrant read(Scope scope) {
        return new RecordGrant("role", "test.thing", "read", scope, Set.of());
    }

    private static long number(Map<String, Object> thing) {
        return (Long) thing.get("size");
    }

    @SuppressWarnings("unchecked")
    private static List<String> tagged(Map<String, Object> thing) {
        return (List<String>) thing.get("tags");
    }
}
