package org.tenon.records.merge;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.records.merge.MergeTable.Merge;
import org.tenon.records.merge.MergeTable.State;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.job.JobHandler;
import org.tenon.sdk.job.JobRun;
import org.tenon.sdk.job.JobRun.Progress;
import org.tenon.sdk.record.RecordId;

/** Moves the many references of a merge, or moves them back. What is merged was decided when it was submitted; nothing can make it stale. */
@Component
public final class MergeJob implements JobHandler {

    public static final String KIND = "records.merge";

    private final Merges merges;

    @Activate
    public MergeJob(@Reference Merges merges) {
        this.merges = merges;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, Object> run(JobRun run) {
        long id = RecordId.of(String.valueOf(run.job().parameters().get("merge"))).value();
        Merge merge = merges.table().find(id).orElseThrow(() -> TenonException.notFound("no merge " + RecordId.text(id)));
        return Boolean.TRUE.equals(run.job().parameters().get("undo")) ? back(run, merge) : move(run, merge);
    }

    private Map<String, Object> move(JobRun run, Merge merge) {
        List<Long> others = merges.table().others(merge.id());
        long total = number(run.state().get("done")) + merges.moving().count(merge.type(), merge.survivor(), others);
        AtomicBoolean more = new AtomicBoolean(true);
        while (more.get()) {
            run.step(() -> {
                long before = number(run.state().get("done"));
                int moved = merges.moving().next(merge, others);
                more.set(moved > 0);
                if (moved == 0) {
                    merges.table().state(merge.id(), State.DONE, run.job().id().value(), Map.of());
                }
                return new Progress(before + moved, Math.max(total, before + moved), Map.of("done", before + moved));
            });
        }
        return Map.of("moved", number(run.state().get("done")));
    }

    private Map<String, Object> back(JobRun run, Merge merge) {
        long total = merges.table().countMoves(merge.id());
        AtomicBoolean more = new AtomicBoolean(true);
        while (more.get()) {
            run.step(() -> {
                Long last = merges.unmerging().step(merge, number(run.state().get("after")));
                more.set(last != null);
                long done = Math.min(total, number(run.state().get("done")) + (last == null ? 0 : Moving.STEP));
                if (last == null) {
                    merges.unmerging().end(merge);
                }
                return new Progress(done, total, Map.of("done", done, "after", String.valueOf(last == null ? 0 : last)));
            });
        }
        return merges.unmerging().report(merge);
    }

    private static long number(@Nullable Object value) {
        return value == null ? 0 : Long.parseLong(String.valueOf(value));
    }
}
