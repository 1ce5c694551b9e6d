package org.tenon.sdk.conditions;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.TypeInfo;

/**
 * A condition on records of one type, checked against its fields. Immutable. Values are as {@link Values} makes them, never null, or a
 * {@link Self} or {@link Period} until {@link Present#resolve} has put plain values in their place.
 */
@ProviderType
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

    /** True if the field's value is one of these; of a field of several values, if any of its values is. */
    record In(FieldInfo field, List<Object> values) implements Condition {

        public In {
            values = List.copyOf(values);
        }
    }

    /**
     * True if the record a field refers to is there, the caller may read it, and the part holds for it.
     *
     * @param field a reference to one type
     * @param type  the type referred to, whose fields the part asks about
     */
    record Through(FieldInfo field, TypeInfo type, Condition part) implements Condition {
    }

    /** The names of all fields of the record itself that the condition asks about. */
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
        } else if (condition instanceof Through through) {
            names.add(through.field().name());
        }
    }

    /** The condition with another in the place of each of its tests; what is asked of a record referred to holds tests of its own. */
    default Condition eachTest(java.util.function.UnaryOperator<Condition> change) {
        if (this instanceof All all) {
            return new All(all.parts().stream().map(part -> part.eachTest(change)).toList());
        }
        if (this instanceof Any any) {
            return new Any(any.parts().stream().map(part -> part.eachTest(change)).toList());
        }
        if (this instanceof Not not) {
            return new Not(not.part().eachTest(change));
        }
        return this instanceof Through through ? new Through(through.field(), through.type(), through.part().eachTest(change)) : change.apply(this);
    }

    /** Whatever the condition asks about records that this one refers to. */
    default List<Through> references() {
        if (this instanceof All all) {
            return all.parts().stream().flatMap(part -> part.references().stream()).toList();
        }
        if (this instanceof Any any) {
            return any.parts().stream().flatMap(part -> part.references().stream()).toList();
        }
        return this instanceof Not not ? not.part().references() : this instanceof Through through ? List.of(through) : List.of();
    }
}
