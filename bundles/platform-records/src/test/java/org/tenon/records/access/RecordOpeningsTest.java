package org.tenon.records.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.tenon.records.access.Entry.Way;
import org.tenon.records.log.Waiting;
import org.tenon.records.write.Forest;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Grants;
import org.tenon.sdk.identity.Grants.RecordGrant;
import org.tenon.sdk.identity.Scope;
import org.tenon.sdk.record.Change;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordQuery;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

class RecordOpeningsTest {

    private static final Caller OWNER = caller(21);
    private static final Caller COLLEAGUE = caller(22);
    private static final Caller OTHER = caller(23);
    private static final long ADVISORS = 77;
    private static final String TREE = "sample.tree";

    @BothDatabases
    void aTeamMemberReadsAndWritesUntilTheSecondItExpires(TestDatabase database) {
        try (Forest forest = forest(database)) {
            RecordId tree = OWNER.run(() -> forest.trees().create(Map.of("name", "oak"))).id();
            refused(() -> COLLEAGUE.run(() -> forest.trees().get(tree)), Kind.NOT_FOUND);
            team(forest, OWNER, tree, COLLEAGUE, "read", null);
            assertThat(COLLEAGUE.run(() -> forest.trees().get(tree)).json()).containsEntry("_can", List.of());
            refused(() -> COLLEAGUE.run(() -> forest.trees().update(tree, 1, Map.of("notes", "x"))), Kind.FORBIDDEN);
            team(forest, OWNER, tree, COLLEAGUE, "write", Instant.now().plus(3, ChronoUnit.SECONDS));
            assertThat(COLLEAGUE.run(() -> forest.trees().update(tree, 1, Map.of("notes", "x"))).version()).isEqualTo(2);
            refused(() -> COLLEAGUE.run(() -> drop(() -> forest.trees().delete(tree, null))), Kind.FORBIDDEN);
            forest.engine().db().write(connection -> {
                try (var expire = connection.prepareStatement("UPDATE records_team SET expires_at = ?")) {
                    expire.setTimestamp(1, java.sql.Timestamp.valueOf(java.time.LocalDateTime.now(java.time.ZoneOffset.UTC)));
                    return expire.executeUpdate();
                }
            });
            refused(() -> COLLEAGUE.run(() -> forest.trees().get(tree)), Kind.NOT_FOUND);
            assertThat(COLLEAGUE.run(() -> forest.trees().page(RecordQuery.first(10))).items()).isEmpty();
            Map<?, ?> listed = (Map<?, ?>) ((List<?>) OWNER.run(() -> forest.engine().openings().list(true, TREE, tree)).get("items")).get(0);
            assertThat(listed.get("expired")).isEqualTo(true);
        }
    }

    @BothDatabases
    void onlyWhoMayChangeTheRecordOpensItAndNobodyGivesMoreThanTheyHave(TestDatabase database) {
        try (Forest forest = forest(database)) {
            RecordId tree = OWNER.run(() -> forest.trees().create(Map.of("name", "oak"))).id();
            refused(() -> team(forest, OTHER, tree, OTHER, "read", null), Kind.NOT_FOUND);
            team(forest, OWNER, tree, OTHER, "read", null);
            refused(() -> team(forest, OTHER, tree, COLLEAGUE, "read", null), Kind.FORBIDDEN);
            Instant soon = Instant.now().plus(1, ChronoUnit.HOURS);
            team(forest, OWNER, tree, COLLEAGUE, "write", soon);
            refused(() -> team(forest, COLLEAGUE, tree, COLLEAGUE, "write", null), Kind.FORBIDDEN);
            refused(() -> team(forest, COLLEAGUE, tree, caller(24), "read", soon.plusSeconds(1)), Kind.INVALID);
            refused(() -> drop(() -> COLLEAGUE.run(() -> drop(() -> forest.engine().openings().remove(Way.TEAM, TREE, tree, id(OTHER))))), Kind.FORBIDDEN);
            team(forest, COLLEAGUE, tree, caller(24), "read", soon);
            assertThat(forest.count("records_team")).isEqualTo(3);
            COLLEAGUE.run(() -> drop(() -> forest.engine().openings().remove(Way.TEAM, TREE, tree, id(COLLEAGUE))));
            refused(() -> COLLEAGUE.run(() -> forest.trees().get(tree)), Kind.NOT_FOUND);
        }
    }

