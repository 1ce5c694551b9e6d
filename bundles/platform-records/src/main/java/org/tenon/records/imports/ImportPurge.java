package org.tenon.records.imports;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.sdk.job.JobRun;
import org.tenon.sdk.job.JobRun.Progress;
import org.tenon.sdk.job.Schedule;
import org.tenon.sdk.job.TimerTask;

/** Gives up the rows of imports whose time has come, each night; what was never run goes altogether. What is worked on waits for the next night. */
@Component(service = TimerTask.class)
public final class ImportPurge implements TimerTask {

    private static final Schedule SCHEDULE = Schedule.cron("10 3 * * *");

    private final ImportRetention retention;

    @Activate
    public ImportPurge(@Reference ImportRetention retention) {
        this.retention = retention;
    }

    @Override
    public String name() {
        return "records.importPurge";
    }

    @Override
    public Schedule schedule() {
        return SCHEDULE;
    }

    @Override
    public Map<String, Object> run(LocalDateTime due, JobRun run) {
        long done = 0;
        for (Import old : retention.old()) {
            if (step(run, done, () -> retention.begin(old))) {
                boolean more = true;
                while (more) {
                    more = step(run, done, () -> retention.clearSome(old));
                }
                done++;
            }
        }
        return Map.of("cleared", done);
    }

    private static boolean step(JobRun run, long done, BooleanSupplier work) {
        boolean[] answer = new boolean[1];
        run.step(() -> {
            answer[0] = work.getAsBoolean();
            return new Progress(done, null, Map.of());
        });
        return answer[0];
    }
}
