package org.tenon.sdk.conditions;

import java.util.List;
import org.tenon.sdk.record.FieldInfo;

/** A condition on records of one type, checked against its fields. Immutable. Values are as {@link Values} makes them, never null. */
public sealed interface Condition {

    /** True for every record. */
    Condition TRUE = new All(List.of());

    /** True if all parts are; true without parts. */
    record All(List<Condition> parts) implements Condition {

        public All {
            parts = List.copyOf(parts);
        }
    }

    /** True if any part is; false without parts. */
    record Any(List<Condition> parts) implements Condition {

        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** True if the part is false. */
    record Not(Condition part) implements Condition {
    }

    /** True if the field has no value, or no values. */
    record Empty(FieldInfo field) implements Condition {
    }

    /** A comparison with one value; false if the field is empty. */
    record Compare(FieldInfo field, Operator operator, Object value) implements Condition {
    }

    /** True if the field's value is one of these. */
    record In(FieldInfo field, List<Object> values) implements Condition {

        public In {
            values = List.copyOf(values);
        }
    }

    /** The names of all fields the condition asks about. */
    default java.util.Set<String> fields() {
        java.util.Set<String> names = new java.util.TreeSet<>();
        collect(this, names);
        return names;
    }

    private static void collect(Condition condition, java.util.Set<String> names) {
        if (condition instanceof All all) {
            all.parts().forEach(part -> collect(part, names));
        } else if (condition instanceof Any any) {
            any.parts().forEach(part -> collect(part, names));
        } else if (condition instanceof Not not) {
            collect(not.part(), names);
        } else if (condition instanceof Empty empty) {
            names.add(empty.field().name());
        } else if (condition instanceof Compare compare) {
            names.add(compare.field().name());
        } else if (condition instanceof In in) {
            names.add(in.field().name());
        }
    }
}
