package ${package};

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.sdk.job.JobRun;
import org.tenon.sdk.job.Schedule;
import org.tenon.sdk.job.TimerTask;
import org.tenon.sdk.record.RecordQuery;
import org.tenon.sdk.record.RecordStore;
import org.tenon.sdk.record.RecordView;
import org.tenon.sdk.record.Records;

/** Every night, notes done more than 90 days ago go into the recycle bin. */
@Component
public final class TidyUp implements TimerTask {

    private static final int DAYS = 90;

    private final RecordStore<Note> notes;
    private final Clock clock;

    @Activate
    public TidyUp(@Reference Records records) {
        this(records, Clock.systemDefaultZone());
    }

    TidyUp(Records records, Clock clock) {
        this.notes = records.of(Note.class);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "${area}.tidy";
    }

    @Override
    public Schedule schedule() {
        return Schedule.cron("30 3 * * *");
    }

    @Override
    public Map<String, Object> run(LocalDateTime due, JobRun run) {
        Object old = Map.of("<", List.of(Map.of("var", "doneOn"), LocalDate.now(clock).minusDays(DAYS).toString()));
        List<RecordView> page = page(old);
        while (!page.isEmpty()) {
            List<RecordView> going = page;
            run.step(() -> {
                going.forEach(note -> notes.delete(note.id(), null));
                return new JobRun.Progress(run.job().done() + going.size(), null, Map.of());
            });
            page = page(old);
        }
        return Map.of("changed", run.job().done());
    }

    private List<RecordView> page(Object condition) {
        return notes.page(RecordQuery.first(RecordQuery.MAX_LIMIT).where(condition)).items();
    }
}
