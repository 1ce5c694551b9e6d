package org.tenon.records.bulk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.tenon.records.bulk.BulkRows.BulkRow;
import org.tenon.records.model.RecordModel;
import org.tenon.records.model.RecordModels;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.query.IdWalk;
import org.tenon.records.query.RecordTitles;
import org.tenon.records.write.Batches;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.job.Job;
import org.tenon.sdk.job.Jobs;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.text.Labels;

/** Checks what is asked for many records as far as that can be done at once, and puts it into the queue. Safe for all threads. */
@Component(service = Bulk.class)
public final class Bulk {

    private static final String MEMBERS = "identity.member";
    private static final int SUBJECT_TITLE = 80;
    private static final int MOST_SHOWN = 10_000;

    private final RecordModels models;
    private final RecordPolicy policy;
    private final Batches batches;
    private final IdWalk walk;
    private final RecordTitles titles;
    private final BulkWork work;
    private final BulkRows table;
    private final Labels labels;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Jobs jobs;

    @Activate
    public Bulk(@Reference RecordModels models, @Reference RecordPolicy policy, @Reference Batches batches, @Reference IdWalk walk,
                @Reference RecordTitles titles, @Reference BulkWork work, @Reference BulkRows table, @Reference Labels labels) {
        this.models = models;
        this.policy = policy;
        this.batches = batches;
        this.walk = walk;
        this.titles = titles;
        this.work = work;
        this.table = table;
        this.labels = labels;
    }

    /** For whoever assembles by hand. */
    public Bulk with(Jobs queue) {
        jobs = queue;
        return this;
    }

    /** @throws TenonException INVALID naming what is wrong, FORBIDDEN or NOT_FOUND if the caller may do this with no record of the type at all */
    Job submit(Map<String, Object> body) {
        someRight();
        BulkOrder order = BulkOrder.of(body);
        RecordModel model = models.require(order.type());
        policy.require(Caller.current(), model.info(), order.action().right());
        OrderedChange change = OrderedChange.of(order, model, work::department);
        batches.open().fits(model, change.values());
        return queue().submit(BulkJob.KIND, plural(model) + " · " + text("bulk.action." + order.action().key()), frozen(model, order).parameters());
    }

    /** What the search index found is taken as it is now; anything else is found again in each step. */
    private BulkOrder frozen(RecordModel model, BulkOrder order) {
        if (!order.ids().isEmpty()) {
            return order;
        }
        Optional<List<Long>> found = found(model, order);
        if (found.isEmpty()) {
            walk.next(model, order.list(), Long.MIN_VALUE, order.upTo(), 1);
            return order;
        }
        if (found.get().isEmpty()) {
            throw TenonException.invalid("q", "nothing", text("bulk.none"));
        }
        return order.of(found.get());
    }

    private Optional<List<Long>> found(RecordModel model, BulkOrder order) {
        try {
            return walk.found(model, order.list(), order.upTo());
        } catch (TenonException e) {
            if (e.errors().stream().anyMatch(error -> error.code().equals("tooMany"))) {
                throw TenonException.invalid("q", "tooMany", text("search.tooMany"));
            }
            throw e;
        }
    }

    /** @throws TenonException CONFLICT for a job that runs yet or changed nothing, NOT_FOUND for one that is not there or no bulk job */
    Job undo(RecordId id) {
        Job job = bulkJob(id);
        if (job.kind().equals(UndoJob.KIND)) {
            throw TenonException.conflict(text("bulk.undone"));
        }
        if (!job.state().ended()) {
            throw TenonException.conflict(text("bulk.running"));
        }
        if (table.changed(id.value()) == 0) {
            throw TenonException.conflict(text("bulk.nothing"));
        }
        boolean transfer = job.kind().equals(TransferJob.KIND);
        String action = transfer ? BulkAction.ASSIGN.key() : String.valueOf(job.parameters().get("action"));
        List<String> fields = action.equals(BulkAction.ASSIGN.key()) ? List.of("ownerId", "departmentId")
                : ((Map<?, ?>) job.parameters().get("values")).keySet().stream().map(String::valueOf).toList();
        return queue().submit(UndoJob.KIND, job.subject(), Map.of("job", id.toString(), "action", action, "fields", fields));
    }

