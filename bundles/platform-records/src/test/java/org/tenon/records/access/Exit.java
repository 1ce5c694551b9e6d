package org.tenon.records.access;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.tenon.records.access.MatrixWorld.Case;
import org.tenon.records.standalone.StandaloneRecords;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.Change;
import org.tenon.sdk.record.RecordPage;
import org.tenon.sdk.record.RecordQuery;
import org.tenon.sdk.record.RecordStore;
import org.tenon.sdk.record.RecordView;

/** A way out of, or into, a record. Each says whether it led the caller to the record, and asks for one right. */
enum Exit {

    LIST('r', (engine, at) -> shows(store(engine, at).page(RecordQuery.first(200)), at)),
    LIST_BY_NAME('r', (engine, at) -> shows(store(engine, at).page(RecordQuery.first(200).sortedBy("name")), at)),
    LIST_BACKWARDS('r', (engine, at) -> shows(store(engine, at).page(RecordQuery.first(200).sortedBy("-name")), at)),
    TOTAL('r', (engine, at) -> store(engine, at).page(new RecordQuery(named(at), null, 1, null, List.of(), null, true, false)).total().count() == 1),
    FILTER('r', (engine, at) -> shows(store(engine, at).page(RecordQuery.first(5).where(named(at))), at)),
    TITLE_SEARCH('r', (engine, at) -> shows(store(engine, at).page(new RecordQuery(null, "name", 5, null, List.of(), at.name(), false, false)), at)),
    GROUPS('r', (engine, at) -> engine.groups(at.type(), "ownerId", RecordQuery.first(1).where(named(at))).stream().anyMatch(group -> group.count() == 1)),
    GET('r', (engine, at) -> store(engine, at).get(at.id()).json().get("name").equals(at.name())),
    GET_MANY('r', (engine, at) -> !store(engine, at).get(List.of(at.id())).isEmpty()),
    FIND('r', (engine, at) -> store(engine, at).find(at.id()).isPresent()),
    TIMELINE('r', (engine, at) -> !store(engine, at).timeline(at.id(), 5, null).items().isEmpty()),
    EXPLANATION('r', (engine, at) -> Boolean.TRUE.equals(((Map<?, ?>) store(engine, at).access(at.id()).get("read")).get("allowed"))),
    LIVE_EVENT('r', (engine, at) -> engine.changes().visible(at.caller(), change(engine, at))),
    REFERENCE_LABEL('r', (engine, at) -> label(engine.records().of("sample.tree").get(at.referring()), at).equals(at.name())),
    REFERENCE_LABEL_IN_LIST('r', (engine, at) -> engine.records().of("sample.tree").page(RecordQuery.first(200)).items().stream()
            .filter(view -> view.id().equals(at.referring())).anyMatch(view -> label(view, at).equals(at.name()))),
    TEAM_LIST('r', (engine, at) -> engine.openings().list(true, at.type(), at.id()).containsKey("items")),
    UPDATE('u', (engine, at) -> store(engine, at).update(at.id(), version(engine, at), Map.of("phones", List.of(Map.of("kind", "office", "value", "021-63583907")))).version() > 0),
    CHANGE('u', (engine, at) -> store(engine, at).change(at.id(), "update", item -> { }).version() > 0),
    OFFERED_UPDATE('u', (engine, at) -> ((List<?>) store(engine, at).get(at.id()).json().get("_can")).contains("update")),
    OFFERED_DELETE('d', (engine, at) -> ((List<?>) store(engine, at).get(at.id()).json().get("_can")).contains("delete")),
    DELETE('d', (engine, at) -> {
        store(engine, at).delete(at.id(), null);
        return true;
    }),
    RECYCLE_BIN('d', (engine, at) -> {
        if (MatrixWorld.SYSTEM.run(() -> store(engine, at).get(List.of(at.id()))).size() == 1) {
            MatrixWorld.SYSTEM.run(() -> delete(engine, at));
        }
        return shows(store(engine, at).page(new RecordQuery(null, null, 200, null, List.of(), null, false, true)), at);
    }),
    RESTORE('d', (engine, at) -> store(engine, at).restore(at.id()).version() > 0);

    private final char right;
    private final BiPredicate<StandaloneRecords, Case> way;

    Exit(char right, BiPredicate<StandaloneRecords, Case> way) {
        this.right = right;
        this.way = way;
    }

    boolean expected(MatrixRow row) {
        return row.rights().indexOf(right) >= 0;
    }

    /** Whether it leads to the record; NOT_FOUND and FORBIDDEN are a no. */
    boolean leads(StandaloneRecords engine, Case at) {
        try {
            return at.caller().run(() -> way.test(engine, at));
        } catch (TenonException refusal) {
            if (refusal.kind() == Kind.NOT_FOUND || refusal.kind() == Kind.FORBIDDEN) {
                return false;
            }
            throw refusal;
        }
    }

    private static RecordStore<?> store(StandaloneRecords engine, Case at) {
        return engine.records().of(at.type());
    }

    private static boolean shows(RecordPage page, Case at) {
        return page.items().stream().anyMatch(view -> view.id().equals(at.id()));
    }

    private static Object named(Case at) {
        return Map.of("==", Arrays.asList(Map.of("var", "name"), at.name()));
    }

    private static Change change(StandaloneRecords engine, Case at) {
        Object owner = MatrixWorld.SYSTEM.run(() -> store(engine, at).get(at.id())).json().get("ownerId");
        Object department = MatrixWorld.SYSTEM.run(() -> store(engine, at).get(at.id())).json().get("departmentId");
        return new Change(1, at.type(), at.id().value(), "update", 1, number(owner), number(department), 0, java.time.LocalDateTime.now(), "[]");
    }

    private static Long number(Object id) {
        return id == null ? null : org.tenon.sdk.record.RecordId.of((String) id).value();
    }

    private static String label(RecordView view, Case at) {
        return String.valueOf(((Map<?, ?>) view.json().get("_labels")).get(at.refers()));
    }

    private static int version(StandaloneRecords engine, Case at) {
        return MatrixWorld.SYSTEM.run(() -> store(engine, at).get(at.id())).version();
    }

    private static boolean delete(StandaloneRecords engine, Case at) {
        store(engine, at).delete(at.id(), null);
        return true;
    }
}
