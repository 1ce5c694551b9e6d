package org.tenon.records.access;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.tenon.records.access.MatrixWorld.Case;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.Change;
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
    GET('r', (world, at) -> store(world, at).get(at.id()).json().get("name").equals(at.name())),
    GET_MANY('r', (world, at) -> !store(world, at).get(List.of(at.id())).isEmpty()),
    FIND('r', (world, at) -> store(world, at).find(at.id()).isPresent()),
    TIMELINE('r', (world, at) -> !store(world, at).timeline(at.id(), 5, null).items().isEmpty()),
    EXPLANATION('r', (world, at) -> Boolean.TRUE.equals(((Map<?, ?>) store(world, at).access(at.id()).get("read")).get("allowed"))),
    LIVE_EVENT('r', (world, at) -> world.engine().changes().visible(at.caller(), change(world, at))),
    REFERENCE_LABEL('r', (world, at) -> label(world.engine().records().of("sample.tree").get(at.referring()), at).equals(at.name())),
    REFERENCE_LABEL_IN_LIST('r', (world, at) -> world.engine().records().of("sample.tree").page(RecordQuery.first(200)).items().stream()
            .filter(view -> view.id().equals(at.referring())).anyMatch(view -> label(view, at).equals(at.name()))),
    DUPLICATE_HIT('r', (world, at) -> at.type().equals("sample.leaf") ? !store(world, at).get(List.of(at.id())).isEmpty()
            : world.engine().duplicates().of(world.engine().models().require(at.type()), Map.of("name", at.name(), "code", at.name()), 0).stream()
                    .anyMatch(hit -> at.id().toString().equals(hit.get("id")) && at.name().equals(hit.get("title")))),
    EXPORT('x', (world, at) -> Long.valueOf(1).equals(Long.valueOf(String.valueOf(world.export(at.type(), named(at)).get("rows"))))),
    TEAM_LIST('r', (world, at) -> world.engine().openings().list(true, at.type(), at.id()).containsKey("items")),
    UPDATE('u', (world, at) -> store(world, at).update(at.id(), version(world, at), Map.of("phones", List.of(Map.of("kind", "office", "value", "021-63583907")))).version() > 0),
    CHANGE('u', (world, at) -> store(world, at).change(at.id(), "update", item -> { }).version() > 0),
    OFFERED_UPDATE('u', (world, at) -> ((List<?>) store(world, at).get(at.id()).json().get("_can")).contains("update")),
    OFFERED_DELETE('d', (world, at) -> ((List<?>) store(world, at).get(at.id()).json().get("_can")).contains("delete")),
    BULK_UPDATE('u', (world, at) -> one(world.bulk(at.type(), "update", named(at), Map.of("emails", List.of(Map.of("kind", "work", "value", "a@b.example")))))),
    IMPORT_UPDATE('u', (world, at) -> world.importUpdate(at.type(), "name,emails\n" + at.name() + ",b@b.example\n")),
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
        return id == null ? null : org.tenon.sdk.record.RecordId.of((String) id).value();
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
