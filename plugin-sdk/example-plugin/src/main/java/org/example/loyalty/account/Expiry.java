package org.example.loyalty.account;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.sdk.job.JobRun;
import org.tenon.sdk.job.Schedule;
import org.tenon.sdk.job.TimerTask;
import org.tenon.sdk.record.Records;
import org.tenon.sdk.tx.Tx;

/** Every night, points older than a year go. */
@Component
public final class Expiry implements TimerTask {

    private static final int LINES_A_STEP = 100;

    private final Ledger ledger;

    @Activate
    public Expiry(@Reference Tx tx, @Reference Records records) {
        this(new Ledger(tx, records, Clock.systemDefaultZone()));
    }

    Expiry(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public String name() {
        return "loyalty.expire";
    }

    @Override
    public Schedule schedule() {
        return Schedule.cron("15 2 * * *");
    }

    @Override
    public Map<String, Object> run(LocalDateTime due, JobRun run) {
        int[] found = {LINES_A_STEP};
        while (found[0] == LINES_A_STEP) {
            run.step(() -> {
                found[0] = ledger.expire(LINES_A_STEP);
                return new JobRun.Progress(run.job().done() + found[0], null, Map.of());
            });
        }
        return Map.of("changed", run.job().done());
    }
}