    @BothDatabases
    void badWishesAreRefusedByNameAndNothingIsStored(TestDatabase database) {
        try (Forest forest = forest(database)) {
            RecordId tree = OWNER.run(() -> forest.trees().create(Map.of("name", "oak"))).id();
            invalid(() -> team(forest, OWNER, tree, COLLEAGUE, "delete", null), "access");
            invalid(() -> team(forest, OWNER, tree, COLLEAGUE, "read", Instant.now().minusSeconds(1)), "expiresAt");
            invalid(() -> OWNER.run(() -> forest.engine().openings().put(Way.TEAM, TREE, tree, id(COLLEAGUE), Map.of("access", "read", "expiresAt", "morgen"))),
                    "expiresAt");
            invalid(() -> OWNER.run(() -> forest.engine().openings().put(Way.TEAM, TREE, tree, id(COLLEAGUE),
                    Map.of("access", "read", "expiresAt", "+99999-01-01T00:00:00Z"))), "expiresAt");
            refused(() -> OWNER.run(() -> forest.engine().openings().put(Way.TEAM, TREE, tree, id(COLLEAGUE), null)), Kind.UNREADABLE);
            refused(() -> team(forest, OWNER, RecordId.next(), COLLEAGUE, "read", null), Kind.NOT_FOUND);
            assertThat(forest.count("records_team")).isZero();
            assertThat(forest.count("records_change")).isEqualTo(1);
        }
    }

    @BothDatabases
    void whatBelongsToARecordFollowsItsTeamAndShares(TestDatabase database) {
        try (Forest forest = forest(database)) {
            RecordId tree = OWNER.run(() -> forest.trees().create(Map.of("name", "oak"))).id();
            RecordId leaf = OWNER.run(() -> forest.leaves().create(Map.of("name", "leaf", "tree", tree.toString()))).id();
            RecordId bare = OWNER.run(() -> forest.trees().create(Map.of("name", "fir"))).id();
            OWNER.run(() -> forest.leaves().create(Map.of("name", "needle", "tree", bare.toString())));
            refused(() -> COLLEAGUE.run(() -> forest.leaves().get(leaf)), Kind.NOT_FOUND);
            OWNER.run(() -> forest.engine().openings().put(Way.DEPARTMENT, TREE, tree, new RecordId(ADVISORS), Map.of("access", "write")));
            assertThat(COLLEAGUE.run(() -> forest.leaves().page(RecordQuery.first(10))).items()).extracting(view -> view.id()).containsExactly(leaf);
            assertThat(COLLEAGUE.run(() -> forest.leaves().get(List.of(leaf)))).hasSize(1);
            assertThat(COLLEAGUE.run(() -> forest.leaves().update(leaf, 1, Map.of("name", "leaf 2"))).version()).isEqualTo(2);
            Map<?, ?> read = (Map<?, ?>) COLLEAGUE.run(() -> forest.leaves().access(leaf)).get("read");
            assertThat(read.get("allowed")).isEqualTo(true);
            assertThat(read.get("because").toString()).contains("Through “oak”").contains("may edit");
            OWNER.run(() -> drop(() -> forest.engine().openings().remove(Way.DEPARTMENT, TREE, tree, new RecordId(ADVISORS))));
            assertThat(COLLEAGUE.run(() -> forest.leaves().page(RecordQuery.first(10))).items()).isEmpty();
        }
    }

