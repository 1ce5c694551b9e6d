package org.tenon.records.write;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tenon.records.model.RecordModel;
import org.tenon.records.policy.Row;
import org.tenon.records.policy.TypeAccess;
import org.tenon.records.query.Binds;
import org.tenon.records.write.Rows.Stored;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.BaseRecord;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordView;

/** Writes records of any type: policy, rules, storage and history in one transaction. Safe for all threads. */
final class RecordEngine {

    private static final int AT_ONCE = 256;

    private final Writing writing;
    private final Rows rows;
    private final Filling filling;
    private final Storing storing;
    private final Conflicts conflicts;

    RecordEngine(Writing writing) {
        this.writing = writing;
        this.rows = new Rows(writing.db());
        this.filling = new Filling(writing, new VisibleReferences(writing, rows));
        this.storing = new Storing(writing);
        this.conflicts = new Conflicts(writing);
    }

    /** @param repeating whether it may have values that no two records may have */
    RecordView create(RecordModel model, Map<String, ?> values, boolean repeating) {
        return writing.tx().required(() -> {
            Draft draft = draft(model, values, filling, refusals(model), repeating);
            storing.create(List.of(draft));
            return writing.reader().view(model, new RecordId(draft.item().id()));
        });
    }

    /** A new record, filled and checked, not stored. @throws TenonException INVALID, FORBIDDEN */
    Draft draft(RecordModel model, Map<String, ?> values, Filling with, Refusals refusals, boolean repeating) {
        Caller caller = Caller.current();
        TypeAccess access = writing.policy().require(caller, model.info(), "create");
        Draft draft = Draft.fresh(model, RecordId.next().value());
        if (repeating) {
            draft.repeat();
        }
        with.fill(draft, values, access, refusals);
        with.initial(draft, values, refusals);
        with.own(draft, values);
        with.check(draft, true, refusals);
        if (!writing.policy().allows(caller, model.info(), "create", Row.of(draft.item()))) {
            throw TenonException.forbidden(writing.labels().text("records", "problem.scope", caller.locale()));
        }
        return draft;
    }

    /** @param as what the history calls it @param repeating whether it may get values that no two records may have */
    RecordView update(RecordModel model, RecordId id, int version, Map<String, ?> patch, String as, boolean repeating) {
        return writing.tx().required(() -> {
            Draft draft = open(model, id, "update", false);
            TypeAccess access = writing.policy().access(Caller.current(), model.info());
            if (draft.item().version() != version) {
                throw conflicts.stale(draft, version, patch, access);
            }
            if (repeating) {
                draft.repeat();
            }
            Refusals refusals = refusals(model);
            filling.fill(draft, patch, access, refusals);
            filling.check(draft, false, refusals);
            storing.update(draft, as);
            return writing.reader().view(model, id);
        });
    }

    <R extends BaseRecord> RecordView change(RecordModel model, Class<R> type, RecordId id, String action, Consumer<R> how) {
        return writing.tx().required(() -> {
            Draft draft = open(model, id, action, false);
            how.accept(type.cast(draft.item()));
            filling.check(draft, false, refusals(model));
            storing.update(draft, action);
            return writing.reader().view(model, id);
        });
    }

    void delete(RecordModel model, RecordId id, @Nullable Integer version) {
        writing.tx().run(() -> {
            Draft draft = open(model, id, "delete", false);
            if (version != null && draft.item().version() != version) {
                throw conflicts.stale(draft, version, Map.of(), writing.policy().access(Caller.current(), model.info()));
            }
            discard(draft);
            storing.update(draft, "delete");
        });
    }

    /** Marks a loaded record as lying in the recycle bin; the rules agree. */
    void discard(Draft draft) {
        writing.rules().of(draft.model().entity()).beforeDelete(draft.item());
        long member = Caller.current().memberId();
        draft.set("deletedAt", writing.now());
        draft.set("deletedBy", member == 0 ? null : member);
        draft.set("deletedToken", draft.item().id());
    }

    /** Marks a loaded record as living again. */
    void recover(Draft draft) {
        draft.set("deletedAt", null);
        draft.set("deletedBy", null);
        draft.set("deletedToken", 0L);
    }

    /** The records of these ids, as they stand in the database. @param stored what was read when they were locked, by id */
    List<BaseRecord> load(RecordModel model, Map<Long, Stored> stored) {
        List<BaseRecord> items = new ArrayList<>();
        List<Long> ids = List.copyOf(stored.keySet());
        EntityManager unit = model.unit().entityManager();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<Long> some = Binds.padded(ids.subList(from, Math.min(ids.size(), from + AT_ONCE)));
            String all = "SELECT r FROM " + unit.getMetamodel().entity(model.entity()).getName() + " r WHERE r.id IN :ids";
            items.addAll(unit.createQuery(all, model.entity()).setParameter("ids", some).getResultList());
        }
        items.stream().filter(item -> item.version() != stored.get(item.id()).version()).forEach(unit::refresh);
        return items;
    }

    RecordView restore(RecordModel model, RecordId id) {
        return writing.tx().required(() -> {
            Draft draft = open(model, id, "delete", true);
            recover(draft);
            filling.returning(draft, refusals(model));
            storing.update(draft, "restore");
            return writing.reader().view(model, id);
        });
    }

    <R extends BaseRecord> Optional<R> find(RecordModel model, Class<R> type, RecordId id) {
        return writing.tx().required(() -> {
            writing.touches().add();
            if (writing.touches().isPending(model.name(), id.value())) {
                return Optional.empty();
            }
            R item = model.unit().entityManager().find(type, id.value());
            boolean seen = item != null && !item.deleted() && writing.policy().allows(Caller.current(), model.info(), "read", Row.of(item));
            return seen ? Optional.of(item) : Optional.empty();
        });
    }

    /** Whose the record is, if the caller may read it; of deleted ones too. @throws TenonException NOT_FOUND */
    Row readable(RecordModel model, RecordId id) {
        Row row = rows.peek(model, id.value()).map(Stored::row).orElseThrow(() -> missing(model, id));
        writing.policy().require(Caller.current(), model.info(), "read", row);
        return row;
    }

    /** Locks and loads a record that the caller may do this with. @param deleted whether one in the recycle bin is meant */
    private Draft open(RecordModel model, RecordId id, String action, boolean deleted) {
        Stored stored = rows.lock(model, id.value()).orElseThrow(() -> missing(model, id));
        if (stored.deleted() && !deleted) {
            throw missing(model, id);
        }
        writing.policy().require(Caller.current(), model.info(), action, stored.row());
        if (!stored.deleted() && deleted) {
            throw TenonException.conflict(model.name() + " " + id + " is not in the recycle bin");
        }
        BaseRecord item = model.unit().entityManager().find(model.entity(), id.value());
        if (item.version() != stored.version()) {
            model.unit().entityManager().refresh(item);
        }
        return Draft.stored(model, item);
    }

    Refusals refusals(RecordModel model) {
        return new Refusals(writing.labels(), model.info().area(), Caller.current().locale());
    }

    private static TenonException missing(RecordModel model, RecordId id) {
        return TenonException.notFound("no " + model.name() + " " + id);
    }
}
