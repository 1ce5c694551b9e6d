package org.tenon.records.bulk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.records.bulk.BulkRows.BulkRow;
import org.tenon.records.log.ChangeLog;
import org.tenon.records.model.RecordModel;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.job.JobHandler;
import org.tenon.sdk.job.JobRun;
import org.tenon.sdk.record.RecordId;

/** Puts the records a bulk job changed back, but those changed since. */
@Component(service = JobHandler.class)
public final class UndoJob implements JobHandler {

    static final String KIND = "records.undo";

    private final BulkWork work;
    private final BulkRows table;
    private final ChangeLog log;

    @Activate
    public UndoJob(@Reference BulkWork work, @Reference BulkRows table, @Reference ChangeLog log) {
        this.work = work;
        this.table = table;
        this.log = log;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, Object> run(JobRun run) {
        Map<String, Object> parameters = run.job().parameters();
        BulkAction action = BulkAction.of(parameters.get("action")).orElseThrow(() -> TenonException.unreadable("no such action"));
        Set<String> fields = Set.copyOf(((List<?>) parameters.get("fields")).stream().map(String::valueOf).toList());
        long job = RecordId.of((String) parameters.get("job")).value();
        return work.run(run, new Done(job, action, fields), table.changed(job));
    }

    private final class Done implements BulkWork.Task {

        private final long job;
        private final BulkAction action;
        private final Set<String> fields;
        private final Map<Long, BulkRow> rows = new HashMap<>();

        Done(long job, BulkAction action, Set<String> fields) {
            this.job = job;
            this.action = action;
            this.fields = fields;
        }

        @Override
        public List<String> types() {
            return table.types(job);
        }

        @Override
        public List<Long> next(RecordModel model, long after) {
            rows.clear();
            table.changed(job, model.name(), after, BulkWork.ROWS).forEach(row -> rows.put(row.id(), row));
            return rows.keySet().stream().sorted().toList();
        }

        @Override
        public RowChange change(RecordModel model, List<Long> ids) {
            return new UndoChange(action, fields, log, List.copyOf(rows.values()));
        }
    }
}
