package org.tenon.records.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.records.policy.Row;
import org.tenon.records.policy.TypeAccess;
import org.tenon.records.write.Checked.Write;
import org.tenon.records.write.Rows.Stored;
import org.tenon.sdk.FieldError;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;

/**
 * Writes many records with few statements: each is checked for itself, then all that passed are stored together. For one thread; everything
 * between two calls of {@link #forget} belongs into one transaction, which whoever uses this keeps.
 */
public final class RecordBatches {

    /** A record that was written. */
    public record Written(String type, long id, int version) {
    }

    /** What a record is refused for; anything else ends the whole. */
    private static final Set<Kind> REFUSALS = Set.of(Kind.INVALID, Kind.CONFLICT, Kind.FORBIDDEN, Kind.NOT_FOUND);

    private final Writing writing;
    private final RecordEngine engine;
    private final Storing storing;
    private final Filling filling;
    private final Rows rows;
    private final VisibleReferences visible;
    private final BatchReferences references;
    private final Map<String, Map<Long, Draft>> open = new HashMap<>();
    private final Map<RecordModel, UniqueKeys> unique = new HashMap<>();
    private boolean repeating;

    RecordBatches(Writing writing, RecordEngine engine) {
        this.writing = writing;
        this.engine = engine;
        this.storing = new Storing(writing);
        this.rows = new Rows(writing.db());
        this.visible = new VisibleReferences(writing, rows);
        this.references = new BatchReferences(visible);
        this.filling = new Filling(writing, references);
    }

    /**
     * Lets records that are checked from now on have values that no two records may have.
     *
     * @throws TenonException FORBIDDEN for who may not decide that
     */
    public void repeat() {
        writing.requireOverride();
        repeating = true;
    }

    /** Collects errors in the caller's language, for {@link #check} and {@link #change}. */
    public Refusals refusals(RecordModel model) {
        return engine.refusals(model);
    }

    /** Looks up at once which of these records a field may refer to; others are looked up one by one when a value names them. */
    public void refer(FieldModel field, RecordModel to, Collection<Long> ids) {
        visible.among(field.type(), to, ids).forEach((id, exists) -> references.known(field.type(), to.name(), id, exists));
    }

    /** Says what records are to get that are checked next, so that two who write many wait for each other in one order. @param values in JSON form */
    public void expect(RecordModel model, List<? extends Map<String, ?>> values) {
        filling.expect(model, values);
    }

    /**
     * Checks the values of a new record as {@code create} does, and its rules.
     *
     * @param refusals what was refused before, by whoever made the values
     * @throws TenonException of other kinds than INVALID, CONFLICT, FORBIDDEN and NOT_FOUND
     */
    public Checked check(RecordModel model, Map<String, ?> values, Refusals refusals) {
        long touches = writing.touches().count();
        try {
            Draft draft = engine.draft(model, values, filling, refusals, repeating);
            references.coming(model.name(), draft.item().id());
            filling.coming(draft, true);
            writing.touches().pending(model.name(), draft.item().id());
            return Checked.passed(draft, Write.CREATE);
        } catch (TenonException e) {
            return refused(Write.CREATE, e, refusals.isEmpty() || refusals.thrown() || touches != writing.touches().count());
        }
    }

    /** Locks and loads the living records of these ids that the caller may see, for {@link #change} and {@link #remove}. */
    public void open(RecordModel model, Collection<Long> ids) {
        open(model, ids, false);
    }

    /** The same for records in the recycle bin, for {@link #restore}. */
    public void openDeleted(RecordModel model, Collection<Long> ids) {
        open(model, ids, true);
    }

    private void open(RecordModel model, Collection<Long> ids, boolean deleted) {
        Map<Long, Draft> drafts = open.computeIfAbsent(model.name(), name -> new HashMap<>());
        Map<Long, Stored> stored = rows.lock(model, ids.stream().filter(id -> !drafts.containsKey(id)).toList());
        stored.values().removeIf(row -> row.deleted() != deleted);
        stored.keySet().retainAll(writing.policy().readable(Caller.current(), model.info(), stored.values().stream().map(Stored::row).toList()));
        engine.load(model, stored).forEach(item -> drafts.put(item.id(), Draft.stored(model, item)));
    }

    /** The version of an opened record; empty if there is none, or none the caller may see. */
    public OptionalInt version(RecordModel model, RecordId id) {
        Draft draft = find(model, id);
        return draft == null ? OptionalInt.empty() : OptionalInt.of(draft.item().version());
    }

    /** The JSON form of what a field of an opened record holds; null for an empty one and for a record that is not open. */
    public @Nullable Object value(RecordModel model, RecordId id, FieldModel field) {
        Draft draft = find(model, id);
        return draft == null ? null : Attributes.json(field, draft.get(field.name()));
    }

