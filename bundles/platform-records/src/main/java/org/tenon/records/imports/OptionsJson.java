package org.tenon.records.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenon.records.imports.ImportOptions.Column;
import org.tenon.records.imports.ImportOptions.Mode;
import org.tenon.records.imports.ImportOptions.Repeats;
import org.tenon.records.imports.file.Encodings;
import org.tenon.records.imports.file.ReadAs;
import org.tenon.sdk.TenonException;

/** {@link ImportOptions} in the JSON form of docs/rest.md. */
final class OptionsJson {

    static final ImportOptions NONE = new ImportOptions(ReadAs.FOUND, List.of(), Map.of(), Mode.CREATE, List.of(), Repeats.SKIP, false, false);

    private static final Map<String, Mode> MODES = Map.of("create", Mode.CREATE, "update", Mode.UPDATE, "createOrUpdate", Mode.CREATE_OR_UPDATE);
    private static final Set<String> MEMBERS = Set.of("encoding", "delimiter", "sheet", "headerRow", "columns", "defaults", "mode", "match", "duplicates",
            "blanks", "lists");
    private static final Set<String> FORMATS = Set.of("ymd", "dmy", "mdy", "point", "comma");

    private OptionsJson() {
    }

    static Map<String, @Nullable Object> write(ImportOptions options) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("encoding", options.how().encoding());
        json.put("delimiter", options.how().delimiter());
        json.put("sheet", options.how().sheet());
        json.put("headerRow", options.how().headerRow());
        List<Map<String, @Nullable Object>> columns = new ArrayList<>();
        for (Column column : options.columns()) {
            Map<String, @Nullable Object> each = new LinkedHashMap<>();
            each.put("column", column.column());
            each.put("to", column.to());
            each.put("format", column.format());
            each.put("by", column.by());
            each.put("separator", column.separator());
            columns.add(each);
        }
        json.put("columns", columns);
        json.put("defaults", options.defaults());
        json.put("mode", MODES.entrySet().stream().filter(entry -> entry.getValue() == options.mode()).findFirst().orElseThrow().getKey());
        json.put("match", options.match());
        json.put("duplicates", options.repeats().name().toLowerCase(Locale.ROOT));
        json.put("blanks", options.clear() ? "clear" : "keep");
        json.put("lists", options.replace() ? "replace" : "add");
        return json;
    }

    /** Changes what the patch names. @throws TenonException INVALID naming the member */
    static ImportOptions patch(ImportOptions before, Map<String, ?> patch) {
        for (String name : patch.keySet()) {
            check(MEMBERS.contains(name), name, "unknownField");
        }
        Map<String, @Nullable Object> json = write(before);
        json.putAll(patch);
        String encoding = text(json, "encoding");
        check(encoding == null || Encodings.NAMES.contains(encoding), "encoding", "choice");
        String delimiter = text(json, "delimiter");
        check(delimiter == null || Set.of(",", ";", "\t", "|").contains(delimiter), "delimiter", "choice");
        Object header = json.get("headerRow");
        check(header == null || header instanceof Number row && row.longValue() >= 0 && row.longValue() <= 1_000, "headerRow", "number");
        ReadAs how = new ReadAs(encoding, delimiter, text(json, "sheet"), header == null ? null : (Integer) ((Number) header).intValue());
        return new ImportOptions(how, columns(list(json, "columns")), map(json, "defaults"), MODES.get(word(json, "mode", MODES.keySet())),
                list(json, "match").stream().map(String::valueOf).distinct().toList(),
                Repeats.valueOf(word(json, "duplicates", Set.of("skip", "update", "create")).toUpperCase(Locale.ROOT)),
                word(json, "blanks", Set.of("keep", "clear")).equals("clear"), word(json, "lists", Set.of("add", "replace")).equals("replace"));
    }

    private static List<Column> columns(List<?> json) {
        List<Column> columns = new ArrayList<>();
        for (Object each : json) {
            check(each instanceof Map<?, ?> map && map.get("column") instanceof Number && map.get("to") instanceof String, "columns", "list");
            Map<?, ?> map = (Map<?, ?>) each;
            String format = (String) map.get("format");
            check(format == null || FORMATS.contains(format), "columns", "choice");
            columns.add(new Column(((Number) map.get("column")).intValue(), (String) map.get("to"), format, (String) map.get("by"), (String) map.get("separator")));
        }
        return List.copyOf(columns);
    }

    private static @Nullable String text(Map<String, ?> json, String name) {
        Object value = json.get(name);
        check(value == null || value instanceof String, name, "text");
        return (String) value;
    }

    private static String word(Map<String, ?> json, String name, Set<String> known) {
        Object value = json.get(name);
        check(value instanceof String && known.contains(value), name, "choice");
        return (String) value;
    }

    private static List<?> list(Map<String, ?> json, String name) {
        Object value = json.get(name);
        check(value == null || value instanceof List<?>, name, "list");
        return value == null ? List.of() : (List<?>) value;
    }

    @SuppressWarnings("unchecked") // JSON objects have texts for names
    private static Map<String, Object> map(Map<String, ?> json, String name) {
        Object value = json.get(name);
        check(value == null || value instanceof Map<?, ?>, name, "list");
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    private static void check(boolean right, String field, String code) {
        if (!right) {
            throw TenonException.invalid(field, code, field + " is not understood");
        }
    }
}
