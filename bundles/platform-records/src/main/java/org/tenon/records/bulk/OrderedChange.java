package org.tenon.records.bulk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.records.write.Checked;
import org.tenon.records.write.RecordBatches;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.RecordId;

/** Does with each record what the order says. */
record OrderedChange(BulkAction action, Map<String, Object> values, boolean along) implements RowChange {

    /**
     * With values as records take them: whoever gets a record gets it into their own main department, unless the order names one.
     *
     * @param department of a member, empty for none
     * @throws TenonException INVALID naming fields that cannot be set this way
     */
    static OrderedChange of(BulkOrder order, RecordModel model, Function<Long, Optional<Long>> department) {
        Map<String, Object> values = new HashMap<>(order.values());
        switch (order.action()) {
            case ASSIGN -> assign(model, values, department);
            case ADD_TAGS, REMOVE_TAGS -> values.forEach((name, words) -> words(model, name, words));
            default -> { }
        }
        return new OrderedChange(order.action(), values, order.along());
    }

    private static void assign(RecordModel model, Map<String, Object> values, Function<Long, Optional<Long>> department) {
        if (!model.owned()) {
            throw TenonException.invalid("action", "assign", model.name() + " belongs to nobody");
        }
        if (!Set.of("ownerId", "departmentId").containsAll(values.keySet()) || !(values.get("ownerId") instanceof String owner)) {
            throw TenonException.invalid("values", "ownerId", "assign needs ownerId, and takes departmentId beside it");
        }
        if (!values.containsKey("departmentId")) {
            department.apply(RecordId.of(owner).value()).ifPresent(id -> values.put("departmentId", RecordId.text(id)));
        }
    }

    private static void words(RecordModel model, String name, Object words) {
        FieldModel field = model.require(name);
        boolean several = switch (field.type()) {
            case TAGS, MULTI_CHOICE, REFERENCES -> true;
            default -> false;
        };
        if (!several) {
            throw TenonException.invalid(name, "tags", name + " does not hold several values");
        }
        if (!(words instanceof List<?> list) || list.isEmpty()) {
            throw TenonException.invalid(name, "list", name + " needs a list");
        }
    }

    @Override
    public boolean bin() {
        return action == BulkAction.RESTORE;
    }

    @Override
    public Checked check(RecordBatches batch, RecordModel model, RecordId id) {
        return switch (action) {
            case DELETE -> batch.remove(model, id);
            case RESTORE -> batch.restore(model, id);
            case UPDATE, ASSIGN -> batch.change(model, id, values, batch.refusals(model));
            case ADD_TAGS, REMOVE_TAGS -> batch.change(model, id, lists(batch, model, id), batch.refusals(model));
        };
    }

    private Map<String, Object> lists(RecordBatches batch, RecordModel model, RecordId id) {
        Map<String, Object> lists = new HashMap<>();
        values.forEach((name, words) -> {
            FieldModel field = model.require(name);
            Set<Object> members = new LinkedHashSet<>();
            if (batch.value(model, id, field) instanceof List<?> present) {
                members.addAll(present);
            }
            if (action == BulkAction.ADD_TAGS) {
                members.addAll((List<?>) words);
            } else {
                members.removeAll(new LinkedHashSet<>((List<?>) words));
            }
            lists.put(name, new ArrayList<>(members));
        });
        return lists;
    }
}
