package org.tenon.records.duplicates;

import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.tenon.persistence.Db;
import org.tenon.records.duplicates.PairTable.Pair;
import org.tenon.records.model.RecordModel;
import org.tenon.records.model.RecordModels;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.query.PlainRows;
import org.tenon.records.query.RecordReader;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.job.Job;
import org.tenon.sdk.job.Jobs;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.text.Labels;
import org.tenon.sdk.tx.Tx;

/** What people do about duplicates there are: look through them, have them searched for, say that two are none. Safe for all threads. */
@Component(service = DuplicateDesk.class)
public final class DuplicateDesk {

    private final Tx tx;
    private final RecordModels models;
    private final RecordPolicy policy;
    private final RecordReader reader;
    private final PairTable pairs;
    private final PairPages pages;
    private final GroupPages groups;
    private final TypeStates states;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Jobs jobs;

    @Activate
    public DuplicateDesk(@Reference Db db, @Reference Tx tx, @Reference RecordModels models, @Reference RecordPolicy policy,
                         @Reference RecordReader reader, @Reference Labels labels, @Reference DuplicateRules rules) {
        this.tx = tx;
        this.models = models;
        this.policy = policy;
        this.reader = reader;
        this.pairs = new PairTable(db);
        PairViews views = new PairViews(db, reader, policy, new HitViews(models, policy, labels, new PlainRows(db), rules), rules);
        this.pages = new PairPages(db, views);
        this.groups = new GroupPages(db, views);
        this.states = new TypeStates(db);
    }

    /** For whoever assembles by hand. */
    public DuplicateDesk with(Jobs queue) {
        jobs = queue;
        return this;
    }

    /** @throws TenonException NOT_FOUND for a type that the caller may not read or that is not compared */
    RecordModel model(String type) {
        RecordModel model = models.require(type);
        policy.require(Caller.current(), model.info(), "read");
        if (!Duplicates.looksAt(model)) {
            throw TenonException.notFound("records of " + type + " are not compared");
        }
        return model;
    }

    /** A page of pairs, and when they were searched for. */
    public Map<String, @Nullable Object> page(String type, boolean dismissed, int limit, @Nullable String cursor) {
        return withState(type, pages.page(model(type), dismissed, limit, cursor));
    }

    /** A page of groups: records that pairs connect, over others too; and when they were searched for. */
    public Map<String, @Nullable Object> groups(String type, int limit, @Nullable String cursor) {
        return withState(type, groups.page(model(type), limit, cursor));
    }

    private Map<String, @Nullable Object> withState(String type, Map<String, @Nullable Object> found) {
        TypeStates.State state = states.find(type).orElse(null);
        Map<String, @Nullable Object> page = new LinkedHashMap<>(found);
        page.put("scannedAt", state == null || state.scannedAt() == null ? null : state.scannedAt().toInstant(ZoneOffset.UTC).toString());
        page.put("job", state == null || state.jobId() == null ? null : RecordId.text(state.jobId()));
        return page;
    }

    /** Has the type searched; a search that is under way is answered instead of a second one. @throws TenonException FORBIDDEN without {@code update} */
    public Job scan(String type) {
        RecordModel model = model(type);
        policy.require(Caller.current(), model.info(), "update");
        Jobs queue = jobs;
        if (queue == null) {
            throw new TenonException(Kind.UNAVAILABLE, "there are no background jobs now");
        }
        return tx.required(() -> {
            states.open(type);
            TypeStates.State state = states.find(type).orElseThrow();
            Job running = state.jobId() == null ? null : queue.find(new RecordId(state.jobId())).filter(job -> !job.state().ended()).orElse(null);
            if (running != null) {
                return running;
            }
            Job job = queue.submit(DuplicateScan.KIND, type, Map.of("type", type));
            states.submitted(type, job.id().value());
            return job;
        });
    }

    /** Says that two records are not the same, or takes that back. @throws TenonException NOT_FOUND, FORBIDDEN if the caller may not change one of them at least */
    public void dismiss(String type, List<RecordId> two, boolean dismissed) {
        RecordModel model = model(type);
        if (two.size() != 2 || two.get(0).equals(two.get(1))) {
            throw TenonException.invalid("ids", "two", "name two different records");
        }
        tx.run(() -> {
            two.forEach(id -> reader.get(model, id));
            boolean may = two.stream().anyMatch(id -> String.valueOf(reader.get(model, id).json().get("_can")).contains("update"));
            if (!may) {
                throw TenonException.forbidden("no role of yours grants update on either of the two");
            }
            Pair pair = Pair.of(two.get(0).value(), two.get(1).value(), 0);
            if (dismissed) {
                pairs.dismiss(type, pair, Caller.current().memberId());
            } else {
                pairs.recall(pair);
            }
        });
    }
}
