package org.tenon.records.bulk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tenon.records.bulk.BulkRows.BulkRow;
import org.tenon.records.model.RecordModel;
import org.tenon.records.write.Batches;
import org.tenon.records.write.Checked;
import org.tenon.records.write.RecordBatches;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.job.JobRun;
import org.tenon.sdk.job.JobRun.Progress;
import org.tenon.sdk.record.RecordId;

/**
 * Changes some records in one step of a job. In the good case that is a few statements; where a refused record left traces, or the
 * database refuses the whole, the step rolls back and is done again without it, or in halves.
 */
final class Chunk {

    /** Rolls a step back in which refused records left traces. */
    private static final class Tainted extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Map<Long, String> refused;

        Tainted(Map<Long, String> refused) {
            super("a refused record had effects", null, false, false);
            this.refused = refused;
        }
    }

    private final JobRun run;
    private final Batches batches;
    private final Belongings belongings;
    private final BulkRows table;
    private final Reasons reasons;
    private final RecordModel model;
    private final RowChange change;
    private final @Nullable Long total;

    Chunk(JobRun run, Batches batches, Belongings belongings, BulkRows table, Reasons reasons, RecordModel model, RowChange change, @Nullable Long total) {
        this.run = run;
        this.batches = batches;
        this.belongings = belongings;
        this.table = table;
        this.reasons = reasons;
        this.model = model;
        this.change = change;
        this.total = total;
    }

    /** @param ids ascending, at most 500 */
    void run(List<Long> ids) {
        run(ids, new HashMap<>());
    }

    /** @param refused those known to be refused, with why */
    private void run(List<Long> ids, Map<Long, String> refused) {
        try {
            run.step(() -> step(ids, refused));
        } catch (Tainted e) {
            refused.putAll(e.refused);
            run(ids, refused);
        } catch (TenonException e) {
            if (e.kind() != Kind.CONFLICT && e.kind() != Kind.INVALID) {
                throw e;
            }
            List<Long> open = ids.stream().filter(id -> !refused.containsKey(id)).toList();
            if (open.size() == 1) {
                refused.put(open.get(0), reasons.of(model, e));
                run(ids, refused);
            } else {
                run(ids.subList(0, ids.size() / 2), refused);
                run(ids.subList(ids.size() / 2, ids.size()), refused);
            }
        }
    }

    private Progress step(List<Long> ids, Map<Long, String> refused) {
        RecordBatches batch = batches.open();
        List<Long> open = ids.stream().filter(id -> !refused.containsKey(id)).toList();
        if (change.bin()) {
            batch.openDeleted(model, open);
        } else {
            batch.open(model, open);
        }
        Map<RecordModel, Map<Long, Long>> along = change.along() ? belongings.of(batch, model, open) : Map.of();
        along.forEach((type, parents) -> batch.open(type, parents.keySet()));
        List<BulkRow> rows = new ArrayList<>();
        List<Checked> passed = new ArrayList<>();
        Map<Long, String> tainted = new HashMap<>();
        for (long id : ids) {
            check(batch, model, new RecordId(id), refused.get(id), passed, rows, tainted);
        }
        Set<Long> moved = passed.stream().map(one -> one.id().value()).collect(Collectors.toSet());
        along.forEach((type, parents) -> parents.forEach((id, parent) -> {
            if (moved.contains(parent) && batch.version(type, new RecordId(id)).isPresent()) {
                check(batch, type, new RecordId(id), refused.get(id), passed, rows, tainted);
            }
        }));
        if (!tainted.isEmpty()) {
            throw new Tainted(tainted);
        }
        batch.store(passed);
        List<Checked> changed = passed.stream().filter(one -> one.version() != one.before()).toList();
        changed.forEach(one -> rows.add(new BulkRow(one.model().name(), one.id().value(), one.before(), one.version(), null)));
        table.add(run.job().id().value(), rows);
        long no = rows.size() - changed.size();
        Tally tally = Tally.of(run.state()).plus(model.name(), ids.get(ids.size() - 1), changed.size(), passed.size() - changed.size(), no);
        return new Progress(tally.done(), total == null ? null : Math.max(total, tally.done()), tally.state());
    }

    /** @param refused why the record is known to be refused, null if it is not */
    private void check(RecordBatches batch, RecordModel type, RecordId id, @Nullable String refused, List<Checked> passed, List<BulkRow> rows,
                       Map<Long, String> tainted) {
        String kept = refused != null ? refused : change.keep(batch, type, id).map(reasons::text).orElse(null);
        if (kept != null) {
            rows.add(new BulkRow(type.name(), id.value(), null, null, kept));
            return;
        }
        Checked checked = change.check(batch, type, id);
        if (checked.errors().isEmpty()) {
            passed.add(checked);
            return;
        }
        String reason = reasons.of(type, checked.errors());
        rows.add(new BulkRow(type.name(), id.value(), null, null, reason));
        if (checked.tainted()) {
            tainted.put(id.value(), reason);
        }
    }
}
