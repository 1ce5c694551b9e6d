package org.tenon.records.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenon.records.sheets.CsvSheet;
import org.tenon.records.sheets.SheetWriter;
import org.tenon.sdk.text.Labels;

/** A timeline as rows of a table: one for each field that changed, one for anything else. */
final class StreamCsv {

    private static final List<String> COLUMNS = List.of("at", "by", "source", "action", "field", "old", "new", "text");

    private final Labels labels;
    private final Locale locale;

    StreamCsv(Labels labels, Locale locale) {
        this.labels = labels;
        this.locale = locale;
    }

    /** Where pages come from. */
    @FunctionalInterface
    interface Pages {

        /** @param cursor null for the first one */
        Map<String, @Nullable Object> page(@Nullable String cursor);
    }

    void write(OutputStream out, Pages pages) throws IOException {
        try (SheetWriter sheet = new CsvSheet(out)) {
            sheet.header(COLUMNS.stream().map(column -> labels.text("records", "stream.csv." + column, locale)).toList());
            String cursor = null;
            do {
                Map<String, @Nullable Object> page = pages.page(cursor);
                for (Object item : (List<?>) page.getOrDefault("items", List.of())) {
                    for (List<@Nullable Object> row : rows((Map<?, ?>) item)) {
                        sheet.row(row);
                    }
                }
                cursor = (String) page.get("next");
            } while (cursor != null);
        }
    }

    private static List<List<@Nullable Object>> rows(Map<?, ?> entry) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        if (entry.get("changes") instanceof List<?> changes && entry.get("kind").equals("change")) {
            for (Object each : changes) {
                Map<?, ?> change = (Map<?, ?>) each;
                rows.add(row(entry, text(change.get("label")), shown(change, "old"), shown(change, "new"), ""));
            }
        }
        if (rows.isEmpty()) {
            rows.add(row(entry, "", "", "", said(entry)));
        }
        return rows;
    }

    private static List<@Nullable Object> row(Map<?, ?> entry, String field, String before, String after, String text) {
        return Arrays.asList(text(entry.get("at")), text(entry.get("byLabel")), text(entry.get("source")), text(entry.get("action")), field, before, after, text);
    }

    private static String said(Map<?, ?> entry) {
        return entry.get("comment") instanceof Map<?, ?> comment ? text(comment.get("body")) : entry.get("file") instanceof Map<?, ?> file ? text(file.get("name"))
                : entry.get("record") instanceof Map<?, ?> record ? text(record.get("label")) + " " + text(record.get("title")) : "";
    }

    private static String shown(Map<?, ?> change, String key) {
        Object label = change.get(key + "Label");
        return text(label != null ? label : change.get(key));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value instanceof List<?> list ? String.join(", ", list.stream().map(StreamCsv::text).toList())
                : value instanceof Map<?, ?> map ? String.join(" ", map.values().stream().map(StreamCsv::text).toList()) : value.toString();
    }
}
