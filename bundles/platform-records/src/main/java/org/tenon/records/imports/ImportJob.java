package org.tenon.records.imports;

import java.util.Map;
import java.util.function.ObjLongConsumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.sdk.job.JobHandler;
import org.tenon.sdk.job.JobRun;
import org.tenon.sdk.record.RecordId;

/** What is done with one import in the background. Parameter {@code import}: its id, which is the result, too. */
public abstract class ImportJob implements JobHandler {

    static final String CHECK = "records.importCheck";
    static final String RUN = "records.import";
    static final String UNDO = "records.importUndo";

    private final String kind;
    private final ObjLongConsumer<JobRun> work;

    private ImportJob(String kind, ObjLongConsumer<JobRun> work) {
        this.kind = kind;
        this.work = work;
    }

    @Override
    public final String kind() {
        return kind;
    }

    @Override
    public final Map<String, Object> run(JobRun run) {
        RecordId id = RecordId.of(String.valueOf(run.job().parameters().get("import")));
        work.accept(run, id.value());
        return Map.of("import", id.toString());
    }

    /** Goes over the rows without storing anything. */
    @Component(service = JobHandler.class)
    public static final class Check extends ImportJob {

        @Activate
        public Check(@Reference Importer importer) {
            super(CHECK, importer::check);
        }
    }

    /** Stores the rows. */
    @Component(service = JobHandler.class)
    public static final class Run extends ImportJob {

        @Activate
        public Run(@Reference Importer importer) {
            super(RUN, importer::store);
        }
    }

    /** Takes back what was stored. */
    @Component(service = JobHandler.class)
    public static final class Undo extends ImportJob {

        @Activate
        public Undo(@Reference Importer importer) {
            super(UNDO, importer::undo);
        }
    }
}
