package org.tenon.records.exports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to export.
 *
 * @param view    id of a saved view; what else is named stands in place of its parts
 * @param filter  a condition
 * @param q       search as in the list
 * @param columns names of fields; null for the view's, or the type's list without one
 * @param format  {@code csv} or {@code xlsx}
 * @param codes   values and headers as REST has them instead of what people read
 */
public record ExportWish(@Nullable String type, @Nullable String view, @Nullable Object filter, @Nullable String q, @Nullable String sort,
                         @Nullable List<String> columns, @Nullable String format, boolean codes) {
}
