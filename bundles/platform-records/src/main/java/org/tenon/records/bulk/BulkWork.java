package org.tenon.records.bulk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.tenon.persistence.Db;
import org.tenon.records.model.RecordModel;
import org.tenon.records.model.RecordModels;
import org.tenon.records.query.RecordTitles;
import org.tenon.records.write.Batches;
import org.tenon.sdk.file.FileStore;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Directory;
import org.tenon.sdk.identity.Via;
import org.tenon.sdk.job.JobRun;
import org.tenon.sdk.text.Labels;

/** Takes a job through all records of all its types, from where it came to. Safe for all threads. */
@Component(service = BulkWork.class)
public final class BulkWork {

    /** Records a step. */
    static final int ROWS = 500;
    /** Records a step that bring others with them. */
    static final int ROWS_ALONG = 100;
    /** Beyond it the total is left open. */
    static final int MOST_COUNTED = 10_000_000;

    /** Which records are meant and what is done with them. */
    interface Task {

        /** By name. */
        List<String> types();

        /** The next ids of a type behind {@code after}, ascending; none at the end. */
        List<Long> next(RecordModel model, long after);

        RowChange change(RecordModel model, List<Long> ids);
    }

    private final RecordModels models;
    private final Batches batches;
    private final BulkRows table;
    private final RecordTitles titles;
    private final Labels labels;
    private final Belongings belongings;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable FileStore files;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Directory directory;

    @Activate
    public BulkWork(@Reference RecordModels models, @Reference Batches batches, @Reference BulkRows table, @Reference RecordTitles titles,
                    @Reference Labels labels, @Reference Db db) {
        this.models = models;
        this.batches = batches;
        this.table = table;
        this.titles = titles;
        this.labels = labels;
        this.belongings = new Belongings(models, db);
    }

    /** For whoever assembles by hand. */
    public BulkWork with(@Nullable FileStore store, @Nullable Directory organisation) {
        files = store;
        directory = organisation;
        return this;
    }

    /** The department records of a member belong to. */
    Optional<Long> department(long member) {
        Directory present = directory;
        return present == null ? Optional.empty() : present.mainDepartment(member);
    }

    RecordModel model(String type) {
        return models.require(type);
    }

    /** @param total records in all, null if unknown */
    Map<String, Object> run(JobRun run, Task task, @Nullable Long total) {
        return Caller.current().by(Via.BULK).run(() -> all(run, task, total));
    }

    private Map<String, Object> all(JobRun run, Task task, @Nullable Long total) {
        if (run.state().isEmpty()) {
            table.sweep(run.job().id().value());
        }
        Reasons reasons = new Reasons(labels, Caller.current().locale());
        for (String type : task.types()) {
            if (type.compareTo(Tally.of(run.state()).type()) >= 0) {
                RecordModel model = models.require(type);
                List<Long> ids = task.next(model, Tally.of(run.state()).after(type));
                while (!ids.isEmpty()) {
                    new Chunk(run, batches, belongings, table, reasons, model, task.change(model, ids), total).run(ids);
                    ids = task.next(model, Tally.of(run.state()).after(type));
                }
            }
        }
        return result().of(run.job().id().value(), Tally.of(run.state()));
    }

    BulkResult result() {
        return new BulkResult(table, titles, labels, files);
    }
}
