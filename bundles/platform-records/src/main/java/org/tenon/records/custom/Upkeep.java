package org.tenon.records.custom;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.records.model.RecordModels;
import org.tenon.records.write.Refills;
import org.tenon.sdk.job.JobHandler;
import org.tenon.sdk.job.JobRun;
import org.tenon.sdk.record.RecordId;

/** The job that brings stored records in line with a custom field: values for filters and orders, and results of formulas. */
@Component(service = {JobHandler.class, Upkeep.class})
public final class Upkeep implements JobHandler {

    static final String KIND = "records.fields";
    private static final int AT_ONCE = 200;

    private final Refills refills;
    private final RecordModels models;
    private final FieldReady ready;

    @Activate
    public Upkeep(@Reference Refills refills, @Reference RecordModels models, @Reference FieldReady ready) {
        this.refills = refills;
        this.models = models;
        this.ready = ready;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, Object> run(JobRun run) {
        String type = String.valueOf(run.job().parameters().get("type"));
        String name = String.valueOf(run.job().parameters().get("field"));
        AtomicLong done = new AtomicLong(run.job().done());
        AtomicLong last = new AtomicLong(run.state().get("last") instanceof String id ? RecordId.of(id).value() : 0);
        while (last.get() >= 0) {
            run.step(() -> {
                RecordModel model = models.require(type);
                Optional<FieldModel> field = model.field(name);
                long next = field.isEmpty() ? -1 : refills.refill(model, field.get(), last.get(), AT_ONCE);
                last.set(next);
                return new JobRun.Progress(done.addAndGet(AT_ONCE), null, next < 0 ? Map.of() : Map.of("last", RecordId.text(next)));
            });
        }
        ready.ready(type, name);
        return Map.of("type", type, "fields", List.of(name));
    }

    /** All of it at once, in the present transaction. */
    void now(RecordModel model, FieldModel field) {
        long last = 0;
        while (last >= 0) {
            last = refills.refill(model, field, last, AT_ONCE);
        }
    }
}
