package org.tenon.records.bulk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.records.model.RecordModel;
import org.tenon.records.query.IdWalk;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.job.JobHandler;
import org.tenon.sdk.job.JobRun;

/** Changes all records of a list, or those chosen. */
@Component(service = JobHandler.class)
public final class BulkJob implements JobHandler {

    static final String KIND = "records.bulk";

    private final BulkWork work;
    private final IdWalk walk;

    @Activate
    public BulkJob(@Reference BulkWork work, @Reference IdWalk walk) {
        this.work = work;
        this.walk = walk;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, Object> run(JobRun run) {
        BulkOrder order = BulkOrder.of(run.job().parameters());
        OrderedChange change = OrderedChange.of(order, work.model(order.type()), work::department);
        Map<String, Object> result = new LinkedHashMap<>(Map.of("type", order.type(), "action", order.action().key()));
        result.putAll(work.run(run, new Ordered(order, change), total(run, order)));
        return result;
    }

    /** What was counted at the start; counting may take too long, then nobody knows. */
    private @Nullable Long total(JobRun run, BulkOrder order) {
        if (!order.ids().isEmpty()) {
            return (long) order.ids().size();
        }
        if (!run.state().isEmpty()) {
            return run.job().total();
        }
        try {
            long count = walk.count(work.model(order.type()), order.list(), BulkWork.MOST_COUNTED);
            return count < BulkWork.MOST_COUNTED ? count : null;
        } catch (TenonException e) {
            if (e.kind() == Kind.UNAVAILABLE) {
                return null;
            }
            throw e;
        }
    }

    private final class Ordered implements BulkWork.Task {

        private final BulkOrder order;
        private final OrderedChange change;

        Ordered(BulkOrder order, OrderedChange change) {
            this.order = order;
            this.change = change;
        }

        @Override
        public List<String> types() {
            return List.of(order.type());
        }

        @Override
        public List<Long> next(RecordModel model, long after) {
            return order.ids().isEmpty() ? walk.next(model, order.list(), after, order.upTo(), rows())
                    : order.ids().stream().filter(id -> id > after).limit(rows()).toList();
        }

        private int rows() {
            return order.along() ? BulkWork.ROWS_ALONG : BulkWork.ROWS;
        }

        @Override
        public RowChange change(RecordModel model, List<Long> ids) {
            return change;
        }
    }
}
