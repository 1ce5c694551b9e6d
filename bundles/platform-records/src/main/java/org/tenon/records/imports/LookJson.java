package org.tenon.records.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenon.records.imports.file.Format;
import org.tenon.records.imports.file.Look;
import org.tenon.records.imports.file.SheetRow;

/** {@link Look} in the JSON form of docs/rest.md. */
final class LookJson {

    /** Characters of a cell that are shown, and cells of a row. */
    private static final int SHOWN = 200;

    private LookJson() {
    }

    static Map<String, @Nullable Object> write(Look look) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("format", look.format().name().toLowerCase(Locale.ROOT));
        json.put("encoding", look.encoding());
        json.put("delimiter", look.delimiter());
        json.put("sheets", look.sheets().stream().map(sheet -> Map.of("name", sheet.name(), "hidden", sheet.hidden())).toList());
        json.put("sheet", look.sheet());
        json.put("headerRow", look.headerRow());
        json.put("headers", look.headers());
        json.put("rows", look.rows());
        List<Map<String, Object>> first = new ArrayList<>();
        look.first().forEach(row -> first.add(Map.of("line", row.line(), "cells", row.cells().stream().map(LookJson::shown).toList())));
        json.put("first", first);
        return json;
    }

    @SuppressWarnings("unchecked") // as written above
    static Look read(Map<String, Object> json) {
        List<Look.Sheet> sheets = ((List<Map<String, Object>>) json.get("sheets")).stream()
                .map(sheet -> new Look.Sheet((String) sheet.get("name"), (Boolean) sheet.get("hidden"))).toList();
        List<SheetRow> first = ((List<Map<String, Object>>) json.get("first")).stream()
                .map(row -> new SheetRow(((Number) row.get("line")).longValue(), (List<String>) row.get("cells"), Set.of(), Set.of())).toList();
        return new Look(Format.valueOf(((String) json.get("format")).toUpperCase(Locale.ROOT)), (String) json.get("encoding"), (String) json.get("delimiter"),
                sheets, (String) json.get("sheet"), ((Number) json.get("headerRow")).intValue(), (List<String>) json.get("headers"), first,
                ((Number) json.get("rows")).longValue());
    }

    private static String shown(String cell) {
        return cell.length() <= SHOWN ? cell : cell.substring(0, SHOWN) + "…";
    }
}
