package org.tenon.records.imports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tenon.records.standalone.StandaloneRecords;
import org.tenon.sdk.job.Job;
import org.tenon.sdk.record.RecordId;
import org.tenon.testkit.MemoryFiles;
import org.tenon.testkit.job.StandaloneJobs;

/** Loads files into an engine as people do: upload, options, run. As the present caller. */
public final class Loads {

    private final ImportDesk desk;
    private final StandaloneJobs jobs;
    private final ImportRetention retention;
    private final MemoryFiles files = new MemoryFiles();

    public Loads(StandaloneRecords engine) {
        Importer importer = engine.importer(files);
        this.jobs = new StandaloneJobs(engine.tx()).handler(new ImportJob.Check(importer)).handler(new ImportJob.Run(importer)).handler(new ImportJob.Undo(importer));
        this.retention = engine.importRetention(importer, jobs);
        this.desk = engine.imports(importer, files, jobs);
    }

    public ImportDesk desk() {
        return desk;
    }

    public StandaloneJobs jobs() {
        return jobs;
    }

    ImportRetention retention() {
        return retention;
    }

    /** The id of an import of this text, with these options. */
    public RecordId begin(String type, String csv, Map<String, ?> options) {
        return begin(type, "file.csv", csv.getBytes(StandardCharsets.UTF_8), options);
    }

    public RecordId begin(String type, String name, byte[] content, Map<String, ?> options) {
        RecordId id = RecordId.of((String) desk.begin(type, name, new ByteArrayInputStream(content)).get("id"));
        if (!options.isEmpty()) {
            desk.change(id, options);
        }
        return id;
    }

    public Job check(RecordId id) {
        return job(desk.check(id));
    }

    public Job run(RecordId id) {
        return job(desk.run(id));
    }

    public Job undo(RecordId id) {
        return job(desk.undo(id));
    }

    private Job job(Map<String, ?> started) {
        jobs.runAll();
        return jobs.find(RecordId.of((String) started.get("job"))).orElseThrow();
    }

    /** The import after it has run. */
    public RecordId loaded(String type, String csv, Map<String, ?> options) {
        RecordId id = begin(type, csv, options);
        run(id);
        return id;
    }

    @SuppressWarnings("unchecked") // as docs/rest.md says
    public Map<String, Long> counts(RecordId id) {
        return (Map<String, Long>) desk.progress(id).get("counts");
    }

    public String state(RecordId id) {
        return (String) desk.progress(id).get("state");
    }

    /** All rows of an outcome. */
    @SuppressWarnings("unchecked") // as docs/rest.md says
    public List<Map<String, Object>> rows(RecordId id, String outcome) {
        List<Map<String, Object>> rows = new ArrayList<>();
        long after = 0;
        do {
            Map<String, Object> page = desk.rows(id, outcome, after, 200);
            rows.addAll((List<Map<String, Object>>) page.get("items"));
            after = ((Number) page.get("next")).longValue();
        } while (after > 0);
        return rows;
    }

    /** The errors of all refused rows as {@code line field: reason}. */
    @SuppressWarnings("unchecked") // as docs/rest.md says
    public List<String> refused(RecordId id) {
        return rows(id, "refused").stream().flatMap(row -> ((List<Map<String, Object>>) row.get("errors")).stream()
                .map(error -> row.get("line") + " " + error.get("field") + ": " + error.get("reason"))).toList();
    }

    public byte[] refusedFile(RecordId id) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            desk.refused(id).content().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
