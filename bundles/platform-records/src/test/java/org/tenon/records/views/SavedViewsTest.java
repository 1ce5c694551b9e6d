package org.tenon.records.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.tenon.records.write.Forest;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Directory;
import org.tenon.sdk.identity.Grants;
import org.tenon.sdk.identity.Grants.FieldAccess;
import org.tenon.sdk.identity.Grants.FieldLimit;
import org.tenon.sdk.identity.Grants.RecordGrant;
import org.tenon.sdk.identity.Scope;
import org.tenon.sdk.record.RecordId;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

class SavedViewsTest {

    private static final String TREE = "sample.tree";
    private static final Caller BOSS = caller(31);
    private static final Caller SELLER = caller(32);
    private static final Caller CLERK = caller(33);
    private static final Caller STRANGER = caller(34);
    private static final Map<String, Object> OLD_OAKS = Map.of("and", List.of(test("==", "kind", "oak"), test(">", "age", 100L)));

    /** Department 6 lies below 5; the boss may share; the clerk holds role 71 and sees no age. */
    private static final class Firm implements Directory {

        @Override
        public Grants grants(long memberId) {
            List<RecordGrant> reads = List.of(new RecordGrant("r" + memberId, TREE, "read", Scope.ALL, Set.of()));
            if (memberId == BOSS.memberId()) {
                return new Grants(false, reads, List.of(), Set.of("views:share"), Set.of(5L), Set.of(5L, 6L));
            }
            if (memberId == SELLER.memberId()) {
                return new Grants(false, reads, List.of(), Set.of(), Set.of(6L), Set.of(6L));
            }
            if (memberId == CLERK.memberId()) {
                return new Grants(false, reads, List.of(new FieldLimit("r33", TREE, "age", FieldAccess.HIDDEN)), Set.of(), Set.of(7L), Set.of(7L));
            }
            return Grants.NONE;
        }

        @Override
        public Optional<Long> mainDepartment(long memberId) {
            return Optional.empty();
        }

        @Override
        public Set<Long> below(long department) {
            return department == 5 ? Set.of(5L, 6L) : Set.of(department);
        }

        @Override
        public Set<Long> roles(long memberId) {
            return memberId == CLERK.memberId() ? Set.of(71L) : Set.of();
        }

        @Override
        public boolean holds(Caller caller, String function) {
            return caller.system() || grants(caller.memberId()).functions().contains(function);
        }
    }

    @BothDatabases
    void aViewComesBackAsItWasKept(TestDatabase database) {
        try (Forest forest = forest(database)) {
            ViewWish wish = new ViewWish(TREE, null, " 老橡树 ", OLD_OAKS, List.of(new Definition.Column("name", 240), new Definition.Column("kind", null)), "-rings",
                    new Definition.Group("kind", "board"), "compact", null, " 橡 ");
            Map<String, Object> made = SELLER.run(() -> views(forest).create(wish));
            assertThat(made).containsEntry("name", "老橡树").containsEntry("version", 1).containsEntry("mine", true).containsEntry("shared", false)
                    .containsEntry("condition", OLD_OAKS).containsEntry("sort", "-rings").containsEntry("density", "compact").containsEntry("q", "橡").containsEntry("problems", List.of());
            assertThat(SELLER.run(() -> views(forest).get(id(made)))).isEqualTo(made);
            assertThat(names(forest, BOSS)).isEmpty();
            refused(() -> BOSS.run(() -> views(forest).get(id(made))), Kind.NOT_FOUND);
            refused(() -> STRANGER.run(() -> views(forest).list(TREE)), Kind.NOT_FOUND);
        }
    }