    @BothDatabases
    void openingARecordIsPartOfItsHistory(TestDatabase database) {
        try (Forest forest = forest(database)) {
            RecordId tree = OWNER.run(() -> forest.trees().create(Map.of("name", "oak"))).id();
            team(forest, OWNER, tree, COLLEAGUE, "read", null);
            team(forest, OWNER, tree, COLLEAGUE, "read", null);
            Waiting.until(() -> forest.engine().changes().latest() == 2);
            Change change = forest.engine().changes().after(0, 10).get(1);
            assertThat(change.action()).isEqualTo("team");
            assertThat(change.version()).isEqualTo(1);
            assertThat(forest.engine().changes().visible(COLLEAGUE, change)).isTrue();
            assertThat(forest.engine().changes().visible(OTHER, change)).isFalse();
            Map<?, ?> latest = COLLEAGUE.run(() -> forest.trees().timeline(tree, 10, null)).items().get(0);
            assertThat(latest.get("changes").toString()).contains("label=Record team").contains("may view");
        }
    }

    @BothDatabases
    void theExplanationNamesWhatAllowsAndWhatFallsShort(TestDatabase database) {
        try (Forest forest = forest(database)) {
            RecordId tree = OWNER.run(() -> forest.trees().create(Map.of("name", "oak"))).id();
            assertThat(because(OWNER.run(() -> forest.trees().access(tree)), "read")).contains("Role “Gardener” allows to view: own records");
            assertThat(because(OWNER.run(() -> forest.trees().access(tree)), "fell")).contains("No role allows to");
            refused(() -> OWNER.run(() -> forest.trees().access(tree, id(COLLEAGUE))), Kind.FORBIDDEN);
            forest.engine().grant(OTHER.memberId(), grants(Set.of(21L), false), null);
            assertThat(because(OTHER.run(() -> forest.trees().access(tree)), "read")).contains("Superior of the owner");
            assertThat(because(OTHER.run(() -> forest.trees().access(tree)), "update")).contains("allows to edit only: own records");
        }
    }

    private static String because(Map<String, Object> answer, String action) {
        return String.valueOf(((Map<?, ?>) answer.get(action)).get("because"));
    }

    private static Forest forest(TestDatabase database) {
        Forest forest = new Forest(database);
        for (long member = 21; member <= 24; member++) {
            forest.engine().grant(member, grants(Set.of(), member == 22), null);
        }
        return forest;
    }

    private static Grants grants(Set<Long> line, boolean advisor) {
        List<RecordGrant> grants = List.of("sample.tree", "sample.leaf").stream()
                .flatMap(type -> List.of("read", "create", "update", "delete").stream()
                        .map(action -> new RecordGrant("Gardener", type, action, action.equals("create") ? Scope.ALL : Scope.OWN, Set.of()))).toList();
        Set<Long> departments = advisor ? Set.of(ADVISORS) : Set.of();
        return new Grants(false, grants, List.of(), Set.of(), departments, departments, line, false);
    }

    private static Map<String, ?> team(Forest forest, Caller by, RecordId tree, Caller member, String access, Instant until) {
        Map<String, Object> wish = new HashMap<>();
        wish.put("access", access);
        wish.put("expiresAt", until == null ? null : until.toString());
        return by.run(() -> forest.engine().openings().put(Way.TEAM, TREE, tree, id(member), wish));
    }

    private static boolean drop(Runnable work) {
        work.run();
        return true;
    }

    private static RecordId id(Caller member) {
        return new RecordId(member.memberId());
    }

    private static Caller caller(long id) {
        return new Caller(id, "member " + id, java.util.Locale.ENGLISH, false, null);
    }

    private static void refused(ThrowingCallable attempt, Kind kind) {
        assertThatThrownBy(attempt).isInstanceOfSatisfying(TenonException.class, refusal -> assertThat(refusal.kind()).isEqualTo(kind));
    }

    private static void invalid(ThrowingCallable attempt, String field) {
        assertThatThrownBy(attempt).isInstanceOfSatisfying(TenonException.class, refusal -> assertThat(refusal.errors().get(0).field()).isEqualTo(field));
    }
}
