package org.tenon.sdk.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page shall hold.
 *
 * @param filter  a condition as parsed JSON, null for all
 * @param sort    field name, {@code -} before it for descending; null for the type's default
 * @param limit   1–200
 * @param cursor  from an earlier page of the same filter; null for the first
 * @param fields  names to answer, empty for all
 * @param prefix  start of the folded title or of any word's sound; null for none
 * @param total   count too, up to 10,000
 * @param deleted the recycle bin instead of the living
 */
public record RecordQuery(@Nullable Object filter, @Nullable String sort, int limit, @Nullable String cursor, List<String> fields,
                          @Nullable String prefix, boolean total, boolean deleted) {

    public static final int MAX_LIMIT = 200;

    /** The first {@code limit} records in the type's order. */
    public static RecordQuery first(int limit) {
        return new RecordQuery(null, null, limit, null, List.of(), null, false, false);
    }

    public RecordQuery where(@Nullable Object condition) {
        return new RecordQuery(condition, sort, limit, cursor, fields, prefix, total, deleted);
    }

    public RecordQuery sortedBy(String order) {
        return new RecordQuery(filter, order, limit, cursor, fields, prefix, total, deleted);
    }

    public RecordQuery from(@Nullable String position) {
        return new RecordQuery(filter, sort, limit, position, fields, prefix, total, deleted);
    }
}
