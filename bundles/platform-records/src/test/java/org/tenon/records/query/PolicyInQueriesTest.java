package org.tenon.records.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.tenon.records.policy.Reason;
import org.tenon.records.policy.Row;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Grants.FieldAccess;
import org.tenon.sdk.identity.Grants.FieldLimit;
import org.tenon.sdk.identity.Grants.RecordGrant;
import org.tenon.sdk.identity.Scope;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordPage;
import org.tenon.sdk.record.RecordQuery;
import org.tenon.sdk.record.RecordView;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

/** Attempts to get at records and values that are not one's own. */
class PolicyInQueriesTest {

    private static final RecordGrant READ_ALL = new RecordGrant("sales", "test.thing", "read", Scope.ALL, Set.of());
    private static final RecordGrant READ_OWN = new RecordGrant("sales", "test.thing", "read", Scope.OWN, Set.of());

    @BothDatabases
    void hiddenAndMaskedValuesCannotBeProbed(TestDatabase database) {
        try (Things things = new Things(database)) {
            things.store(Map.of("name", "榫卯", "size", 42L, "score", "7.5", "industry", "it", "phones", List.of(Map.of("kind", "mobile", "value", "138"))));
            Caller limited = things.member(2, Set.of(), Set.of(), List.of(READ_ALL), limit("size", FieldAccess.HIDDEN),
                    limit("score", FieldAccess.MASKED), limit("phones", FieldAccess.MASKED));
            RecordView seen = page(things, limited, RecordQuery.first(10)).items().get(0);
            assertThat(seen.json()).doesNotContainKey("size").containsEntry("score", "***").containsEntry("phones", "***");
            assertThat(seen.json().get("_masked")).isEqualTo(List.of("score", "phones"));
            refused(() -> page(things, limited, filter("==", "size", 42L)), "size", "unknownField");
            refused(() -> page(things, limited, filter("==", "size", null)), "size", "unknownField");
            refused(() -> page(things, limited, RecordQuery.first(5).sortedBy("size")), "size", "unknownField");
            refused(() -> page(things, limited, RecordQuery.first(5).where(Map.of("!", Map.of("or", List.of(test("<", "score", "8")))))), "score", "masked");
            refused(() -> page(things, limited, RecordQuery.first(5).sortedBy("-score")), "score", "masked");
            refused(() -> page(things, limited, filter("has", "phones", "138")), "phones", "masked");
            RecordPage asked = page(things, limited, new RecordQuery(null, null, 5, null, List.of("size", "score", "name"), null, false, false));
            assertThat(asked.items().get(0).json()).doesNotContainKey("size").containsEntry("score", "***").containsEntry("name", "榫卯");
        }
    }

    @BothDatabases
    void aCursorOfAnOrderThatIsHiddenOpensNothing(TestDatabase database) {
        try (Things things = new Things(database)) {
            for (long size = 0; size < 5; size++) {
                things.store(Map.of("name", "x", "size", size));
            }
            String cursor = page(things, Things.SYSTEM, RecordQuery.first(2).sortedBy("size")).next();
            Caller limited = things.member(2, Set.of(), Set.of(), List.of(READ_ALL), limit("size", FieldAccess.HIDDEN));
            refused(() -> page(things, limited, RecordQuery.first(2).from(cursor)), "size", "unknownField");
            refused(() -> page(things, limited, RecordQuery.first(2).sortedBy("name").from(cursor)), "cursor", "cursor");
            refused(() -> page(things, limited, RecordQuery.first(2).from("bm90IGEgY3Vyc29y")), "cursor", "cursor");
            refused(() -> page(things, limited, RecordQuery.first(2).from("%%%")), "cursor", "cursor");
        }
    }

    @BothDatabases
    void aMaskedTitleNeitherShowsNorAnswersToItsStart(TestDatabase database) {
        try (Things things = new Things(database)) {
            long parent = things.store(Map.of("name", "秘密公司"));
            things.store(Map.of("name", "子公司", "parentId", RecordId.text(parent)));
            Caller limited = things.member(2, Set.of(), Set.of(), List.of(READ_ALL), limit("name", FieldAccess.MASKED));
            RecordPage page = page(things, limited, RecordQuery.first(10).sortedBy("createdAt"));
            assertThat(page.items()).allSatisfy(view -> assertThat(view.json()).containsEntry("_title", "***").containsEntry("name", "***"));
            assertThat(page.items().toString()).doesNotContain("秘密").doesNotContain("子公司");
            refused(() -> page(things, limited, new RecordQuery(null, null, 5, null, List.of(), "秘", false, false)), "name", "masked");
        }
    }

