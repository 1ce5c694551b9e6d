package org.tenon.records.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Grants.RecordGrant;
import org.tenon.sdk.identity.Scope;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordPage;
import org.tenon.sdk.record.RecordQuery;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

/** Pages of random lists, forward and back, against an oracle: for each persona, over empty fields, ties, Chinese names and other people's edits. */
class PagingTest {

    private static final long SEED = 20261123;
    private static final List<String> SORTS = List.of("-createdAt", "createdAt", "name", "-name", "industry", "-size", "score", "-revenue", "founded",
            "-contactedAt", "id");
    private static final List<String> NAMES = List.of("张伟", "张三", "章子怡", "重庆银行", "曾国藩", "单田芳", "Acme", "acme", "Zebra GmbH", "Österreich AG",
            "華為技術", "华为技术", "100% Natural", "王芳", "ａｂｃ");

    private final Random random = new Random(SEED);
    private final Oracle oracle = new Oracle();
    private final Set<Long> team = new HashSet<>();

    private record Persona(String name, Caller caller, Predicate<Map<String, Object>> sees) {
    }

    @BothDatabases
    void everyPersonaPagesForwardAndBack(TestDatabase database) {
        try (Things things = new Things(database)) {
            fill(things, 240);
            for (Persona persona : personas(things)) {
                for (String sort : SORTS) {
                    int limit = 9 + random.nextInt(40);
                    String about = database + " " + persona.name() + " " + sort + " by " + limit;
                    List<String> expected = oracle.sorted(sort, persona.sees());
                    assertThat(expected).as(about).isNotEmpty();
                    walk(things, persona, sort, limit, expected, about);
                }
            }
        }
    }

    @BothDatabases
    void recordsNobodyTouchesAppearExactlyOnceWhateverOthersDo(TestDatabase database) {
        try (Things things = new Things(database)) {
            fill(things, 160);
            for (Persona persona : personas(things)) {
                for (String sort : List.of("-createdAt", "name", "-size")) {
                    disturbed(things, persona, sort, database + " " + persona.name() + " " + sort);
                }
            }
        }
    }

    private void walk(Things things, Persona persona, String sort, int limit, List<String> expected, String about) {
        List<String> forward = new ArrayList<>();
        RecordPage page = page(things, persona, sort, limit, null);
        assertThat(page.previous()).as(about).isNull();
        RecordPage last = page;
        while (true) {
            forward.addAll(things.ids(page));
            last = page;
            if (page.next() == null) {
                break;
            }
            page = page(things, persona, sort, limit, page.next());
            assertThat(page.items()).as(about).isNotEmpty();
        }
        assertThat(forward).as(about).isEqualTo(expected);
        List<String> back = new ArrayList<>(things.ids(last));
        Collections.reverse(back);
        page = last;
        while (page.previous() != null) {
            page = page(things, persona, sort, limit, page.previous());
            List<String> ids = things.ids(page);
            if (page.previous() == null) {
                // The first page is always a full one: it may repeat what a shorter one before it would not have.
                assertThat(ids).as(about).isEqualTo(expected.subList(0, Math.min(limit, expected.size())));
                ids = ids.subList(0, expected.size() - back.size());
            }
            Collections.reverse(ids);
            back.addAll(ids);
        }
        Collections.reverse(back);
        assertThat(back).as(about + " back").isEqualTo(expected);
    }

    private void disturbed(Things things, Persona persona, String sort, String about) {
        Set<Long> touched = new HashSet<>();
        List<String> before = oracle.sorted(sort, persona.sees());
        List<String> seen = new ArrayList<>();
        String cursor = null;
        boolean turned = false;
        Set<String> counted = new HashSet<>();
        do {
            RecordPage page = page(things, persona, sort, 7, cursor);
            List<String> ids = things.ids(page);
            ids.stream().filter(id -> !counted.contains(id)).forEach(seen::add);
            counted.addAll(ids);
            disturb(things, touched);
            if (!turned && page.previous() != null && seen.size() > before.size() / 2) {
                turned = true;
                RecordPage earlier = page(things, persona, sort, 7, page.previous());
                List<String> stable = things.ids(earlier).stream().filter(id -> !touched.contains(RecordId.of(id).value())).toList();
                assertThat(counted).as(about + " back").containsAll(stable);
                assertThat(earlier.next()).isNotNull();
            }
            cursor = page.next();
        } while (cursor != null);
        List<String> untouched = before.stream().filter(id -> !touched.contains(RecordId.of(id).value())).toList();
        assertThat(seen.stream().filter(untouched::contains).toList()).as(about).isEqualTo(untouched);
    }

