package org.tenon.records.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.tenon.records.imports.Outcome.Kind;
import org.tenon.records.imports.file.SheetRow;
import org.tenon.records.model.RecordModels;
import org.tenon.records.write.RecordBatches;
import org.tenon.sdk.FieldError;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.text.Labels;

/**
 * Stores rows in the present transaction: checked one by one, written together. Rows that say something of the same record are written one after
 * the other. For one import.
 */
final class Chunk {

    private final Plan plan;
    private final RowReader reader;
    private final Aims aims;
    private final RowWriter writer;
    private final RecordBatches batches;
    private final RecordModels models;
    private final Labels labels;

    Chunk(Plan plan, RowReader reader, Aims aims, RowWriter writer, RecordBatches batches, RecordModels models, Labels labels) {
        this.plan = plan;
        this.reader = reader;
        this.aims = aims;
        this.writer = writer;
        this.batches = batches;
        this.models = models;
        this.labels = labels;
    }

    /**
     * What became of the rows, in their order.
     *
     * @throws Tainted if the transaction has to be rolled back and done again without some of them
     * @throws org.tenon.sdk.TenonException CONFLICT, INVALID if one of several rows is refused by the database; of a single one it is that one
     */
    List<Outcome> run(List<SheetRow> rows) {
        batches.listen();
        reader.prepare(rows);
        List<Outcome> outcomes = new ArrayList<>();
        List<Reading> readings = rows.stream().map(row -> reader.read(row, batches.refusals(plan.model()))).toList();
        for (int from = 0; from < readings.size(); ) {
            List<Outcome> some = some(readings.subList(from, aims.apart(readings, from)));
            outcomes.addAll(some);
            from += some.size();
        }
        return outcomes;
    }

    /** Remembers what a dry run would have created. */
    void planned(List<Outcome> outcomes) {
        outcomes.stream().filter(outcome -> outcome.kind() == Kind.CREATED)
                .forEach(outcome -> aims.creates(reader.read(outcome.row(), batches.refusals(plan.model()))));
    }

    /** Writes the first of the rows, up to one that changes the same record as one before it; at least one. */
    private List<Outcome> some(List<Reading> readings) {
        batches.forget();
        List<Aim> all = aims.of(readings);
        Set<Long> targets = new HashSet<>();
        int end = 0;
        while (end < all.size() && (all.get(end).target() == null || targets.add(Objects.requireNonNull(all.get(end).target())))) {
            end++;
        }
        List<Aim> some = all.subList(0, end);
        reader.referred(some.stream().map(aim -> aim.reading().row()).toList(), (field, ids) ->
                models.find(Lookups.type(field)).ifPresent(to -> batches.refer(field, to, ids)));
        batches.open(plan.model(), targets);
        writer.prepare(some);
        List<Outcome> outcomes = some.stream().map(writer::check).toList();
        if (outcomes.stream().anyMatch(Outcome::tainted)) {
            throw new Tainted(outcomes.stream().filter(outcome -> outcome.kind() == Kind.REFUSED).toList());
        }
        batches.store(outcomes.stream().flatMap(outcome -> outcome.records().stream()).toList());
        return outcomes;
    }

    /** Why a row is refused, in the caller's language. @param code of {@code problem.<code>} */
    String text(String code, Object... args) {
        return labels.text("records", "problem." + code, Caller.current().locale(), args);
    }

    /** The row refused for what the database said of it, or would say. */
    Outcome refused(SheetRow row, List<FieldError> errors) {
        return Outcome.refused(row, reader.refusals(row, errors, null), false);
    }
}
