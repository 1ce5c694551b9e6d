package org.tenon.records.imports;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenon.records.imports.Columns.Column;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.sdk.record.ImportCompanion;
import org.tenon.sdk.record.RecordId;

/** Reads values out of a row's cells by what their columns mean. */
final class Sheet {

    private final RecordModel model;
    private final Columns columns;
    private final Cells cells;
    private final ChoiceWords choices;

    Sheet(RecordModel model, Columns columns, Cells cells, ChoiceWords choices) {
        this.model = model;
        this.columns = columns;
        this.cells = cells;
        this.choices = choices;
    }

    /** The values of the row's own record; blank cells give none. Several columns of one region make one code. */
    Map<String, Object> values(List<String> row) {
        Map<String, Object> values = new LinkedHashMap<>();
        Map<RegionNames.Level, String> region = new EnumMap<>(RegionNames.Level.class);
        String regionField = "";
        for (Column column : columns.all()) {
            String cell = row.get(column.index());
            if (cell.isBlank() || column.companion() != null) {
                continue;
            }
            if (column.part() != null) {
                region.put(column.part(), cell);
                regionField = column.field();
            } else {
                values.put(column.field(), cells.json(model.require(column.field()), cell));
            }
        }
        if (!region.isEmpty() && !values.containsKey(regionField)) {
            String code = choices.regions().code(region);
            values.put(regionField, code == null ? String.join(" ", region.values()) : code);
        }
        return values;
    }

    /** What the companion's columns hold; empty if all are blank. */
    Map<String, String> companion(List<String> row, ImportCompanion companion) {
        Map<String, String> found = new LinkedHashMap<>();
        for (Column column : columns.all()) {
            if (column.companion() == companion && !row.get(column.index()).isBlank()) {
                found.put(column.field(), row.get(column.index()).strip());
            }
        }
        return found;
    }

    /** The companion's values; those it leaves as the cell's text are read as cells are. */
    Map<String, Object> values(ImportCompanion companion, RecordModel type, RecordId main, Map<String, String> found) {
        Map<String, Object> values = new LinkedHashMap<>();
        companion.values(main, found).forEach((name, value) -> {
            FieldModel field = type.field(name).orElse(null);
            boolean cell = field != null && value instanceof String text && text.equals(found.get(name)) && !text.isBlank();
            values.put(name, cell && field != null ? cells.json(field, (String) value) : value);
        });
        return values;
    }

    /** The header of the column an error is about, and what stands there. */
    Place place(List<String> row, String field, @Nullable ImportCompanion companion) {
        StringBuilder header = new StringBuilder();
        StringBuilder value = new StringBuilder();
        for (Column column : columns.all()) {
            if (column.field().equals(field) && column.companion() == companion) {
                header.append(header.isEmpty() ? "" : " ").append(column.header());
                value.append(value.isEmpty() ? "" : " ").append(row.get(column.index()));
            }
        }
        return new Place(header.toString(), value.toString());
    }

    record Place(String header, String value) {
    }
}
