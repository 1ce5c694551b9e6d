package org.tenon.records.log;

import org.jspecify.annotations.Nullable;

/** One field of a change, both values in their JSON form. @param before null for empty @param after null for empty */
public record FieldChange(String field, @Nullable Object before, @Nullable Object after) {
}
