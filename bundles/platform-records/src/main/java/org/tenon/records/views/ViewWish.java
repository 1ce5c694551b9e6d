package org.tenon.records.views;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A view as it is sent.
 *
 * @param type    of records; cannot be changed
 * @param version the one that was read, null for a new view
 * @param sharing null for nobody
 * @param q       what the list's search box holds, at most 200 characters; null for nothing
 */
public record ViewWish(@Nullable String type, @Nullable Integer version, @Nullable String name, @Nullable Object condition,
                       @Nullable List<Definition.Column> columns, @Nullable String sort, Definition.@Nullable Group group, @Nullable String density,
                       @Nullable Sharing sharing, @Nullable String q) {

    /** @param departments ids @param roles ids */
    public record Sharing(boolean everyone, @Nullable List<String> departments, @Nullable List<String> roles) {
    }
}
