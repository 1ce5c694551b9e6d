package org.tenon.records.comments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tenon.records.write.Forest.GUEST;
import static org.tenon.records.write.Forest.KEEPER;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.tenon.records.comments.Comments.Said;
import org.tenon.records.write.Forest;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Grants;
import org.tenon.sdk.identity.Grants.RecordGrant;
import org.tenon.sdk.identity.Scope;
import org.tenon.sdk.record.RecordId;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.MemoryFiles;
import org.tenon.testkit.TestDatabase;

class CommentsTest {

    private static final String TREE = "sample.tree";
    /** Reads the trees they own alone. */
    private static final Caller STRANGER = new Caller(13, "赵敏", Locale.ENGLISH, false, null);

    @BothDatabases
    void whoeverReadsARecordSaysSomethingAndOnlyTheAuthorRewritesIt(TestDatabase database) {
        try (Forest forest = forest(database)) {
            RecordId tree = tree(forest);
            Comments comments = forest.engine().comments();
            Said said = GUEST.run(() -> comments.add(TREE, tree, "  客户很满意 "));
            assertThat(said.comment().body()).isEqualTo("客户很满意");
            RecordId id = new RecordId(said.comment().id());

            refused(() -> KEEPER.run(() -> comments.rewrite(TREE, tree, id, "x")), Kind.FORBIDDEN);
            assertThat(GUEST.run(() -> comments.rewrite(TREE, tree, id, "客户不满意")).comment()).satisfies(after -> {
                assertThat(after.body()).isEqualTo("客户不满意");
                assertThat(after.editedAt()).isNotNull();
            });
            assertThat(forest.count("records_comment")).isEqualTo(1);
        }
    }

    @BothDatabases
    void aCommentOnAnInvisibleRecordIsNotFoundAndNothingIsStored(TestDatabase database) {
        try (Forest forest = forest(database)) {
            RecordId tree = tree(forest);
            Comments comments = forest.engine().comments();
            RecordId id = new RecordId(KEEPER.run(() -> comments.add(TREE, tree, "secret")).comment().id());
            long before = forest.count("records_change");

            refused(() -> STRANGER.run(() -> comments.add(TREE, tree, "let me in")), Kind.NOT_FOUND);
            refused(() -> STRANGER.run(() -> comments.rewrite(TREE, tree, id, "x")), Kind.NOT_FOUND);
            refused(() -> STRANGER.run(() -> comments.pin(TREE, tree, id, true)), Kind.NOT_FOUND);
            refused(() -> run(STRANGER, () -> comments.remove(TREE, tree, id)), Kind.NOT_FOUND);
            RecordId own = STRANGER.run(() -> forest.trees().create(Forest.tree("own"))).id();
            refused(() -> run(STRANGER, () -> comments.remove(TREE, own, id)), Kind.NOT_FOUND);
            refused(() -> STRANGER.run(() -> comments.add("sample.nothing", tree, "x")), Kind.NOT_FOUND);
            assertThat(forest.count("records_comment")).isEqualTo(1);
            assertThat(forest.count("records_change")).isEqualTo(before + 1);
        }
    }

    @BothDatabases
    void filesAreSaidAlongBelongToTheRecordAndGoWithTheComment(TestDatabase database) {
        try (Forest forest = new Forest(database)) {
            MemoryFiles files = new MemoryFiles();
            forest.engine().files(files);
            RecordId tree = KEEPER.run(() -> forest.trees().create(Forest.tree("oak"))).id();
            RecordId plan = GUEST.run(() -> files.keep("plan.pdf", new java.io.ByteArrayInputStream(new byte[] {1}), null)).id();
            RecordId foreign = KEEPER.run(() -> files.keep("foreign.pdf", new java.io.ByteArrayInputStream(new byte[] {2}), null)).id();

            refused(() -> GUEST.run(() -> forest.engine().comments().add(TREE, tree, "look", List.of(plan, foreign))), Kind.INVALID);
            assertThat(forest.count("records_comment")).isZero();
            Comment said = GUEST.run(() -> forest.engine().comments().add(TREE, tree, "", List.of(plan))).comment();
            assertThat(files.find(plan).orElseThrow().owner().target()).isEqualTo(tree.value());
            assertThat(KEEPER.run(() -> forest.engine().stream(files).page(TREE, tree, java.util.Set.of(org.tenon.records.log.EntryKind.COMMENT), false, 5, null)).toString())
                    .contains("plan.pdf");
            GUEST.run(() -> {
                forest.engine().comments().remove(TREE, tree, new RecordId(said.id()));
                return true;
            });
            assertThat(files.find(plan)).isEmpty();
        }
    }

