package org.tenon.records.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.records.imports.RowTable.Kept;
import org.tenon.records.imports.file.Format;
import org.tenon.records.log.ChangeLabels;
import org.tenon.records.model.RecordModels;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.query.RecordTitles;
import org.tenon.sdk.file.FileStore;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.job.Jobs;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.text.Labels;
import org.tenon.sdk.tx.Tx;

/** Imports the caller may see, spoken to in the JSON of docs/rest.md. Safe for all threads. */
@Component(service = ImportDesk.class)
public final class ImportDesk {

    /** Rows of a page, and imports. */
    private static final int MOST = 200;

    private final Imports imports;
    private final ImportJson json;
    private final RowViews views;
    private final Labels labels;

    @Activate
    public ImportDesk(@Reference Importer importer, @Reference Tx tx, @Reference FileStore files, @Reference Jobs jobs, @Reference RecordModels models,
                      @Reference RecordPolicy policy, @Reference RecordTitles titles, @Reference ChangeLabels changes, @Reference Labels labels,
                      @Reference ImportRetention retention) {
        this.imports = new Imports(importer, tx, files, jobs, policy, retention);
        this.json = new ImportJson(imports, models, titles, labels);
        this.views = new RowViews(models, policy, titles, changes);
        this.labels = labels;
    }

    /** Takes a CSV or XLSX file in and answers what it is. @throws org.tenon.sdk.TenonException UNREADABLE, TOO_LARGE, FORBIDDEN, NOT_FOUND */
    public Map<String, @Nullable Object> begin(String type, String fileName, InputStream content) {
        return json.full(imports.begin(type, fileName, content));
    }

    /**
     * Newest first.
     *
     * @param everyone also those of others, for holders of {@code imports:manage}
     * @param before   the id of the last one of the page before
     */
    public Map<String, Object> list(String type, boolean everyone, @Nullable RecordId before, int limit) {
        if (!everyone) {
            imports.importer().plans().model(type);
        }
        return Map.of("items", json.briefs(imports.list(type, everyone, before, Math.max(1, Math.min(limit, MOST)))), "mayManage", imports.manages());
    }

    /** One import with its file, options and counts. @throws org.tenon.sdk.TenonException NOT_FOUND, here and below */
    public Map<String, @Nullable Object> get(RecordId id) {
        return json.full(imports.find(id));
    }

    /** How it is going, without what does not change meanwhile. */
    public Map<String, @Nullable Object> progress(RecordId id) {
        return json.brief(imports.find(id));
    }

    /** Changes options. @throws org.tenon.sdk.TenonException INVALID, CONFLICT while it is worked on and once it has been run */
    public Map<String, @Nullable Object> change(RecordId id, Map<String, ?> patch) {
        return json.full(imports.change(id, patch));
    }

    /** Forgets it; the records stay. @throws org.tenon.sdk.TenonException CONFLICT while it is worked on */
    public void delete(RecordId id) {
        imports.delete(id);
    }

    /** Goes over all rows without storing any. @throws org.tenon.sdk.TenonException INVALID, CONFLICT, here and below */
    public Map<String, @Nullable Object> check(RecordId id) {
        return json.brief(imports.check(id));
    }

    /** Stores the rows, or goes on storing them where a run ended early. */
    public Map<String, @Nullable Object> run(RecordId id) {
        return json.brief(imports.run(id));
    }

    /** Asks what works on the import to end; what is done stays done. */
    public Map<String, @Nullable Object> cancel(RecordId id) {
        return json.brief(imports.cancel(id));
    }

    /** Takes back what the import stored, with the caller's rights. */
    public Map<String, @Nullable Object> undo(RecordId id) {
        return json.brief(imports.undo(id));
    }

    /**
     * What became, or would become, of the rows, in the file's order.
     *
     * @param outcome {@code created updated unchanged skipped refused}, or {@code kept} for records an undo left alone; empty for all rows
     * @param after   the line of the last one of the page before, 0 for the first page
     */
    public Map<String, Object> rows(RecordId id, String outcome, long after, int limit) {
        Import of = imports.find(id);
        int most = Math.max(1, Math.min(limit, MOST));
        List<Kept> rows = imports.importer().rows().page(of.id(), outcome.isEmpty() ? null : outcome, outcome.equals("kept"), after, most + 1);
        List<Kept> shown = new ArrayList<>(rows.subList(0, Math.min(most, rows.size())));
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("items", views.of(shown, imports.own(of)));
        page.put("next", rows.size() > most ? shown.get(shown.size() - 1).line() : 0);
        return page;
    }

    /** A file to hand out. @param name with its ending */
    public record Refused(String name, String contentType, FileStore.Writer content) {
    }

    /** The refused rows as a file like the one they came from, with the reasons in a further column. @throws org.tenon.sdk.TenonException FORBIDDEN for another member's */
    public Refused refused(RecordId id) {
        Import of = imports.mine(id);
        Caller caller = Caller.current();
        boolean sheet = of.look().format() == Format.XLSX;
        String name = of.fileName().replaceFirst("\\.[A-Za-z]{1,5}$", "") + "-" + labels.text("records", "import.refused", caller.locale());
        String reason = labels.text("records", "import.reason", caller.locale());
        return new Refused(name + (sheet ? ".xlsx" : ".csv"), sheet ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                : "text/csv; charset=" + of.look().encoding(), out -> write(of, out, reason));
    }

    private void write(Import of, OutputStream out, String reason) throws IOException {
        new RefusedFile(imports.importer().rows(), of).write(out, reason);
    }
}
