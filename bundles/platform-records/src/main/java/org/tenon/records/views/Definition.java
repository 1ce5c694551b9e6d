package org.tenon.records.views;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a view shows and how.
 *
 * @param condition as in a list's filter, null for every record
 * @param columns   in order; empty for the type's own
 * @param sort      field name, {@code -} before it for descending; null for the type's own
 * @param group     null for a plain list
 * @param density   {@code compact middle comfortable}; null for the member's own
 * @param q         what the list's search box holds; null for nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Definition(@Nullable Object condition, List<Column> columns, @Nullable String sort, @Nullable Group group, @Nullable String density,
                         @Nullable String q) {

    /** @param width pixels, null for as wide as needed */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Column(String name, @Nullable Integer width) {
    }

    /** A field whose values the list is divided by; dates by month. @param as {@code board} or {@code calendar}; null for sections of a list */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Group(String field, @Nullable String as) {
    }
}
