package org.tenon.records.merge;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.tenon.persistence.Db;
import org.tenon.records.merge.MergeTable.Merge;
import org.tenon.records.merge.MergeTable.State;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.records.model.RecordModels;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.query.PlainRows;
import org.tenon.records.query.PlainRows.Plain;
import org.tenon.records.write.JpaRecords;
import org.tenon.records.write.Merging;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.file.FileStore;
import org.tenon.sdk.job.Jobs;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.tx.Tx;

/**
 * Merges records: the survivor gets the chosen values, every reference to the others, their team and shares; the others go into the recycle bin.
 * The caller needs {@code update} on the survivor and {@code delete} on the others; references move whoever may change the records that hold
 * them. Up to {@link Moving#STEP} references move in the same transaction, more by a job whose steps go on where they were. Safe for all threads.
 */
@Component(service = Merges.class)
public final class Merges {

    /** Records one merge makes one of. */
    static final int MOST = 5;

    private final Tx tx;
    private final RecordModels models;
    private final RecordPolicy policy;
    private final Merging merging;
    private final PlainRows rows;
    private final MergeTable table;
    private final Moving moving;
    private final Circles circles;
    private final Unmerging unmerging;
    private final Clock clock = Clock.systemUTC();

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Jobs jobs;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable FileStore files;

    @Activate
    public Merges(@Reference Db db, @Reference Tx tx, @Reference RecordModels models, @Reference RecordPolicy policy, @Reference JpaRecords records) {
        this.tx = tx;
        this.models = models;
        this.policy = policy;
        this.merging = records.merging();
        this.rows = new PlainRows(db);
        this.table = new MergeTable(db);
        this.moving = new Moving(db, models, merging, () -> files);
        this.circles = new Circles(rows);
        this.unmerging = new Unmerging(db, merging, moving);
    }

    /** For whoever assembles by hand. */
    public Merges with(Jobs queue) {
        jobs = queue;
        return this;
    }

    /** For whoever assembles by hand. */
    public Merges with(FileStore store) {
        files = store;
        return this;
    }

    /** A record that takes part, as the caller saw it. */
    public record Part(RecordId id, int version) {
    }

    /**
     * Merges.
     *
     * @param others 1–4 records that go into the survivor
     * @param values what the survivor's fields shall hold, those that are to change; as for an update
     * @return the merge's id
     * @throws TenonException STALE if any of them was changed since, NOT_FOUND, FORBIDDEN, INVALID, CONFLICT; then nothing is changed
     */
    public RecordId merge(String type, Part survivor, List<Part> others, Map<String, ?> values) {
        RecordModel model = models.require(type);
        policy.require(Caller.current(), model.info(), "read");
        check(survivor, others);
        return tx.required(() -> merge(model, survivor, others, values));
    }