    @BothDatabases
    void titlesOfReferredRecordsFollowTheRowPolicy(TestDatabase database) {
        try (Things things = new Things(database)) {
            long secret = things.store(Map.of("name", "他人客户", "ownerId", 9L));
            long shared = things.store(Map.of("name", "共享客户", "ownerId", 9L));
            things.team(shared, 2, "read");
            things.store(Map.of("name", "甲", "ownerId", 2L, "parentId", secret, "industry", "it",
                    "partners", List.of(RecordId.text(secret), RecordId.text(shared)), "region", "440106"));
            Caller owner = things.member(2, Set.of(), Set.of(), List.of(READ_OWN));
            RecordView seen = page(things, owner, RecordQuery.first(10).where(test("==", "name", "甲"))).items().get(0);
            assertThat(seen.json().get("_labels")).isEqualTo(Map.of("parentId", "***", "partners", List.of("***", "共享客户"), "industry", "信息技术",
                    "region", "广东省 广州市 天河区"));
        }
    }

    @BothDatabases
    void deletedRecordsNeedTheGrantToDelete(TestDatabase database) {
        try (Things things = new Things(database)) {
            long mine = things.store(Map.of("name", "a", "ownerId", 2L));
            long other = things.store(Map.of("name", "b", "ownerId", 9L));
            things.execute("UPDATE test_thing SET deleted_token = id");
            RecordQuery bin = new RecordQuery(null, null, 10, null, List.of(), null, true, true);
            Caller reader = things.member(2, Set.of(), Set.of(), List.of(READ_ALL));
            assertThatThrownBy(() -> page(things, reader, bin)).satisfies(e -> assertThat(((TenonException) e).kind()).isEqualTo(Kind.FORBIDDEN));
            assertThat(page(things, reader, RecordQuery.first(5)).items()).isEmpty();
            assertThatThrownBy(() -> reader.run(() -> things.reader.get(things.model, new RecordId(mine)))).isInstanceOf(TenonException.class);
            Caller remover = things.member(2, Set.of(), Set.of(), List.of(READ_ALL, new RecordGrant("sales", "test.thing", "delete", Scope.OWN, Set.of())));
            RecordPage page = page(things, remover, bin);
            assertThat(things.ids(page)).containsExactly(RecordId.text(mine));
            assertThat(page.total().count()).isEqualTo(1);
            assertThat(things.ids(page(things, Things.SYSTEM, bin))).contains(RecordId.text(other));
        }
    }

    @BothDatabases
    void whoMayNotReadTheTypeFindsNothing(TestDatabase database) {
        try (Things things = new Things(database)) {
            long id = things.store(Map.of("name", "a", "ownerId", 2L));
            things.team(id, 2, "write");
            Caller nobody = things.member(2, Set.of(), Set.of(), List.of(new RecordGrant("x", "other.type", "read", Scope.ALL, Set.of())));
            assertThatThrownBy(() -> page(things, nobody, RecordQuery.first(5))).satisfies(e -> assertThat(((TenonException) e).kind()).isEqualTo(Kind.NOT_FOUND));
            assertThatThrownBy(() -> nobody.run(() -> things.reader.get(things.model, new RecordId(id))))
                    .satisfies(e -> assertThat(((TenonException) e).kind()).isEqualTo(Kind.NOT_FOUND));
        }
    }

    @BothDatabases
    void singleRecordsTeamsAndSharesByTheirAccess(TestDatabase database) {
        try (Things things = new Things(database)) {
            long readable = things.store(Map.of("name", "a", "ownerId", 9L));
            long writable = things.store(Map.of("name", "b", "ownerId", 9L));
            long expired = things.store(Map.of("name", "c", "ownerId", 9L));
            long shared = things.store(Map.of("name", "d", "ownerId", 9L));
            things.team(readable, 2, "read");
            things.team(writable, 2, "write");
            things.execute("INSERT INTO records_team (record_type, record_id, member_id, access, expires_at) VALUES ('test.thing', " + expired
                    + ", 2, 'write', '2020-01-01 00:00:00')");
            things.execute("INSERT INTO records_share (record_type, record_id, grantee_kind, grantee_id, access) VALUES ('test.thing', " + shared
                    + ", 'department', 7, 'read')");
            Caller member = things.member(2, Set.of(7L), Set.of(7L), List.of(READ_OWN, new RecordGrant("sales", "test.thing", "update", Scope.OWN, Set.of()),
                    new RecordGrant("sales", "test.thing", "delete", Scope.OWN, Set.of())));
            assertThat(things.ids(page(things, member, RecordQuery.first(10).sortedBy("name"))))
                    .containsExactly(RecordId.text(readable), RecordId.text(writable), RecordId.text(shared));
            RecordView view = member.run(() -> things.reader.get(things.model, new RecordId(writable)));
            assertThat(view.json()).containsEntry("_can", List.of("update"));
            assertThat(member.run(() -> things.reader.get(things.model, new RecordId(readable))).json()).containsEntry("_can", List.of());
            assertThatThrownBy(() -> member.run(() -> things.reader.get(things.model, new RecordId(expired)))).isInstanceOf(TenonException.class);
            assertThat(things.policy.allows(member, things.model.info(), "delete", new Row(writable, 9L, null))).isFalse();
            assertThat(member.run(() -> things.reader.get(things.model, List.of(new RecordId(shared), new RecordId(expired), new RecordId(readable)))))
                    .extracting(RecordView::id).containsExactly(new RecordId(shared), new RecordId(readable));
            assertThat(things.policy.follows(member, things.model.info(), new Row(readable, 9L, null))).isTrue();
            assertThat(things.policy.follows(member, things.model.info(), new Row(expired, 9L, null))).isFalse();
            Row row = new Row(readable, 9L, null);
            assertThat(things.policy.reasons(member, things.model.info(), "read", row)).extracting(Reason::kind).containsExactly(Reason.Kind.OPENING);
            assertThat(things.policy.reasons(member, things.model.info(), "update", row)).extracting(Reason::kind).containsExactly(Reason.Kind.SHORT);
            assertThat(things.policy.reasons(member, things.model.info(), "close", row)).extracting(Reason::kind).containsExactly(Reason.Kind.NOT_GRANTED);
        }
    }

