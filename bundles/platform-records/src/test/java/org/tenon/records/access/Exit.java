package org.tenon.records.access;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.tenon.records.access.MatrixWorld.Case;
import org.tenon.records.log.EntryKind;
import org.tenon.records.merge.Merges;
import org.tenon.records.views.Definition;
import org.tenon.records.views.ViewWish;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.Change;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordPage;
import org.tenon.sdk.record.RecordQuery;
import org.tenon.sdk.record.RecordStore;
import org.tenon.sdk.record.RecordView;

/** A way out of, or into, a record. Each says whether it led the caller to the record, and asks for one right. */
enum Exit {

    LIST('r', (world, at) -> shows(store(world, at).page(RecordQuery.first(200)), at)),
    LIST_BY_NAME('r', (world, at) -> shows(store(world, at).page(RecordQuery.first(200).sortedBy("name")), at)),
    LIST_BACKWARDS('r', (world, at) -> shows(store(world, at).page(RecordQuery.first(200).sortedBy("-name")), at)),
    TOTAL('r', (world, at) -> store(world, at).page(new RecordQuery(named(at), null, 1, null, List.of(), null, true, false)).total().count() == 1),
    FILTER('r', (world, at) -> shows(store(world, at).page(RecordQuery.first(5).where(named(at))), at)),
    TITLE_SEARCH('r', (world, at) -> shows(store(world, at).page(new RecordQuery(null, "name", 5, null, List.of(), at.name(), false, false)), at)),
    GROUPS('r', (world, at) -> world.engine().groups(at.type(), "ownerId", RecordQuery.first(1).where(named(at))).stream().anyMatch(group -> group.count() == 1)),
    LIST_BY_WORDS('r', (world, at) -> shows(world.searched(at.type(), at.name()), at)),
    SEARCH('r', (world, at) -> world.found(at.type(), at.name()).stream().anyMatch(view -> view.id().equals(at.id()))),
    OPTIONS('r', (world, at) -> world.engine().options().options(at.type(), at.name(), 50).get("items").toString().contains(at.name())),
    VIEW_OF_ANOTHER('r', (world, at) -> {
        RecordId view = RecordId.of((String) MatrixWorld.SYSTEM.run(() -> world.engine().views().create(new ViewWish(at.type(), null, at.name() + RecordId.next(),
                named(at), List.of(new Definition.Column("name", null)), null, null, null, new ViewWish.Sharing(true, null, null), null)).get("id")));
        Object filter = world.engine().views().definition(world.engine().models().require(at.type()), view).condition();
        return shows(store(world, at).page(RecordQuery.first(5).where(filter)), at);
    }),
    GET('r', (world, at) -> store(world, at).get(at.id()).json().get("name").equals(at.name())),
    GET_MANY('r', (world, at) -> !store(world, at).get(List.of(at.id())).isEmpty()),
    FIND('r', (world, at) -> store(world, at).find(at.id()).isPresent()),
    TIMELINE('r', (world, at) -> !store(world, at).timeline(at.id(), 5, null).items().isEmpty()),
    STREAM('r', (world, at) -> !items(world, at, EntryKind.CHANGE).isEmpty()),
    COMMENT('r', (world, at) -> world.engine().comments().add(at.type(), at.id(), "seen").comment().id() > 0),
    COMMENTS('r', (world, at) -> {
        MatrixWorld.SYSTEM.run(() -> world.engine().comments().add(at.type(), at.id(), "between us"));
        return items(world, at, EntryKind.COMMENT).toString().contains("between us");
    }),
    FILES('r', (world, at) -> {
        MatrixWorld.SYSTEM.run(() -> world.engine().attachments(world.files()).add(at.type(), at.id(), world.upload()));
        return items(world, at, EntryKind.FILE).toString().contains("plan.pdf");
    }),
    ATTACH('u', (world, at) -> world.engine().attachments(world.files()).add(at.type(), at.id(), world.upload()).owner() != null),
    EXPLANATION('r', (world, at) -> Boolean.TRUE.equals(((Map<?, ?>) store(world, at).access(at.id()).get("read")).get("allowed"))),
    LIVE_EVENT('r', (world, at) -> world.engine().changes().visible(at.caller(), change(world, at))),
    REFERENCE_LABEL('r', (world, at) -> label(world.engine().records().of("sample.tree").get(at.referring()), at).equals(at.name())),
    REFERENCE_LABEL_IN_LIST('r', (world, at) -> world.engine().records().of("sample.tree").page(RecordQuery.first(200)).items().stream()
            .filter(view -> view.id().equals(at.referring())).anyMatch(view -> label(view, at).equals(at.name()))),
    DUPLICATE_HIT('r', (world, at) -> at.type().equals("sample.leaf") ? !store(world, at).get(List.of(at.id())).isEmpty()
            : world.engine().duplicates().of(world.engine().models().require(at.type()), Map.of("name", at.name(), "code", at.name()), 0).stream()
                    .anyMatch(hit -> at.id().toString().equals(hit.get("id")) && at.name().equals(hit.get("title")))),
    NAMED_IN_ANOTHER('r', (world, at) -> {
        int version = MatrixWorld.SYSTEM.run(() -> world.engine().records().of("sample.tree").get(at.referring())).version();
        try {
            return world.engine().records().of("sample.tree").update(at.referring(), version, Map.of("about", Map.of("type", at.type(), "id", at.id().toString()))).version() > 0;
        } catch (TenonException refusal) {
            return !refusal.errors().get(0).code().equals("reference");
        }
    }),
    MERGE_PREVIEW('r', (world, at) -> world.engine().mergeViews().preview(at.type(), List.of(at.id(), at.twin())).toString().contains(at.name())),
    MERGES_INTO('r', (world, at) -> world.engine().mergeViews().into(at.type(), at.id()) != null),
    EXPORT('x', (world, at) -> Long.valueOf(1).equals(Long.valueOf(String.valueOf(world.export(at.type(), named(at)).get("rows"))))),
    TEAM_LIST('r', (world, at) -> world.engine().openings().list(true, at.type(), at.id()).containsKey("items")),
    SHARE_LIST('r', (world, at) -> world.engine().openings().list(false, at.type(), at.id()).containsKey("items")),
    BULK_REFUSAL_LABEL('r', (world, at) -> world.refused(at.type(), at.id()).toString().contains(at.name())),
    CONFLICT('u', (world, at) -> {
        try {
            return store(world, at).update(at.id(), version(world, at) + 1, Map.of("name", "x")).version() < 0;
        } catch (TenonException refusal) {
            if (refusal.kind() != Kind.STALE) {
                throw refusal;
            }
            return refusal.details().toString().contains(at.name());
        }
    }),
    UPDATE('u', (world, at) -> store(world, at).update(at.id(), version(world, at), Map.of("phones", List.of(Map.of("kind", "office", "value", "021-63583907")))).version() > 0),
    CHANGE('u', (world, at) -> store(world, at).change(at.id(), "update", item -> { }).version() > 0),
    OFFERED_UPDATE('u', (world, at) -> ((List<?>) store(world, at).get(at.id()).json().get("_can")).contains("update")),
    OFFERED_DELETE('d', (world, at) -> ((List<?>) store(world, at).get(at.id()).json().get("_can")).contains("delete")),
    BULK_UPDATE('u', (world, at) -> one(world.bulk(at.type(), "update", named(at), Map.of("emails", List.of(Map.of("kind", "work", "value", "a@b.example")))))),
    IMPORT_UPDATE('u', (world, at) -> world.importUpdate(at.type(), "name,emails\n" + at.name() + ",b@b.example\n")),
    MERGE('d', (world, at) -> {
        RecordId merge = world.engine().merges().merge(at.type(), new Merges.Part(at.id(), version(world, at)),
                List.of(new Merges.Part(at.twin(), MatrixWorld.SYSTEM.run(() -> store(world, at).get(at.twin())).version())), Map.of());
        return MatrixWorld.SYSTEM.run(() -> world.engine().merges().undo(merge)) != null;
    }),
    BULK_DELETE('d', (world, at) -> {
        boolean deleted = one(world.bulk(at.type(), "delete", named(at), Map.of()));
        return deleted && MatrixWorld.SYSTEM.run(() -> store(world, at).restore(at.id()).version() > 0);
    }),
    DELETE('d', (world, at) -> {
        store(world, at).delete(at.id(), null);
        return true;
    }),
    RECYCLE_BIN('d', (world, at) -> {
        if (MatrixWorld.SYSTEM.run(() -> store(world, at).get(List.of(at.id()))).size() == 1) {
            MatrixWorld.SYSTEM.run(() -> delete(world, at));
        }
        return shows(store(world, at).page(new RecordQuery(null, null, 200, null, List.of(), null, false, true)), at);
    }),
    RESTORE('d', (world, at) -> store(world, at).restore(at.id()).version() > 0);