    /** Records a job refused, with their titles as the caller may see them. @param after the last one of those before, null to start */
    List<Map<String, Object>> refused(RecordId id, @Nullable String type, @Nullable RecordId after, int limit) {
        bulkJob(id);
        List<BulkRow> rows = table.refused(id.value(), type == null ? "" : type, after == null ? Long.MIN_VALUE : after.value(), limit);
        return work.result().json(rows);
    }

    /**
     * Gives what a member owns to another one.
     *
     * @param types those meant, empty for all the caller may change records of
     */
    Job transfer(@Nullable String from, @Nullable String to, List<String> types) {
        someRight();
        String leaver = member("from", from);
        String heir = member("to", to);
        if (from.equals(to)) {
            throw TenonException.invalid("to", "same", text("bulk.same"));
        }
        List<String> meant = types.isEmpty() ? transferable().stream().map(RecordModel::name).toList() : types;
        for (String type : meant) {
            RecordModel model = models.require(type);
            policy.require(Caller.current(), model.info(), "update");
            if (!model.owned()) {
                throw TenonException.invalid("types", "unowned", type + " belongs to nobody");
            }
            batches.open().fits(model, Map.of("ownerId", to));
        }
        return queue().submit(TransferJob.KIND, leaver + " → " + heir, Map.of("from", from, "to", to, "types", meant));
    }

    /** How many records of each type a member owns that the caller sees and might change. */
    List<Map<String, Object>> owned(@Nullable String from) {
        someRight();
        String member = RecordId.of(id("from", from)).toString();
        member("from", member);
        List<Map<String, Object>> counts = new ArrayList<>();
        for (RecordModel model : transferable()) {
            long count = walk.count(model, TransferJob.of(member), MOST_SHOWN);
            if (count > 0) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("type", model.name());
                json.put("label", plural(model));
                json.put("count", count);
                json.put("capped", count >= MOST_SHOWN);
                counts.add(json);
            }
        }
        return counts;
    }

    /** Whoever may change nothing learns nothing either. */
    private void someRight() {
        Caller caller = Caller.current();
        if (models.all().stream().map(model -> policy.access(caller, model.info())).noneMatch(access -> access.may("update") || access.may("delete"))) {
            throw TenonException.forbidden("no role of yours lets you change records");
        }
    }

    private List<RecordModel> transferable() {
        return models.all().stream().filter(RecordModel::owned).filter(model -> policy.access(Caller.current(), model.info()).may("update")).toList();
    }

    private Job bulkJob(RecordId id) {
        return queue().find(id).filter(job -> job.kind().equals(BulkJob.KIND) || job.kind().equals(TransferJob.KIND) || job.kind().equals(UndoJob.KIND))
                .orElseThrow(() -> TenonException.notFound("no job over records has the id " + id));
    }

    private static String id(String field, @Nullable String id) {
        if (id == null || id.isBlank()) {
            throw TenonException.invalid(field, "required", field + " is missing");
        }
        return id;
    }

    private String member(String field, @Nullable String id) {
        long member = RecordId.of(id(field, id)).value();
        String title = titles.of(Caller.current(), MEMBERS, List.of(member)).get(member);
        if (title == null) {
            throw TenonException.invalid(field, "missing", text("problem.reference"));
        }
        return title.length() > SUBJECT_TITLE ? title.substring(0, SUBJECT_TITLE) : title;
    }

    private String plural(RecordModel model) {
        return labels.text(model.info().area(), model.info().simpleName() + ".plural", Caller.current().locale());
    }

    private String text(String key) {
        return labels.text("records", key, Caller.current().locale());
    }

    private Jobs queue() {
        Jobs present = jobs;
        if (present == null) {
            throw new TenonException(Kind.UNAVAILABLE, "background jobs are not there yet");
        }
        return present;
    }
}