    private void disturb(Things things, Set<Long> touched) {
        for (int i = 0; i < 3; i++) {
            if (random.nextInt(3) == 0) {
                touched.add(add(things));
                continue;
            }
            List<Long> all = List.copyOf(oracle.things.keySet());
            long id = all.get(random.nextInt(all.size()));
            touched.add(id);
            Map<String, Object> thing = oracle.things.get(id);
            if (random.nextBoolean()) {
                things.execute("UPDATE test_thing SET deleted_token = id WHERE id = " + id);
                oracle.things.remove(id);
            } else {
                long size = random.nextInt(1000);
                things.execute("UPDATE test_thing SET head_count = " + size + ", title_key = 'moved" + size + "', name = 'Moved " + size
                        + "', created_at = '2026-01-0" + (1 + size % 9) + " 00:00:00' WHERE id = " + id);
                thing.put("size", size);
                thing.put("name", "Moved " + size);
                thing.put("createdAt", "2026-01-0" + (1 + size % 9) + "T00:00:00Z");
            }
        }
    }

    private List<Persona> personas(Things things) {
        things.grants.put(1L, new org.tenon.sdk.identity.Grants(true, List.of(), List.of(), Set.of(), Set.of(), Set.of()));
        Caller admin = new Caller(1, "admin", java.util.Locale.ENGLISH, false, null);
        Caller owner = things.member(2, Set.of(), Set.of(), List.of(read(Scope.OWN)));
        Caller below = things.member(3, Set.of(11L), Set.of(11L, 12L, 13L), List.of(read(Scope.DEPARTMENT_BELOW)));
        Set<Long> many = new HashSet<>();
        for (long department = 11; department < 60; department += 2) {
            many.add(department);
            many.add(department + 1000);
        }
        Caller wide = things.member(5, many, many, List.of(read(Scope.DEPARTMENT)));
        Caller guest = things.member(4, Set.of(), Set.of(), List.of(read(Scope.OWN)));
        return List.of(new Persona("admin", admin, thing -> true),
                new Persona("owner", owner, thing -> thing.get("ownerId").equals(2L)),
                new Persona("below", below, thing -> Set.of(11L, 12L, 13L).contains(thing.get("departmentId")) || thing.get("ownerId").equals(3L)),
                new Persona("wide", wide, thing -> many.contains(thing.get("departmentId")) || thing.get("ownerId").equals(5L)),
                new Persona("team", guest, thing -> team.contains(thing.get("#"))));
    }

    private static RecordGrant read(Scope scope) {
        return new RecordGrant("role", "test.thing", "read", scope, Set.of());
    }

    private RecordPage page(Things things, Persona persona, String sort, int limit, String cursor) {
        return persona.caller().run(() -> things.reader.page(things.model, RecordQuery.first(limit).sortedBy(sort).from(cursor)));
    }

    private void fill(Things things, int count) {
        for (int i = 0; i < count; i++) {
            long id = add(things);
            if (i % 4 == 0) {
                things.team(id, 4, "read");
                team.add(id);
            }
            if (i % 10 == 0) {
                things.team(id, 3, "read");
                things.execute("DELETE FROM records_team WHERE member_id = 3");
            }
        }
    }

    private long add(Things things) {
        Map<String, Object> thing = new HashMap<>();
        thing.put("createdAt", "2026-0" + (1 + random.nextInt(9)) + "-01T00:00:00Z");
        thing.put("ownerId", (long) (2 + random.nextInt(2)));
        thing.put("departmentId", (long) (11 + random.nextInt(5)));
        maybe(thing, "name", NAMES.get(random.nextInt(NAMES.size())));
        maybe(thing, "industry", random.nextBoolean() ? "it" : "trade");
        maybe(thing, "size", (long) random.nextInt(12));
        maybe(thing, "score", random.nextInt(5) + "." + random.nextInt(3));
        maybe(thing, "revenue", Map.of("amount", random.nextInt(7) + ".5000", "currency", random.nextBoolean() ? "CNY" : "USD"));
        maybe(thing, "founded", "20" + (10 + random.nextInt(5)) + "-02-0" + (1 + random.nextInt(3)));
        maybe(thing, "contactedAt", "2026-11-0" + (1 + random.nextInt(4)) + "T01:30:00.00000" + (1 + random.nextInt(3)) + "Z");
        long id = things.store(thing);
        Map<String, Object> known = new LinkedHashMap<>(thing);
        known.put("#", id);
        oracle.things.put(id, known);
        return id;
    }

    private void maybe(Map<String, Object> thing, String field, Object value) {
        if (random.nextInt(5) > 0) {
            thing.put(field, value);
        }
    }
}
