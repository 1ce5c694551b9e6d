package org.tenon.records.query;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenon.records.policy.Row;

/**
 * A record as it was read.
 *
 * @param title  null if empty
 * @param values by field name, only fields that have one: Long for ids, {@link org.tenon.sdk.record.Money} and
 *               {@link org.tenon.sdk.record.RecordRef}, lists for fields of several values, else as the column
 */
public record RowData(Row row, int version, @Nullable String title, Map<String, Object> values) {
}