    private final char right;
    private final BiPredicate<MatrixWorld, Case> way;

    Exit(char right, BiPredicate<MatrixWorld, Case> way) {
        this.right = right;
        this.way = way;
    }

    boolean expected(MatrixRow row) {
        return row.rights().indexOf(right) >= 0;
    }

    /** Whether it leads to the record; NOT_FOUND and FORBIDDEN are a no. */
    boolean leads(MatrixWorld world, Case at) {
        try {
            return at.caller().run(() -> way.test(world, at));
        } catch (TenonException refusal) {
            if (refusal.kind() == Kind.NOT_FOUND || refusal.kind() == Kind.FORBIDDEN) {
                return false;
            }
            throw refusal;
        }
    }

    private static List<?> items(MatrixWorld world, Case at, EntryKind kind) {
        return (List<?>) world.engine().stream(world.files()).page(at.type(), at.id(), Set.of(kind), false, 50, null).get("items");
    }

    private static RecordStore<?> store(MatrixWorld world, Case at) {
        return world.engine().records().of(at.type());
    }

    private static boolean shows(RecordPage page, Case at) {
        return page.items().stream().anyMatch(view -> view.id().equals(at.id()));
    }

    private static Object named(Case at) {
        return Map.of("==", Arrays.asList(Map.of("var", "name"), at.name()));
    }

    private static Change change(MatrixWorld world, Case at) {
        Object owner = MatrixWorld.SYSTEM.run(() -> store(world, at).get(at.id())).json().get("ownerId");
        Object department = MatrixWorld.SYSTEM.run(() -> store(world, at).get(at.id())).json().get("departmentId");
        return new Change(1, at.type(), at.id().value(), "update", 1, number(owner), number(department), 0, java.time.LocalDateTime.now(), "[]");
    }

    private static Long number(Object id) {
        return id == null ? null : RecordId.of((String) id).value();
    }

    private static String label(RecordView view, Case at) {
        return String.valueOf(((Map<?, ?>) view.json().get("_labels")).get(at.refers()));
    }

    private static int version(MatrixWorld world, Case at) {
        return MatrixWorld.SYSTEM.run(() -> store(world, at).get(at.id())).version();
    }

    private static boolean one(Map<String, Object> result) {
        return "1".equals(String.valueOf(result.get("changed")));
    }

    private static boolean delete(MatrixWorld world, Case at) {
        store(world, at).delete(at.id(), null);
        return true;
    }
}
