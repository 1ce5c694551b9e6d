package org.tenon.records.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tenon.sdk.Kind;
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

/** Asking about a record by way of another one that refers to it. */
class ReferredFieldsTest {

    private static final RecordGrant READ_ALL = new RecordGrant("sales", "test.thing", "read", Scope.ALL, Set.of());
    private static final RecordGrant READ_OWN = new RecordGrant("sales", "test.thing", "read", Scope.OWN, Set.of());

    @BothDatabases
    void hiddenAndMaskedFieldsCannotBeProbedThroughAReference(TestDatabase database) {
        try (Things things = new Things(database)) {
            Caller limited = things.member(2, Set.of(), Set.of(), List.of(READ_ALL), new FieldLimit("sales", "test.thing", "size", FieldAccess.HIDDEN),
                    new FieldLimit("sales", "test.thing", "score", FieldAccess.MASKED));
            refused(things, limited, test(">", "parentId.size", 1L), "parentId.size", "unknownField");
            refused(things, limited, Map.of("!", test("==", "parentId.score", null)), "parentId.score", "masked");
        }
    }

    @BothDatabases
    void aTypeOneMayNotReadHasNoFieldsToAskAbout(TestDatabase database) {
        try (Things things = new Things(database)) {
            Caller limited = things.member(2, Set.of(), Set.of(), List.of(READ_ALL));
            refused(things, limited, test("==", "ownerId.login", "x"), "ownerId.login", "unknownField");
        }
    }

    @BothDatabases
    void whatOneMayNotReadOrWasDeletedIsEmpty(TestDatabase database) {
        try (Things things = new Things(database)) {
            long mine = things.store(Map.of("name", "mine", "ownerId", 2L, "industry", "it"));
            long others = things.store(Map.of("name", "others", "ownerId", 9L, "industry", "it"));
            long shared = things.store(Map.of("name", "shared", "ownerId", 9L, "industry", "it"));
            long department = things.store(Map.of("name", "department", "departmentId", 7L, "industry", "it"));
            long gone = things.store(Map.of("name", "gone", "ownerId", 2L, "industry", "it"));
            things.team(shared, 2, "read");
            things.execute("UPDATE test_thing SET deleted_token = id WHERE id = " + gone);
            for (long parent : new long[] {mine, others, shared, department, gone}) {
                things.store(Map.of("name", "below " + parent, "ownerId", 2L, "parentId", RecordId.text(parent)));
            }
            Caller owner = things.member(2, Set.of(7L), Set.of(7L), List.of(READ_OWN));
            assertThat(titles(things, owner, test("==", "parentId.industry", "it"))).containsExactlyInAnyOrder("below " + mine, "below " + shared);
            assertThat(titles(things, owner, and(test("==", "parentId.industry", null), test("!=", "parentId", null))))
                    .containsExactlyInAnyOrder("below " + others, "below " + department, "below " + gone);
            assertThat(titles(things, owner, and(test("!=", "parentId.industry", "it"), test("!=", "parentId", null)))).hasSize(3);
            Caller colleague = things.member(3, Set.of(7L), Set.of(7L), List.of(new RecordGrant("x", "test.thing", "read", Scope.DEPARTMENT, Set.of())));
            assertThat(titles(things, colleague, test("==", "parentId.industry", "it"))).isEmpty();
            assertThat(titles(things, Things.SYSTEM, test("==", "parentId.industry", "it"))).hasSize(4);
        }
    }

    private static List<String> titles(Things things, Caller caller, Object condition) {
        return caller.run(() -> things.reader.page(things.model, RecordQuery.first(50).where(condition))).items().stream()
                .map(view -> (String) view.json().get("_title")).toList();
    }

    private static Map<String, Object> test(String operator, String field, Object value) {
        return Map.of(operator, Arrays.asList(Map.of("var", field), value));
    }

    private static Map<String, Object> and(Object... parts) {
        return Map.of("and", List.of(parts));
    }

    private static void refused(Things things, Caller caller, Object condition, String field, String code) {
        assertThatThrownBy(() -> titles(things, caller, condition)).isInstanceOfSatisfying(TenonException.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(Kind.INVALID);
            assertThat(refusal.errors().get(0).field()).isEqualTo(field);
            assertThat(refusal.errors().get(0).code()).isEqualTo(code);
        });
    }
}