    /**
     * Checks a change of an opened record as {@code update} does. In one batch a record is changed or removed once.
     *
     * @param patch JSON values; null empties a field
     */
    public Checked change(RecordModel model, RecordId id, Map<String, ?> patch, Refusals refusals) {
        return opened(model, id, "update", Write.UPDATE, draft -> {
            TypeAccess access = writing.policy().access(Caller.current(), model.info());
            if (repeating) {
                draft.repeat();
            }
            filling.fill(draft, patch, access, refusals);
            filling.check(draft, false, refusals);
            filling.coming(draft, false);
        });
    }

    /** Checks that an opened record may go into the recycle bin. */
    public Checked remove(RecordModel model, RecordId id) {
        return opened(model, id, "delete", Write.DELETE, engine::discard);
    }

    /** Checks that a record opened with {@link #openDeleted} may leave the recycle bin. */
    public Checked restore(RecordModel model, RecordId id) {
        return opened(model, id, "delete", Write.RESTORE, draft -> {
            engine.recover(draft);
            filling.returning(draft, refusals(model));
            filling.coming(draft, true);
        });
    }

    /**
     * Checks values that many records are to get, as far as that can be done without knowing a record.
     *
     * @throws TenonException INVALID naming the fields the caller may not write, and values that do not fit
     */
    public void fits(RecordModel model, Map<String, ?> values) {
        Refusals refusals = refusals(model);
        Draft draft = Draft.fresh(model, 0);
        filling.fill(draft, values, writing.policy().access(Caller.current(), model.info()), refusals);
        values.keySet().stream().filter(name -> !refusals.has(name) && model.require(name).info().required() && draft.get(name) == null)
                .forEach(name -> refusals.refuse(name, "required"));
        refusals.raise();
    }

    private Checked opened(RecordModel model, RecordId id, String action, Write write, java.util.function.Consumer<Draft> how) {
        Draft draft = find(model, id);
        long touches = writing.touches().count();
        boolean begun = false;
        try {
            if (draft == null) {
                throw TenonException.notFound("no " + model.name() + " " + id);
            }
            writing.policy().require(Caller.current(), model.info(), action, Row.of(draft.item()));
            begun = true;
            how.accept(draft);
            return Checked.passed(draft, write);
        } catch (TenonException e) {
            boolean ruled = begun && e.errors().isEmpty();
            return refused(write, e, ruled || draft != null && Values.dirty(draft.item()) || touches != writing.touches().count());
        }
    }

    private @Nullable Draft find(RecordModel model, RecordId id) {
        return open.getOrDefault(model.name(), Map.of()).get(id.value());
    }

    private static Checked refused(Write write, TenonException refusal, boolean tainted) {
        if (!REFUSALS.contains(refusal.kind())) {
            throw refusal;
        }
        FieldError whole = new FieldError("", refusal.kind().name().toLowerCase(Locale.ROOT), String.valueOf(refusal.getMessage()));
        return Checked.refused(write, refusal.errors().isEmpty() ? List.of(whole) : refusal.errors(), tainted);
    }

    /** @throws TenonException FORBIDDEN or NOT_FOUND if the caller may do this with no record of the type at all */
    public void allowed(RecordModel model, String action) {
        writing.policy().require(Caller.current(), model.info(), action);
    }

    /** Stores records that passed, in the present transaction. @throws TenonException CONFLICT if one of them breaks a UNIQUE constraint */
    public void store(List<Checked> records) {
        writing.touches().settle();
        // What changed is stamped and flushed before anything else flushes it, so that its version goes up once.
        Map<Draft, String> changed = new IdentityHashMap<>();
        List<Draft> inOrder = new ArrayList<>();
        List<Draft> fresh = new ArrayList<>();
        for (Checked record : records) {
            if (record.write() == Write.CREATE) {
                fresh.add(record.draft());
            } else {
                changed.put(record.draft(), record.write().name().toLowerCase(Locale.ROOT));
                inOrder.add(record.draft());
            }
        }
        if (!inOrder.isEmpty()) {
            storing.update(inOrder, changed::get);
        }
        if (!fresh.isEmpty()) {
            storing.create(fresh);
        }
    }

    /** What a record that passed would hold, and holds newly, of values that no two living records of its type may share. */
    public List<UniqueValue> unique(Checked record) {
        return unique.computeIfAbsent(record.model(), model -> UniqueKeys.of(writing.db(), model)).of(record);
    }

    /** Begins to listen for what is written in this transaction, by rules too. */
    public void listen() {
        writing.touches().listen();
    }

    /** The versions of all records written since {@link #listen}, as they are now. */
    public List<Written> heard() {
        return writing.touches().heard();
    }

    /** Forgets what was opened, looked up, and checked without being stored: nothing may refer to it any more. */
    public void forget() {
        references.forget();
        filling.forget();
        writing.touches().settle();
        open.clear();
    }
}
