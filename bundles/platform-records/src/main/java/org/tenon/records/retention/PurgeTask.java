package org.tenon.records.retention;

import java.time.LocalDateTime;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.records.log.Retention;
import org.tenon.sdk.audit.Audit;
import org.tenon.sdk.job.JobRun;
import org.tenon.sdk.job.JobRun.Progress;
import org.tenon.sdk.job.Schedule;
import org.tenon.sdk.job.TimerTask;
import org.tenon.sdk.parameter.Parameters;

/** Removes changes that are older than they are to be kept, each night. What it marks one night it removes the next: by then the mark is sealed. */
@Component(service = TimerTask.class)
public final class PurgeTask implements TimerTask {

    static final String NAME = "records.purge";
    private static final Schedule SCHEDULE = Schedule.cron("40 2 * * *");

    private final Retention retention;
    private final Parameters parameters;
    private final Audit audit;

    @Activate
    public PurgeTask(@Reference Retention retention, @Reference Parameters parameters, @Reference Audit audit) {
        this.retention = retention;
        this.parameters = parameters;
        this.audit = audit;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Schedule schedule() {
        return SCHEDULE;
    }

    @Override
    public Map<String, Object> run(LocalDateTime due, JobRun run) {
        long gone = 0;
        for (int some = 1; some > 0; gone += some) {
            some = sweep(run, gone);
        }
        long years = parameters.number(RetentionParameters.YEARS);
        boolean marked = years > 0 && retention.mark(due.minusYears(years));
        if (gone > 0) {
            audit.append(NAME, gone + " changes");
        }
        return Map.of("removed", gone, "marked", marked);
    }

    /** A step; one that is tried again counts once. @return how many changes it removed */
    private int sweep(JobRun run, long before) {
        int[] some = new int[1];
        run.step(() -> {
            some[0] = retention.sweep();
            return new Progress(before + some[0], null, Map.of());
        });
        return some[0];
    }
}
