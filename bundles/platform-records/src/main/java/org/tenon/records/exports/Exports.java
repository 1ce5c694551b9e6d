package org.tenon.records.exports;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.records.model.RecordModels;
import org.tenon.records.policy.FieldLevel;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.policy.TypeAccess;
import org.tenon.records.query.RecordReader;
import org.tenon.records.views.Definition;
import org.tenon.records.views.SavedViews;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.job.Job;
import org.tenon.sdk.job.Jobs;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordPage;
import org.tenon.sdk.text.Labels;

/** Takes orders for exports: checks them and puts them into the queue. Safe for all threads. */
@Component(service = Exports.class)
public final class Exports {

    private static final int MOST_COLUMNS = 200;

    private final RecordModels models;
    private final RecordPolicy policy;
    private final RecordReader reader;
    private final SavedViews views;
    private final Jobs jobs;
    private final Labels labels;

    @Activate
    public Exports(@Reference RecordModels models, @Reference RecordPolicy policy, @Reference RecordReader reader, @Reference SavedViews views,
                   @Reference Jobs jobs, @Reference Labels labels) {
        this.models = models;
        this.policy = policy;
        this.reader = reader;
        this.views = views;
        this.jobs = jobs;
        this.labels = labels;
    }

    /**
     * Puts an export into the queue.
     *
     * @throws TenonException NOT_FOUND for a type the caller may not read, FORBIDDEN for one they may not export, INVALID, naming the field, for a
     *                        condition, order, column or format that does not hold
     */
    public Job submit(ExportWish wish) {
        if (wish.type() == null) {
            throw TenonException.notFound("no record type is named");
        }
        Caller caller = Caller.current();
        RecordModel model = models.require(wish.type());
        TypeAccess access = policy.require(caller, model.info(), "export");
        Format format = Format.of(wish.format());
        Definition view = wish.view() == null ? new Definition(null, List.of(), null, null, null, null) : views.definition(model, RecordId.of(wish.view()));
        Order order = new Order(model.name(), wish.filter() != null ? wish.filter() : view.condition(), wish.q() != null ? wish.q() : view.q(), wish.sort() != null ? wish.sort() : view.sort(),
                columns(model, access, wish, view), format, wish.codes());
        whole(reader.page(model, order.attempt(), "export"), labels);
        return jobs.submit(ExportJob.KIND, labels.text(model.info().area(), model.info().simpleName() + ".plural", caller.locale()), order.parameters());
    }

    /** @throws TenonException INVALID, UNAVAILABLE if the search index tells of a part only: an export holds all of a list or is none */
    static RecordPage whole(RecordPage page, Labels labels) {
        RecordPage.Search told = page.search();
        if (told != null && told.capped()) {
            throw TenonException.invalid("q", "tooMany", labels.text("records", "search.tooMany", Caller.current().locale()));
        }
        if (told != null && !told.ready()) {
            throw new TenonException(Kind.UNAVAILABLE, "the search index cannot tell yet");
        }
        return page;
    }

    private static List<String> columns(RecordModel model, TypeAccess access, ExportWish wish, Definition view) {
        if (wish.columns() != null) {
            if (wish.columns().isEmpty() || wish.columns().size() > MOST_COLUMNS) {
                throw TenonException.invalid("columns", "tooMany", "an export has 1 to " + MOST_COLUMNS + " columns");
            }
            for (String name : wish.columns()) {
                if (model.field(name).filter(field -> access.level(field.info()) != FieldLevel.HIDDEN).isEmpty()) {
                    throw TenonException.invalid("columns", "unknownField", "there is no field " + name);
                }
            }
            return List.copyOf(new LinkedHashSet<>(wish.columns()));
        }
        List<String> columns = new ArrayList<>(List.of(model.info().titleField()));
        if (!view.columns().isEmpty()) {
            view.columns().stream().map(Definition.Column::name).filter(name -> !columns.contains(name)).forEach(columns::add);
        } else {
            model.fields().values().stream().map(FieldModel::info).filter(field -> field.list() > 0 && access.level(field) != FieldLevel.HIDDEN)
                    .sorted(java.util.Comparator.comparingInt(FieldInfo::list)).map(FieldInfo::name).filter(name -> !columns.contains(name)).forEach(columns::add);
        }
        return columns;
    }
}
