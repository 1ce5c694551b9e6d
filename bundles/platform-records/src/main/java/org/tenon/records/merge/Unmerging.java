package org.tenon.records.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tenon.persistence.Db;
import org.tenon.records.merge.MergeTable.Merge;
import org.tenon.records.merge.MergeTable.State;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.records.query.PlainRows;
import org.tenon.records.query.PlainRows.Plain;
import org.tenon.records.write.Merging;
import org.tenon.records.write.Rows.Stored;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;

/** Takes merges back, and keeps the report of what could not be. Safe for all threads. */
final class Unmerging {

    /** Single references the report names; beyond them it counts. */
    private static final int NAMED = 50;

    private final Merging merging;
    private final Moving moving;
    private final MergeTable table;
    private final PlainRows rows;

    Unmerging(Db db, Merging merging, Moving moving) {
        this.merging = merging;
        this.moving = moving;
        this.table = new MergeTable(db);
        this.rows = new PlainRows(db);
    }

    /** Gives the survivor its values back that are as the merge left them, then takes the others out of the recycle bin. */
    void records(RecordModel model, Merge merge, List<Long> others) {
        List<FieldModel> chosen = ((List<?>) merge.after().getOrDefault("_fields", List.of())).stream()
                .flatMap(name -> model.field(String.valueOf(name)).stream()).toList();
        Plain now = Objects.requireNonNull(rows.read(model, chosen, List.of(merge.survivor())).get(merge.survivor()));
        Map<String, @Nullable Object> patch = new LinkedHashMap<>();
        List<String> kept = new ArrayList<>();
        for (FieldModel field : chosen) {
            String name = field.name();
            boolean untouched = MergeTable.text(now.values().get(name)).equals(MergeTable.text(merge.after().get(name)));
            Object before = merge.before().get(name);
            if (!untouched) {
                kept.add(name);
            } else if (!MergeTable.text(before).equals(MergeTable.text(merge.after().get(name)))) {
                patch.put(name, before);
            }
        }
        // Values that one of the others shall have again are free only now; references to the others are set once those are back.
        Map<String, @Nullable Object> late = new LinkedHashMap<>();
        for (FieldModel field : chosen) {
            if (model.name().equals(field.info().reference()) && patch.containsKey(field.name())) {
                late.put(field.name(), patch.remove(field.name()));
            }
        }
        RecordId survivor = new RecordId(merge.survivor());
        Caller.current().unlimited().run(() -> merging.survive(model, survivor, now.version(), patch, "unmerge"));
        List<String> missing = new ArrayList<>();
        for (Long other : others) {
            Stored stored = merging.lock(model, other).orElse(null);
            if (stored != null && stored.deleted()) {
                merging.restore(model, new RecordId(other));
            } else {
                missing.add(RecordId.text(other));
            }
        }
        if (!late.isEmpty()) {
            int version = merging.lock(model, merge.survivor()).orElseThrow().version();
            Caller.current().unlimited().run(() -> merging.survive(model, survivor, version, late, "update"));
        }
        report(merge, Map.of("fields", kept, "records", missing, "references", List.of(), "more", 0));
    }

    /** Moves references back, from after this move on, in steps of the present transaction. */
    void references(Merge merge, long after) {
        Long last = after;
        while (last != null) {
            last = step(merge, last);
        }
    }

    /** One step. @return its last move, null after the last step */
    @Nullable Long step(Merge merge, long after) {
        List<Map<String, Object>> kept = new ArrayList<>();
        Long last = moving.back(merge, after, kept);
        if (!kept.isEmpty()) {
            Map<String, Object> report = new LinkedHashMap<>(report(merge));
            List<Object> named = new ArrayList<>((List<?>) report.getOrDefault("references", List.of()));
            int more = ((Number) report.getOrDefault("more", 0)).intValue();
            for (Map<String, Object> each : kept) {
                if (named.size() < NAMED) {
                    named.add(each);
                } else {
                    more++;
                }
            }
            report.put("references", named);
            report.put("more", more);
            report(merge, report);
        }
        return last;
    }

    void end(Merge merge) {
        table.state(merge.id(), State.UNDONE, null, report(merge));
    }

    Map<String, Object> report(Merge merge) {
        return table.find(merge.id()).orElseThrow().report();
    }

    private void report(Merge merge, Map<String, Object> report) {
        Merge present = table.find(merge.id()).orElseThrow();
        table.state(merge.id(), present.state(), present.job(), report);
    }
}
