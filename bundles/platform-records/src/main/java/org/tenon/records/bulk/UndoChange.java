package org.tenon.records.bulk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tenon.records.bulk.BulkRows.BulkRow;
import org.tenon.records.log.ChangeLog;
import org.tenon.records.model.RecordModel;
import org.tenon.records.write.Checked;
import org.tenon.records.write.RecordBatches;
import org.tenon.sdk.record.RecordId;

/** Puts records back to what they were before a bulk job; those changed since are kept. */
final class UndoChange implements RowChange {

    private final BulkAction action;
    private final Set<String> fields;
    private final ChangeLog log;
    private final Map<Long, BulkRow> rows;

    /** @param action what the job did @param fields those it set @param rows of this chunk */
    UndoChange(BulkAction action, Set<String> fields, ChangeLog log, List<BulkRow> rows) {
        this.action = action;
        this.fields = fields;
        this.log = log;
        this.rows = rows.stream().collect(Collectors.toMap(BulkRow::id, row -> row));
    }

    @Override
    public boolean bin() {
        return action == BulkAction.DELETE;
    }

    @Override
    public Optional<String> keep(RecordBatches batch, RecordModel model, RecordId id) {
        OptionalInt version = batch.version(model, id);
        boolean changed = version.isPresent() && !Integer.valueOf(version.getAsInt()).equals(row(id).after());
        return changed ? Optional.of("bulk.changed") : Optional.empty();
    }

    @Override
    public Checked check(RecordBatches batch, RecordModel model, RecordId id) {
        return switch (action) {
            case DELETE -> batch.restore(model, id);
            case RESTORE -> batch.remove(model, id);
            default -> batch.change(model, id, before(model, id), batch.refusals(model));
        };
    }

    private Map<String, @Nullable Object> before(RecordModel model, RecordId id) {
        Integer version = row(id).before();
        Map<String, @Nullable Object> then = log.valuesAt(model.name(), id.value(), version == null ? 0 : version);
        Map<String, @Nullable Object> patch = new HashMap<>();
        fields.stream().filter(then::containsKey).forEach(field -> patch.put(field, then.get(field)));
        return patch;
    }

    private BulkRow row(RecordId id) {
        return rows.get(id.value());
    }
}