    @BothDatabases
    void onlyWhoMayReadTheRecordIsToldOfAMention(TestDatabase database) {
        try (Forest forest = forest(database)) {
            RecordId tree = tree(forest);
            String body = "@[%s] @[%s] 请跟进 @[%s]".formatted(id(GUEST), id(STRANGER), id(KEEPER));
            Said said = KEEPER.run(() -> forest.engine().comments().add(TREE, tree, body));
            assertThat(said.unreached()).containsExactly(STRANGER.memberId());

            assertThat(unread(forest, GUEST)).isEqualTo(1);
            assertThat(unread(forest, STRANGER)).isZero();
            assertThat(unread(forest, KEEPER)).isZero();
            Map<String, Object> mention = mentions(forest, GUEST).get(0);
            assertThat(mention).containsEntry("body", body).containsEntry("read", false);
            assertThat((Map<?, ?>) mention.get("record")).isEqualTo(Map.of("type", TREE, "id", tree.toString(), "title", "oak"));

            forest.engine().grant(GUEST.memberId(), Grants.NONE, null);
            assertThat(mentions(forest, GUEST).get(0)).containsEntry("body", null)
                    .extracting("record").isEqualTo(Map.of("type", TREE, "id", tree.toString(), "title", "***"));
            run(STRANGER, () -> forest.engine().mentions().read(RecordId.of((String) mention.get("id"))));
            assertThat(unread(forest, GUEST)).as("nobody marks the mention of another").isEqualTo(1);
            run(GUEST, () -> forest.engine().mentions().read(RecordId.of((String) mention.get("id"))));
            assertThat(unread(forest, GUEST)).isZero();
        }
    }

    @BothDatabases
    void rewritingAndRemovingTakeMentionsAlong(TestDatabase database) {
        try (Forest forest = forest(database)) {
            RecordId tree = tree(forest);
            Comments comments = forest.engine().comments();
            RecordId id = new RecordId(KEEPER.run(() -> comments.add(TREE, tree, "@[" + id(GUEST) + "]")).comment().id());
            KEEPER.run(() -> comments.rewrite(TREE, tree, id, "nobody"));
            assertThat(unread(forest, GUEST)).isZero();
            KEEPER.run(() -> comments.rewrite(TREE, tree, id, "again @[" + id(GUEST) + "]"));
            assertThat(unread(forest, GUEST)).isEqualTo(1);

            refused(() -> run(GUEST, () -> comments.remove(TREE, tree, id)), Kind.FORBIDDEN);
            run(KEEPER, () -> comments.remove(TREE, tree, id));
            assertThat(unread(forest, GUEST)).isZero();
            assertThat(comments.of(List.of(id.value())).get(id.value())).satisfies(gone -> {
                assertThat(gone.removed()).isTrue();
                assertThat(gone.body()).isEmpty();
            });
            refused(() -> KEEPER.run(() -> comments.rewrite(TREE, tree, id, "back")), Kind.NOT_FOUND);
            RecordId guests = new RecordId(GUEST.run(() -> comments.add(TREE, tree, "rude")).comment().id());
            run(KEEPER, () -> comments.remove(TREE, tree, guests));
        }
    }

    @BothDatabases
    void whoeverMayChangeTheRecordPins(TestDatabase database) {
        try (Forest forest = forest(database)) {
            RecordId tree = tree(forest);
            Comments comments = forest.engine().comments();
            RecordId id = new RecordId(GUEST.run(() -> comments.add(TREE, tree, "note")).comment().id());
            refused(() -> GUEST.run(() -> comments.pin(TREE, tree, id, true)), Kind.FORBIDDEN);
            assertThat(KEEPER.run(() -> comments.pin(TREE, tree, id, true)).pinned()).isTrue();
            assertThat(KEEPER.run(() -> comments.pin(TREE, tree, id, false)).pinned()).isFalse();
        }
    }

    @BothDatabases
    void emptyLongAndLateCommentsAreRefused(TestDatabase database) {
        try (Forest forest = forest(database)) {
            RecordId tree = tree(forest);
            Comments comments = forest.engine().comments();
            refused(() -> KEEPER.run(() -> comments.add(TREE, tree, " \n ")), Kind.INVALID);
            refused(() -> KEEPER.run(() -> comments.add(TREE, tree, null)), Kind.INVALID);
            refused(() -> KEEPER.run(() -> comments.add(TREE, tree, "x".repeat(10_001))), Kind.INVALID);
            KEEPER.run(() -> comments.add(TREE, tree, "好".repeat(10_000)));
            run(KEEPER, () -> forest.trees().delete(tree, null));
            refused(() -> KEEPER.run(() -> comments.add(TREE, tree, "late")), Kind.NOT_FOUND);
            assertThat(forest.count("records_comment")).isEqualTo(1);
        }
    }

    private static Forest forest(TestDatabase database) {
        Forest forest = new Forest(database);
        forest.engine().grant(STRANGER.memberId(), new Grants(false, List.of(new RecordGrant("Own", TREE, "read", Scope.OWN, Set.of()),
                new RecordGrant("Own", TREE, "create", Scope.OWN, Set.of())), List.of(), Set.of(), Set.of(), Set.of()), null);
        return forest;
    }

    private static RecordId tree(Forest forest) {
        return KEEPER.run(() -> forest.trees().create(Forest.tree("oak"))).id();
    }

    private static String id(Caller member) {
        return RecordId.text(member.memberId());
    }

    private static int unread(Forest forest, Caller member) {
        return (Integer) member.run(() -> forest.engine().mentions().page(true, 10, null)).get("unread");
    }

    @SuppressWarnings("unchecked") // as built
    private static List<Map<String, Object>> mentions(Forest forest, Caller member) {
        return (List<Map<String, Object>>) member.run(() -> forest.engine().mentions().page(false, 10, null)).get("items");
    }

    private static void run(Caller member, Runnable work) {
        member.run(() -> {
            work.run();
            return true;
        });
    }

    private static void refused(ThrowingCallable call, Kind kind) {
        assertThatThrownBy(call).isInstanceOfSatisfying(TenonException.class, e -> assertThat(e.kind()).as(e.getMessage()).isEqualTo(kind));
    }
}
