package org.tenon.records.formula;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of a formula: the type of its value, and how it is had from the values of fields. */
record Node(Kind kind, Function<Function<String, @Nullable Object>, @Nullable Object> work) {

    @Nullable Object value(Function<String, @Nullable Object> fields) {
        return work.apply(fields);
    }
}