    private RecordId merge(RecordModel model, Part survivor, List<Part> others, Map<String, ?> values) {
        List<Long> gone = others.stream().map(other -> other.id().value()).toList();
        Map<String, @Nullable Object> patch = new LinkedHashMap<>(values);
        permit(model, survivor.id().value(), "update");
        gone.forEach(id -> permit(model, id, "delete"));
        Plain now = rows.read(model, List.copyOf(model.fields().values()), List.of(survivor.id().value())).get(survivor.id().value());
        if (now == null) {
            throw TenonException.notFound("no " + model.name() + " " + survivor.id());
        }
        loose(model, now, survivor.id(), gone, patch);
        List<FieldModel> chosen = patch.keySet().stream().map(model::require).toList();
        Map<String, Object> before = part(now, chosen);
        circles.refuse(model, survivor.id().value(), gone, patch);
        Set<RecordId> staying = inFields(model, gone, patch);
        for (Part other : others) {
            merging.discard(model, other.id(), other.version());
        }
        merging.survive(model, survivor.id(), survivor.version(), patch, "merge");
        Map<String, Object> after = part(Objects.requireNonNull(rows.read(model, chosen, List.of(survivor.id().value())).get(survivor.id().value())), chosen);
        Caller caller = Caller.current();
        long id = MergeTable.nextId();
        Merge merge = new Merge(id, model.name(), survivor.id().value(), State.MOVING, caller.memberId(), caller.name(),
                LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS), before, after, null, Map.of());
        table.add(merge, gone);
        moving.open(merge, gone, staying);
        tx.afterCommit(policy::opened);
        if (moving.count(model.name(), merge.survivor(), gone) > Moving.STEP) {
            table.state(id, State.MOVING, submit(merge, title(model, now), false), Map.of());
        } else {
            while (moving.next(merge, gone) > 0) {
                continue;
            }
            table.state(id, State.DONE, null, Map.of());
        }
        return new RecordId(id);
    }

    /** Files that stand in fields of the others, but for those the survivor gets by its values: attached to it, they would be seen by more people than the field. */
    private Set<RecordId> inFields(RecordModel model, List<Long> gone, Map<String, @Nullable Object> patch) {
        List<FieldModel> fields = model.fields().values().stream().filter(field -> field.type() == FieldType.FILES).toList();
        Set<RecordId> files = new HashSet<>();
        if (!fields.isEmpty()) {
            rows.read(model, fields, gone).values().forEach(row -> fields.forEach(field -> files.addAll(named(row.values().get(field.name())))));
            fields.forEach(field -> named(patch.get(field.name())).forEach(files::remove));
        }
        return files;
    }

    private static List<RecordId> named(@Nullable Object value) {
        return value instanceof List<?> list ? list.stream().map(String::valueOf).map(RecordId::of).toList() : List.of();
    }

    private String title(RecordModel model, Plain row) {
        return policy.access(Caller.current(), model.info()).level(model.title().info()).clear() ? row.title() : "";
    }

    /** The survivor's own references to the others end: it would refer to itself. */
    private static void loose(RecordModel model, Plain survivor, RecordId id, List<Long> gone, Map<String, @Nullable Object> patch) {
        List<String> texts = new ArrayList<>(gone.stream().map(RecordId::text).toList());
        texts.add(id.toString());
        for (FieldModel field : model.fields().values()) {
            boolean own = model.name().equals(field.info().reference()) && !field.info().common();
            Object value = patch.containsKey(field.name()) ? patch.get(field.name()) : survivor.values().get(field.name());
            if (own && field.type() == FieldType.REFERENCE && texts.contains(String.valueOf(value))) {
                patch.put(field.name(), null);
            } else if (own && value instanceof List<?> list && list.stream().anyMatch(each -> texts.contains(String.valueOf(each)))) {
                patch.put(field.name(), list.stream().filter(each -> !texts.contains(String.valueOf(each))).toList());
            }
        }
    }

    private static Map<String, Object> part(Plain row, List<FieldModel> fields) {
        Map<String, Object> part = new LinkedHashMap<>();
        fields.forEach(field -> {
            Object value = row.values().get(field.name());
            if (value != null) {
                part.put(field.name(), value);
            }
        });
        part.put("_fields", fields.stream().map(FieldModel::name).toList());
        return part;
    }

    private static void check(Part survivor, List<Part> others) {
        if (others.isEmpty() || others.size() >= MOST) {
            throw TenonException.invalid("others", "number", "name 1 to " + (MOST - 1) + " records to merge into the survivor");
        }
        List<RecordId> all = new ArrayList<>(others.stream().map(Part::id).toList());
        all.add(survivor.id());
        if (all.stream().distinct().count() < all.size()) {
            throw TenonException.invalid("others", "distinct", "a record cannot be merged with itself");
        }
    }

    /**
     * Takes a merge back: the survivor's values, the others, the references. What was changed since stays as it is.
     *
     * @return what stayed: {@code fields}, {@code records}, {@code references} and how many {@code more}; so far, if a job goes on
     * @throws TenonException NOT_FOUND, FORBIDDEN without {@code update} on the survivor or {@code delete} on the others, CONFLICT while the merge is
     *                        at work or once it is undone
     */
    public Map<String, Object> undo(RecordId id) {
        return tx.required(() -> {
            Merge merge = table.lock(id.value()).orElseThrow(() -> TenonException.notFound("no merge " + id));
            RecordModel model = models.require(merge.type());
            permit(model, merge.survivor(), "update");
            if (merge.state() != State.DONE) {
                throw TenonException.conflict("the merge is " + merge.state().name().toLowerCase(java.util.Locale.ROOT));
            }
            unmerging.records(model, merge, table.others(id.value()));
            tx.afterCommit(policy::opened);
            if (table.countMoves(merge.id()) > Moving.STEP) {
                table.state(merge.id(), State.UNDOING, submit(merge, "", true), unmerging.report(merge));
            } else {
                unmerging.references(merge, 0);
                unmerging.end(merge);
            }
            return unmerging.report(merge);
        });
    }

    /** Locks a living record. @throws TenonException NOT_FOUND if the caller may not read it, FORBIDDEN if they may read it but not do this */
    private void permit(RecordModel model, long id, String action) {
        policy.require(Caller.current(), model.info(), action, merging.lock(model, id).filter(stored -> !stored.deleted())
                .orElseThrow(() -> TenonException.notFound("no " + model.name() + " " + RecordId.text(id))).row());
    }

    private long submit(Merge merge, String title, boolean undo) {
        Jobs queue = jobs;
        if (queue == null) {
            throw new TenonException(Kind.UNAVAILABLE, "there are no background jobs now");
        }
        return queue.submit(MergeJob.KIND, title.length() > 200 ? title.substring(0, 200) : title,
                Map.of("merge", RecordId.text(merge.id()), "undo", undo)).id().value();
    }

    MergeTable table() {
        return table;
    }

    Moving moving() {
        return moving;
    }

    Unmerging unmerging() {
        return unmerging;
    }
}
