package org.tenon.records.bulk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.records.model.RecordModel;
import org.tenon.records.query.IdWalk;
import org.tenon.records.query.IdWalk.Listed;
import org.tenon.sdk.job.JobHandler;
import org.tenon.sdk.job.JobRun;
import org.tenon.sdk.record.RecordId;

/** Gives everything a member owns to another one. */
@Component(service = JobHandler.class)
public final class TransferJob implements JobHandler {

    static final String KIND = "records.transfer";

    private final BulkWork work;
    private final IdWalk walk;

    @Activate
    public TransferJob(@Reference BulkWork work, @Reference IdWalk walk) {
        this.work = work;
        this.walk = walk;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, Object> run(JobRun run) {
        Map<String, Object> parameters = run.job().parameters();
        String to = (String) parameters.get("to");
        Map<String, Object> values = new HashMap<>(Map.of("ownerId", to));
        work.department(RecordId.of(to).value()).ifPresent(department -> values.put("departmentId", RecordId.text(department)));
        List<String> types = ((List<?>) parameters.get("types")).stream().map(String::valueOf).sorted().toList();
        return work.run(run, new Owned((String) parameters.get("from"), types, new OrderedChange(BulkAction.ASSIGN, values, false)), null);
    }

    /** The living records a member owns. */
    static Listed of(String member) {
        return new Listed(Map.of("==", List.of(Map.of("var", "ownerId"), member)), null, false);
    }

    private final class Owned implements BulkWork.Task {

        private final String from;
        private final List<String> types;
        private final RowChange change;

        Owned(String from, List<String> types, RowChange change) {
            this.from = from;
            this.types = types;
            this.change = change;
        }

        @Override
        public List<String> types() {
            return types;
        }

        @Override
        public List<Long> next(RecordModel model, long after) {
            return walk.next(model, of(from), after, Long.MAX_VALUE, BulkWork.ROWS);
        }

        @Override
        public RowChange change(RecordModel model, List<Long> ids) {
            return change;
        }
    }
}
