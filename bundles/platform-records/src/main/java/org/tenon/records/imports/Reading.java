package org.tenon.records.imports;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenon.records.imports.file.SheetRow;
import org.tenon.records.write.Refusals;
import org.tenon.sdk.record.ImportCompanion;
import org.tenon.sdk.record.RecordId;

/**
 * A row as values.
 *
 * @param id       which record it says it is; null if it does not say, or says nonsense
 * @param values   JSON values of the row's own record, without blank cells
 * @param blank    fields whose cells are blank
 * @param beside   cells for companions, by field; without companions whose cells are all blank
 * @param refusals what is wrong already
 */
record Reading(SheetRow row, @Nullable RecordId id, Map<String, Object> values, Set<String> blank, Map<ImportCompanion, Map<String, String>> beside,
               Refusals refusals) {

    /** What the row says a field is; null if nothing. */
    @Nullable Object value(String field) {
        return field.equals("id") ? id == null ? null : id.toString() : values.get(field);
    }

    boolean refused() {
        return !refusals.errors().isEmpty();
    }

    static List<Reading> notRefused(List<Reading> readings) {
        return readings.stream().filter(reading -> !reading.refused()).toList();
    }
}
