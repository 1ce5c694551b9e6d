package org.tenon.records.bulk;

import java.nio.charset.StandardCharsets;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import de.siegmar.fastcsv.writer.CsvWriter;
import org.jspecify.annotations.Nullable;
import org.tenon.records.bulk.BulkRows.BulkRow;
import org.tenon.records.query.RecordTitles;
import org.tenon.sdk.file.FileStore;
import org.tenon.sdk.file.StoredFile;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.text.Labels;

/** What came of a job over many records: counts, the first refused ones, all of them in a file. */
final class BulkResult {

    private static final int SHOWN = 20;
    private static final int AT_ONCE = 500;
    private static final Duration KEPT = Duration.ofDays(30);

    private final BulkRows table;
    private final RecordTitles titles;
    private final Labels labels;
    private final @Nullable FileStore files;

    BulkResult(BulkRows table, RecordTitles titles, Labels labels, @Nullable FileStore files) {
        this.table = table;
        this.titles = titles;
        this.labels = labels;
        this.files = files;
    }

    Map<String, Object> of(long job, Tally tally) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("changed", tally.changed());
        result.put("unchanged", tally.unchanged());
        result.put("refused", tally.refused());
        if (tally.refused() > 0) {
            result.put("refusals", json(table.refused(job, "", Long.MIN_VALUE, SHOWN)));
            if (files != null) {
                StoredFile file = files.keep(text("bulk.file") + ".csv", out -> write(job, out), KEPT);
                result.put("files", List.of(Map.of("id", file.id().toString(), "name", file.name(), "size", file.size())));
            }
        }
        return result;
    }

    /** Refused records with title and reason, as the caller may see them. */
    List<Map<String, Object>> json(List<BulkRow> rows) {
        Map<String, Map<Long, String>> known = known(rows);
        return rows.stream().map(row -> Map.<String, Object>of("type", row.type(), "id", RecordId.text(row.id()), "title", title(known, row),
                "reason", String.valueOf(row.reason()))).toList();
    }

    private void write(long job, OutputStream out) throws IOException {
        out.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.writeRecord(text("bulk.file.title"), text("bulk.file.reason"), text("bulk.file.id"), text("bulk.file.type"));
        List<BulkRow> rows = table.refused(job, "", Long.MIN_VALUE, AT_ONCE);
        while (!rows.isEmpty()) {
            Map<String, Map<Long, String>> known = known(rows);
            rows.forEach(row -> csv.writeRecord(harmless(title(known, row)), harmless(String.valueOf(row.reason())), RecordId.text(row.id()), row.type()));
            BulkRow last = rows.get(rows.size() - 1);
            rows = table.refused(job, last.type(), last.id(), AT_ONCE);
        }
        csv.flush();
    }

    /** Spreadsheets take cells that begin like this for formulas. */
    static String harmless(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private Map<String, Map<Long, String>> known(List<BulkRow> rows) {
        return rows.stream().collect(Collectors.groupingBy(BulkRow::type, Collectors.collectingAndThen(Collectors.toList(),
                same -> titles.of(Caller.current(), same.get(0).type(), same.stream().map(BulkRow::id).toList()))));
    }

    private static String title(Map<String, Map<Long, String>> known, BulkRow row) {
        return known.getOrDefault(row.type(), Map.of()).getOrDefault(row.id(), RecordTitles.UNREADABLE);
    }

    private String text(String key) {
        return labels.text("records", key, Caller.current().locale());
    }
}
