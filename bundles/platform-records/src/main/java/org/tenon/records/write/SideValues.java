package org.tenon.records.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenon.records.model.FieldModel;
import org.tenon.records.query.SideColumns;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.Money;

/** The rows of {@code records_value} that one value needs. */
final class SideValues {

    /** @param second what stands in {@code str_val} beside a number: the currency of an amount; null for nothing */
    record Side(int pos, Object value, @Nullable String second) {
    }

    private SideValues() {
    }

    /** True for fields whose values lie in the table: those of several values, custom ones if lists are filtered or sorted by them, or if they refer to records, which merges look for. */
    static boolean kept(FieldModel field) {
        return field.type().multiple() || field.info().custom() != null && (field.info().custom().kept() || field.type() == FieldType.REFERENCE);
    }

    /** @param attribute as an attribute holds it, null for empty */
    static List<Side> of(FieldModel field, @Nullable Object attribute) {
        if (attribute == null) {
            return List.of();
        }
        if (!field.type().multiple()) {
            return List.of(new Side(0, SideColumns.value(field, attribute), attribute instanceof Money money ? money.currency() : null));
        }
        List<Side> sides = new ArrayList<>();
        for (Object entry : Attributes.list((String) attribute)) {
            sides.add(new Side(sides.size(), entry instanceof Map<?, ?> contact ? String.valueOf(contact.get("value")) : String.valueOf(entry), null));
        }
        return sides;
    }
}
