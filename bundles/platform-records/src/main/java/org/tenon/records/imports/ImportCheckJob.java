package org.tenon.records.imports;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.sdk.job.JobHandler;
import org.tenon.sdk.job.JobRun;
import org.tenon.sdk.record.RecordId;

/** Goes over an import's rows without storing anything. Parameter {@code import}: its id. */
@Component(service = JobHandler.class)
public final class ImportCheckJob implements JobHandler {

    static final String KIND = "records.importCheck";

    private final Importer importer;

    @Activate
    public ImportCheckJob(@Reference Importer importer) {
        this.importer = importer;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, Object> run(JobRun run) {
        long id = RecordId.of(String.valueOf(run.job().parameters().get("import"))).value();
        importer.load(run, id, true);
        return Map.of("import", RecordId.text(id));
    }
}
