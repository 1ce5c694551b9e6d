package org.tenon.records.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tenon.records.imports.Import.Counts;
import org.tenon.records.imports.Import.Phase;
import org.tenon.records.imports.RowTable.Kept;
import org.tenon.records.model.RecordModel;
import org.tenon.records.model.RecordModels;
import org.tenon.records.policy.FieldLevel;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.policy.TypeAccess;
import org.tenon.records.write.Checked;
import org.tenon.records.write.RecordBatches;
import org.tenon.sdk.FieldError;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.job.JobRun;
import org.tenon.sdk.job.JobRun.Progress;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.text.Labels;

/**
 * Takes back what an import stored, the last row first: what it created goes into the recycle bin, what it changed gets back its values. What was
 * changed since is kept, and so is what rules or rights do not let go.
 */
final class Undo {

    private static final int ROWS = 200;

    private final JobRun run;
    private final Import of;
    private final Importer importer;
    private final RecordModels models;
    private final RecordPolicy policy;
    private final Labels labels;
    private final RecordBatches batch;
    private Counts counts;

    Undo(JobRun run, Import of, Importer importer, RecordModels models, RecordPolicy policy, Labels labels) {
        this.run = run;
        this.of = of;
        this.importer = importer;
        this.models = models;
        this.policy = policy;
        this.labels = labels;
        this.batch = importer.batches().open();
        this.counts = of.counts();
    }

    void run() {
        for (List<Kept> some = importer.rows().toUndo(of.id(), ROWS); !some.isEmpty(); some = importer.rows().toUndo(of.id(), ROWS)) {
            List<Kept> beside = some.stream().filter(row -> row.pos() > 0).toList();
            back(apart(beside.isEmpty() ? some : beside), false);
        }
        run.step(() -> {
            Import now = importer.imports().find(of.id()).orElseThrow();
            importer.imports().update(now.ended(Phase.UNDONE, now.fileId(), now.endedAt()));
            return new Progress(counts.undone() + counts.kept(), null, Map.of());
        });
    }

    /** The first rows, up to one that wrote the same record as one before it. */
    private static List<Kept> apart(List<Kept> rows) {
        Set<String> seen = new HashSet<>();
        List<Kept> apart = new ArrayList<>();
        for (Kept row : rows) {
            if (!seen.add(row.type() + "/" + row.target())) {
                return apart;
            }
            apart.add(row);
        }
        return apart;
    }

    /** @param last whether rows that are refused now are kept: once others are gone, what they held back may go too */
    private void back(List<Kept> some, boolean last) {
        try {
            step(some, Map.of());
        } catch (TenonException e) {
            if (e.kind() != Kind.CONFLICT && e.kind() != Kind.INVALID) {
                throw e;
            }
            refused(some, some.size() == 1 ? Map.of(some.get(0), String.valueOf(e.getMessage())) : Map.of());
        } catch (Held e) {
            List<Kept> rest = some.stream().filter(row -> !e.reasons().containsKey(row)).toList();
            if (last || rest.isEmpty()) {
                step(rest, e.reasons());
            } else {
                back(rest, false);
                back(List.copyOf(e.reasons().keySet()), true);
            }
        }
    }

    private void refused(List<Kept> some, Map<Kept, String> reasons) {
        if (some.size() == 1) {
            step(List.of(), reasons);
        } else {
            back(some.subList(0, some.size() / 2), true);
            back(some.subList(some.size() / 2, some.size()), true);
        }
    }

    /** Rows that cannot be taken back now, with the reasons; the transaction has to be rolled back. */
    private static final class Held extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Map<Kept, String> reasons;

        Held(Map<Kept, String> reasons) {
            super("rows are held", null, false, false);
            this.reasons = reasons;
        }

        Map<Kept, String> reasons() {
            return reasons;
        }
    }

    private void step(List<Kept> some, Map<Kept, String> held) {
        Counts before = counts;
        run.step(() -> {
            batch.listen();
            batch.forget();
            some.stream().collect(Collectors.groupingBy(Kept::type, LinkedHashMap::new, Collectors.toList()))
                    .forEach((type, rows) -> batch.open(models.require(type), rows.stream().map(Kept::target).toList()));
            List<Checked> records = new ArrayList<>();
            List<Kept> done = new ArrayList<>();
            Map<Kept, String> tainted = new LinkedHashMap<>();
            for (Kept row : some) {
                take(row, records, done, tainted);
            }
            if (!tainted.isEmpty()) {
                throw new Held(tainted);
            }
            batch.store(records);
            held.forEach((row, reason) -> done.add(ended(row, reason)));
            importer.rows().undone(of.id(), done);
            importer.rows().versions(of.id(), batch.heard(), List.of());
            counts = before.takenBack(done.stream().filter(row -> row.reason() == null).count(), done.stream().filter(row -> row.reason() != null).count());
            importer.imports().count(of.id(), counts);
            return new Progress(counts.undone() + counts.kept(), null, Map.of());
        });
    }

    private void take(Kept row, List<Checked> records, List<Kept> done, Map<Kept, String> tainted) {
        RecordModel model = models.require(row.type());
        RecordId id = new RecordId(java.util.Objects.requireNonNull(row.target()));
        OptionalInt version = batch.version(model, id);
        if (version.isEmpty() || version.getAsInt() != row.version()) {
            done.add(ended(row, text(version.isEmpty() ? "import.undo.gone" : "import.undo.changed")));
            return;
        }
        boolean created = row.outcome().equals("created");
        Map<String, @Nullable Object> before = created ? Map.of() : before(model, row);
        if (!created && before.isEmpty()) {
            done.add(ended(row, null));
            return;
        }
        Checked checked = created ? batch.remove(model, id) : batch.change(model, id, before, batch.refusals(model));
        String reason = checked.errors().stream().map(FieldError::message).collect(Collectors.joining("; "));
        if (checked.errors().isEmpty()) {
            records.add(checked);
            done.add(ended(row, null));
        } else if (checked.tainted()) {
            tainted.put(row, reason);
        } else {
            done.add(ended(row, reason));
        }
    }

    /** What the fields held that the caller may write; what rules derive follows from them. */
    private Map<String, @Nullable Object> before(RecordModel model, Kept row) {
        TypeAccess access = policy.access(Caller.current(), model.info());
        Map<String, @Nullable Object> before = new LinkedHashMap<>();
        for (Object change : row.detail().get("changes") instanceof List<?> changes ? changes : List.of()) {
            List<?> parts = (List<?>) change;
            String name = String.valueOf(parts.get(0));
            model.field(name).filter(field -> !field.info().readOnly() && access.level(field.info()) == FieldLevel.WRITE)
                    .ifPresent(field -> before.put(name, parts.get(1)));
        }
        return before;
    }

    private String text(String key) {
        return labels.text("records", key, Caller.current().locale());
    }

    private static Kept ended(Kept row, @Nullable String reason) {
        return new Kept(row.line(), row.pos(), row.outcome(), row.type(), row.target(), row.version(), row.detail(), reason == null ? "undone" : "kept", reason);
    }
}
