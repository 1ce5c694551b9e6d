package org.tenon.records.write;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.tenon.persistence.Db;
import org.tenon.records.dictionary.Dictionaries;
import org.tenon.records.duplicates.DuplicateRules;
import org.tenon.records.duplicates.Duplicates;
import org.tenon.records.log.ChangeLog;
import org.tenon.records.log.RecordTimeline;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.records.model.RecordModels;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.query.RecordReader;
import org.tenon.sdk.file.FileStore;
import org.tenon.sdk.identity.Directory;
import org.tenon.sdk.record.BaseRecord;
import org.tenon.sdk.record.RecordStore;
import org.tenon.sdk.record.Records;
import org.tenon.sdk.text.Labels;
import org.tenon.sdk.tx.Tx;

/** The stores of all record types. */
@Component(service = {Records.class, Batches.class, Refills.class, JpaRecords.class})
public final class JpaRecords implements Records, Batches, Refills {

    private final RecordModels models;
    private final Writing writing;
    private final RecordEngine engine;
    private final Refills refills;
    private final RecordTimeline timeline;
    private final AccessAnswers answers;
    private final Duplicates duplicates;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Directory directory;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable FileStore fileStore;

    @Activate
    public JpaRecords(@Reference Db db, @Reference Tx tx, @Reference RecordModels models, @Reference RecordPolicy policy,
                      @Reference RecordReader reader, @Reference ChangeLog log, @Reference RecordTimeline timeline, @Reference Labels labels,
                      @Reference Dictionaries dictionaries, @Reference RuleBook rules, @Reference AccessAnswers answers, @Reference DuplicateRules duplicateRules) {
        this.models = models;
        this.duplicates = new Duplicates(db, models, policy, labels, duplicateRules);
        this.writing = new Writing(db, tx, models, policy, reader, log, labels, rules, () -> Optional.ofNullable(directory), dictionaries,
                Clock.systemUTC(), new Touches(), () -> Optional.ofNullable(fileStore), duplicates);
        this.engine = new RecordEngine(writing);
        this.refills = new StoredRefills(writing);
        this.timeline = timeline;
        this.answers = answers;
    }

    /** For whoever assembles by hand: the organisation, null for none. */
    public JpaRecords with(@Nullable Directory organisation) {
        directory = organisation;
        return this;
    }

    /** For whoever assembles by hand: where files are kept. */
    public JpaRecords with(FileStore store) {
        fileStore = store;
        return this;
    }

    @Override
    public long count(RecordModel model, String field) {
        return refills.count(model, field);
    }

    @Override
    public long refill(RecordModel model, FieldModel field, long after, int limit) {
        return refills.refill(model, field, after, limit);
    }

    @Override
    public RecordBatches open() {
        return new RecordBatches(writing, engine);
    }

    @Override
    public <R extends BaseRecord> RecordStore<R> of(Class<R> type) {
        return store(() -> models.require(type), () -> type);
    }

    /** For merges. */
    public Merging merging() {
        return new Merging(writing, engine);
    }

    @Override
    public RecordStore<?> of(String type) {
        models.require(type);
        return byName(() -> models.require(type));
    }

    @SuppressWarnings("unchecked") // the store hands out what the model's class is
    private RecordStore<?> byName(Supplier<RecordModel> model) {
        return store(model, () -> (Class<BaseRecord>) model.get().entity());
    }

    private <R extends BaseRecord> RecordStore<R> store(Supplier<RecordModel> model, Supplier<Class<R>> entity) {
        return new JpaRecordStore<>(model, entity, writing, engine, timeline, answers, duplicates);
    }
}