    @BothDatabases
    void totalsAreExactAndCapped(TestDatabase database) {
        try (Things things = new Things(database)) {
            for (int i = 0; i < 30; i++) {
                long id = things.store(Map.of("name", "n" + i, "ownerId", (long) (i % 3), "departmentId", (long) (i % 2)));
                things.team(id, 2, "read");
            }
            Caller several = things.member(2, Set.of(1L), Set.of(0L, 1L), List.of(new RecordGrant("r", "test.thing", "read", Scope.DEPARTMENT, Set.of())));
            RecordQuery counted = new RecordQuery(null, null, 5, null, List.of("name"), null, true, false);
            assertThat(page(things, several, counted).total()).isEqualTo(new RecordPage.Total(30, false));
            assertThat(page(things, several, counted.where(test("==", "name", "n3"))).total()).isEqualTo(new RecordPage.Total(1, false));
            things.persistence.db().write(connection -> {
                try (var insert = connection.prepareStatement("INSERT INTO test_thing (id, version, created_at, owner_id) VALUES (?, 1, CURRENT_TIMESTAMP, 2)")) {
                    for (int i = 1; i <= 10_001; i++) {
                        insert.setLong(1, i);
                        insert.addBatch();
                        if (i % 1000 == 0) {
                            insert.executeBatch();
                        }
                    }
                    return insert.executeBatch();
                }
            });
            assertThat(page(things, Things.SYSTEM, counted).total()).isEqualTo(new RecordPage.Total(10_000, true));
            assertThat(page(things, several, counted).total()).isEqualTo(new RecordPage.Total(10_000, true));
        }
    }

    @BothDatabases
    void theStartOfATitleMatchesAsWrittenAndAsItSounds(TestDatabase database) {
        try (Things things = new Things(database)) {
            for (String name : List.of("重庆银行", "崇明岛", "華為技術", "Huawei Ltd", "张三", "ZHANG LLC", "100% Natural")) {
                things.store(Map.of("name", name));
            }
            assertThat(starting(things, "chongq")).containsExactly("重庆银行");
            assertThat(starting(things, "重慶")).containsExactly("重庆银行");
            assertThat(starting(things, "ＨＵＡＷＥＩ")).containsExactlyInAnyOrder("華為技術", "Huawei Ltd");
            assertThat(starting(things, "华为")).containsExactly("華為技術");
            assertThat(starting(things, "zhang")).containsExactlyInAnyOrder("张三", "ZHANG LLC");
            assertThat(starting(things, "张")).containsExactly("张三");
            assertThat(starting(things, "100%")).containsExactly("100% Natural");
            assertThat(starting(things, "%")).isEmpty();
        }
    }

    private static List<String> starting(Things things, String prefix) {
        return page(things, Things.SYSTEM, new RecordQuery(null, "name", 10, null, List.of(), prefix, true, false)).items().stream()
                .map(view -> (String) view.json().get("_title")).toList();
    }

    private static FieldLimit limit(String field, FieldAccess access) {
        return new FieldLimit("sales", "test.thing", field, access);
    }

    private static Map<String, Object> test(String operator, String field, Object value) {
        return Map.of(operator, java.util.Arrays.asList(Map.of("var", field), value));
    }

    private static RecordQuery filter(String operator, String field, Object value) {
        return RecordQuery.first(5).where(test(operator, field, value));
    }

    private static RecordPage page(Things things, Caller caller, RecordQuery query) {
        return caller.run(() -> things.reader.page(things.model, query));
    }

    private static void refused(ThrowingCallable attempt, String field, String code) {
        assertThatThrownBy(attempt).isInstanceOfSatisfying(TenonException.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(Kind.INVALID);
            assertThat(refusal.errors().get(0).field()).isEqualTo(field);
            assertThat(refusal.errors().get(0).code()).isEqualTo(code);
        });
    }
}