    @BothDatabases
    void whatCannotBeAskedIsRefusedAndNothingIsStored(TestDatabase database) {
        try (Forest forest = forest(database)) {
            invalid(() -> create(forest, SELLER, wish("x", test("==", "nope", 1L))), "nope");
            invalid(() -> create(forest, CLERK, wish("x", OLD_OAKS)), "age");
            invalid(() -> create(forest, SELLER, wish(" ", null)), "name");
            invalid(() -> create(forest, SELLER, new ViewWish(TREE, null, "x", null, null, "notes", null, null, null, null)), "sort");
            invalid(() -> create(forest, SELLER, new ViewWish(TREE, null, "x", null, null, null, new Definition.Group("name", null), null, null, null)), "name");
            invalid(() -> create(forest, SELLER, new ViewWish(TREE, null, "x", null, null, null, new Definition.Group("kind", "pile"), null, null, null)), "group");
            invalid(() -> create(forest, SELLER, new ViewWish(TREE, null, "x", null, List.of(new Definition.Column("nope", null)), null, null, null, null, null)), "columns");
            invalid(() -> create(forest, SELLER, new ViewWish(TREE, null, "x", null, List.of(new Definition.Column("name", 5)), null, null, null, null, null)), "columns");
            invalid(() -> create(forest, SELLER, new ViewWish(TREE, null, "x", null, null, null, null, null, null, "x".repeat(201))), "q");
            create(forest, SELLER, wish("taken", null));
            refused(() -> create(forest, SELLER, wish("taken", null)), Kind.CONFLICT);
            assertThat(names(forest, SELLER)).containsExactly("taken");
        }
    }

    @BothDatabases
    void sharingReachesDepartmentsBelowAndRolesAndNeedsItsFunction(TestDatabase database) {
        try (Forest forest = forest(database)) {
            create(forest, BOSS, shared("to sales", new ViewWish.Sharing(false, List.of(RecordId.text(5)), null)));
            create(forest, BOSS, shared("to clerks", new ViewWish.Sharing(false, null, List.of(RecordId.text(71)))));
            create(forest, BOSS, shared("to all", new ViewWish.Sharing(true, null, null)));
            assertThat(names(forest, SELLER)).containsExactly("to all", "to sales");
            assertThat(names(forest, CLERK)).containsExactly("to all", "to clerks");
            refused(() -> create(forest, SELLER, shared("mine", new ViewWish.Sharing(true, null, null))), Kind.FORBIDDEN);
            assertThat(names(forest, SELLER)).doesNotContain("mine");
        }
    }

    @BothDatabases
    void aSharedViewIsChangedByItsOwnerAndSharersAlone(TestDatabase database) {
        try (Forest forest = forest(database)) {
            RecordId view = id(create(forest, BOSS, shared("to all", new ViewWish.Sharing(true, null, null))));
            ViewWish after = new ViewWish(null, 1, "renamed", null, null, null, null, null, new ViewWish.Sharing(false, null, null), null);
            refused(() -> SELLER.run(() -> views(forest).replace(view, after)), Kind.FORBIDDEN);
            refused(() -> SELLER.run(() -> done(() -> views(forest).delete(view))), Kind.FORBIDDEN);
            assertThat(BOSS.run(() -> views(forest).replace(view, after))).containsEntry("name", "renamed").containsEntry("version", 2);
            refused(() -> BOSS.run(() -> views(forest).replace(view, after)), Kind.STALE);
            refused(() -> SELLER.run(() -> views(forest).get(view)), Kind.NOT_FOUND);
            BOSS.run(() -> done(() -> views(forest).delete(view)));
            refused(() -> BOSS.run(() -> views(forest).get(view)), Kind.NOT_FOUND);
        }
    }

    @BothDatabases
    void aSharedViewWidensNobodysRights(TestDatabase database) {
        try (Forest forest = forest(database)) {
            ViewWish wish = new ViewWish(TREE, null, "old", OLD_OAKS, List.of(new Definition.Column("name", null), new Definition.Column("age", null)), "rings", null, null,
                    new ViewWish.Sharing(true, null, null), null);
            RecordId view = id(create(forest, BOSS, wish));
            Map<String, Object> seen = CLERK.run(() -> views(forest).get(view));
            assertThat(seen).containsEntry("condition", Map.of("and", List.of(test("==", "kind", "oak")))).containsEntry("columns", List.of(new Definition.Column("name", null)))
                    .containsEntry("problems", List.of()).containsEntry("limited", true);
            assertThat(seen.toString()).doesNotContain("age");
        }
    }

