package org.tenon.records.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tenon.records.imports.Outcome.Kind;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.records.query.RecordFinder;
import org.tenon.records.query.RecordFinder.Found;
import org.tenon.records.write.Checked;
import org.tenon.records.write.RecordBatches;
import org.tenon.records.write.Refusals;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.ImportCompanion;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.text.Titles;

/** Checks what a row writes: its own record and those beside it. For one import. */
final class RowWriter {

    private final Plan plan;
    private final RowReader reader;
    private final RecordBatches batches;
    private final RecordFinder finder;
    /** Companions that stand already beside the records that rows change, by folded title. */
    private final Map<ImportCompanion, Map<String, List<Found>>> beside = new HashMap<>();

    RowWriter(Plan plan, RowReader reader, RecordBatches batches, RecordFinder finder) {
        this.plan = plan;
        this.reader = reader;
        this.batches = batches;
        this.finder = finder;
    }

    /** Says what the rows write, and looks for companions that they name and that are there. */
    void prepare(List<Aim> aims) {
        batches.expect(plan.model(), aims.stream().filter(aim -> aim.done() == null).map(aim -> filled(aim.reading())).toList());
        beside.clear();
        plan.companions().forEach((companion, type) -> {
            Map<String, List<Found>> found = new HashMap<>();
            List<String> titles = new ArrayList<>();
            for (Aim aim : aims) {
                Map<String, String> cells = aim.target() == null ? null : aim.reading().beside().get(companion);
                if (cells != null) {
                    titles.add(String.valueOf(companion.values(new RecordId(aim.target()), cells).get(type.info().titleField())));
                }
            }
            List<FieldModel> references = type.fields().values().stream().filter(field -> field.type() == FieldType.REFERENCE && !field.name().equals("id"))
                    .toList();
            finder.readable(type, type.title(), titles, references)
                    .forEach(each -> found.computeIfAbsent(Titles.fold(each.title()), key -> new ArrayList<>()).add(each));
            batches.open(type, found.values().stream().flatMap(List::stream).map(each -> each.row().id()).toList());
            beside.put(companion, found);
        });
    }

    Outcome check(Aim aim) {
        if (aim.done() != null) {
            return aim.done();
        }
        Reading reading = aim.reading();
        RecordModel model = plan.model();
        boolean whole = reading.refusals().errors().stream().anyMatch(error -> error.field().isEmpty());
        if (whole || reading.refused() && plan.options().mode() != ImportOptions.Mode.CREATE) {
            return Outcome.refused(reading.row(), reader.refusals(reading.row(), reading.refusals().errors(), null), false);
        }
        Checked main = aim.target() == null ? batches.check(model, filled(reading), reading.refusals())
                : batches.change(model, new RecordId(aim.target()), patch(reading, aim.target()), reading.refusals());
        List<Checked> records = new ArrayList<>(List.of(main));
        List<Refusal> refusals = new ArrayList<>(reader.refusals(reading.row(), main.errors(), null));
        boolean tainted = main.tainted();
        for (Map.Entry<ImportCompanion, Map<String, String>> each : main.errors().isEmpty() ? reading.beside().entrySet()
                : Set.<Map.Entry<ImportCompanion, Map<String, String>>>of()) {
            Checked linked = linked(each.getKey(), main, aim.target() != null, each.getValue());
            refusals.addAll(reader.refusals(reading.row(), linked.errors(), each.getKey()));
            tainted |= linked.tainted();
            records.add(linked);
        }
        if (!refusals.isEmpty()) {
            boolean filled = records.stream().anyMatch(record -> record.errors().isEmpty() && record.write() == Checked.Write.UPDATE);
            return Outcome.refused(reading.row(), refusals, tainted || filled);
        }
        boolean changed = records.stream().anyMatch(record -> !record.changes().isEmpty());
        Kind kind = aim.target() == null ? aim.twin() > 0 ? Kind.UPDATED : Kind.CREATED : changed ? Kind.UPDATED : Kind.UNCHANGED;
        return new Outcome(reading.row(), kind, records, List.of(), aim.others(), aim.hidden(), aim.twin(), false);
    }

    private Map<String, Object> filled(Reading reading) {
        Map<String, Object> values = new LinkedHashMap<>(reading.values());
        plan.options().defaults().forEach(values::putIfAbsent);
        return values;
    }

    /** What the row changes: fields with a value, and, if so asked, those whose cells are blank. */
    private Map<String, @Nullable Object> patch(Reading reading, long target) {
        Map<String, @Nullable Object> patch = new LinkedHashMap<>();
        reading.values().forEach((name, value) -> patch.put(name, merged(plan.model(), new RecordId(target), name, value)));
        if (plan.options().clear()) {
            reading.blank().stream().filter(name -> !name.equals("id")).forEach(name -> patch.put(name, null));
        }
        return patch;
    }

    /** Lists of the file are added to what is there, unless they are to replace it; money and texts replace. */
    private @Nullable Object merged(RecordModel model, RecordId id, String name, @Nullable Object value) {
        FieldModel field = model.field(name).orElse(null);
        Object before = field == null || !field.type().multiple() || plan.options().replace() ? null : batches.value(model, id, field);
        if (!(before instanceof Collection<?> there) || !(value instanceof Collection<?> more)) {
            return value;
        }
        Set<Object> known = there.stream().map(RowWriter::text).collect(Collectors.toSet());
        Set<Object> all = new LinkedHashSet<>(there);
        more.stream().filter(each -> !known.contains(text(each))).forEach(all::add);
        return List.copyOf(all);
    }

    private static Object text(Object member) {
        return member instanceof Map<?, ?> contact ? String.valueOf(contact.get("value")) : member;
    }

    private Checked linked(ImportCompanion companion, Checked main, boolean changed, Map<String, String> cells) {
        RecordModel type = plan.companions().get(companion);
        Refusals refusals = batches.refusals(type);
        Map<String, Object> values = reader.values(companion, type, main.id(), cells, refusals);
        RecordId there = changed ? there(companion, type, main, values) : null;
        if (there == null) {
            return batches.check(type, values, refusals);
        }
        Map<String, @Nullable Object> patch = new LinkedHashMap<>();
        cells.keySet().forEach(name -> patch.put(name, merged(type, there, name, values.get(name))));
        return batches.change(type, there, patch, refusals);
    }

    /** The companion of the same title that refers to the row's own record. */
    private @Nullable RecordId there(ImportCompanion companion, RecordModel type, Checked main, Map<String, Object> values) {
        Object title = values.get(type.info().titleField());
        for (Found each : beside.getOrDefault(companion, Map.of()).getOrDefault(Titles.fold(String.valueOf(title)), List.of())) {
            if (each.values().values().stream().anyMatch(reference -> refers(reference, main.id()))) {
                return new RecordId(each.row().id());
            }
        }
        return null;
    }

    private static boolean refers(Object reference, RecordId to) {
        return reference instanceof Map<?, ?> any ? to.toString().equals(any.get("id")) : to.toString().equals(reference);
    }
}