    @BothDatabases
    void aRetiredFieldIsReportedAndTheRestStillWorks(TestDatabase database) {
        try (Forest forest = forest(database)) {
            RecordId view = id(create(forest, SELLER, wish("old", OLD_OAKS)));
            forest.engine().db().write(connection -> {
                try (var retire = connection.prepareStatement("UPDATE records_view SET definition = ?")) {
                    retire.setString(1, "{\"condition\":{\"or\":[{\"==\":[{\"var\":\"gone\"},\"x\"]},{\"!\":{\"==\":[{\"var\":\"parent.gone\"},1]}},{\">\":[{\"var\":\"age\"},100]}]},"
                            + "\"columns\":[{\"name\":\"gone\"},{\"name\":\"kind\",\"width\":90}],\"sort\":\"-gone\",\"group\":{\"field\":\"gone\"}}");
                    return retire.executeUpdate();
                }
            });
            Map<String, Object> seen = SELLER.run(() -> views(forest).get(view));
            assertThat(seen).containsEntry("condition", Map.of("or", List.of(test(">", "age", 100L)))).containsEntry("columns", List.of(new Definition.Column("kind", 90)))
                    .containsEntry("sort", null).containsEntry("group", null).containsEntry("problems", List.of("gone")).containsEntry("limited", true);
        }
    }

    @BothDatabases
    void everybodyChoosesWhatStandsFirst(TestDatabase database) {
        try (Forest forest = forest(database)) {
            String all = id(create(forest, BOSS, shared("b", new ViewWish.Sharing(true, null, null)))).toString();
            String mine = id(create(forest, SELLER, wish("c", null))).toString();
            create(forest, SELLER, wish("a", null));
            assertThat(SELLER.run(() -> views(forest).choose(TREE, all, List.of(mine, all)))).containsEntry("default", all);
            assertThat(names(forest, SELLER)).containsExactly("c", "b", "a");
            assertThat(BOSS.run(() -> views(forest).list(TREE))).containsEntry("default", null);
            refused(() -> BOSS.run(() -> views(forest).choose(TREE, mine, List.of())), Kind.NOT_FOUND);
            BOSS.run(() -> done(() -> views(forest).delete(RecordId.of(all))));
            assertThat(SELLER.run(() -> views(forest).list(TREE))).containsEntry("default", null);
            assertThat(names(forest, SELLER)).containsExactly("c", "a");
        }
    }

    private static Forest forest(TestDatabase database) {
        Forest forest = new Forest(database);
        forest.engine().directory(new Firm());
        return forest;
    }

    private static SavedViews views(Forest forest) {
        return forest.engine().views();
    }

    private static Map<String, Object> create(Forest forest, Caller caller, ViewWish wish) {
        return caller.run(() -> views(forest).create(wish));
    }

    private static Object done(Runnable work) {
        work.run();
        return true;
    }

    private static List<Object> names(Forest forest, Caller caller) {
        return ((List<?>) caller.run(() -> views(forest).list(TREE)).get("items")).stream().<Object>map(view -> ((Map<?, ?>) view).get("name")).toList();
    }

    private static RecordId id(Map<String, Object> view) {
        return RecordId.of((String) view.get("id"));
    }

    private static ViewWish wish(String name, @Nullable Object condition) {
        return new ViewWish(TREE, null, name, condition, null, null, null, null, null, null);
    }

    private static ViewWish shared(String name, ViewWish.Sharing sharing) {
        return new ViewWish(TREE, null, name, null, null, null, null, null, sharing, null);
    }

    private static Map<String, Object> test(String operator, String field, Object value) {
        return Map.of(operator, Arrays.asList(Map.of("var", field), value));
    }

    private static Caller caller(long id) {
        return new Caller(id, "member " + id, Locale.ENGLISH, false, null);
    }

    private static void refused(ThrowingCallable attempt, Kind kind) {
        assertThatThrownBy(attempt).isInstanceOfSatisfying(TenonException.class, refusal -> assertThat(refusal.kind()).isEqualTo(kind));
    }

    private static void invalid(ThrowingCallable attempt, String field) {
        assertThatThrownBy(attempt).isInstanceOfSatisfying(TenonException.class, refusal -> assertThat(refusal.errors().get(0).field()).isEqualTo(field));
    }
}
