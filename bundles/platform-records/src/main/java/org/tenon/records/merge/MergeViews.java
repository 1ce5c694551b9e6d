package org.tenon.records.merge;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.persistence.Db;
import org.tenon.records.merge.MergeTable.Merge;
import org.tenon.records.merge.MergeTable.State;
import org.tenon.records.merge.Referrers.Place;
import org.tenon.records.model.RecordModel;
import org.tenon.records.model.RecordModels;
import org.tenon.records.policy.FieldLevel;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.policy.TypeAccess;
import org.tenon.records.query.RecordReader;
import org.tenon.records.query.RecordTitles;
import org.tenon.records.write.Rows;
import org.tenon.records.write.Rows.Stored;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordView;
import org.tenon.sdk.text.Labels;

/** Merges as callers may see them: those of records they may read. Safe for all threads. */
@Component(service = MergeViews.class)
public final class MergeViews {

    private final RecordModels models;
    private final RecordPolicy policy;
    private final RecordReader reader;
    private final RecordTitles titles;
    private final Labels labels;
    private final MergeTable table;
    private final Referrers referrers;
    private final Rows rows;

    @Activate
    public MergeViews(@Reference Db db, @Reference RecordModels models, @Reference RecordPolicy policy, @Reference RecordReader reader,
                      @Reference RecordTitles titles, @Reference Labels labels) {
        this.models = models;
        this.policy = policy;
        this.reader = reader;
        this.titles = titles;
        this.labels = labels;
        this.table = new MergeTable(db);
        this.referrers = new Referrers(db, models);
        this.rows = new Rows(db);
    }

    /**
     * What a merge of these would be about: the records, whole, and how many references each has, by type and field, from records the caller may
     * read; those from others are counted without saying what they are.
     *
     * @param ids 2–5
     */
    public Map<String, Object> preview(String type, List<RecordId> ids) {
        RecordModel model = models.require(type);
        if (ids.size() < 2 || ids.size() > Merges.MOST || ids.stream().distinct().count() < ids.size()) {
            throw TenonException.invalid("ids", "number", "name 2 to " + Merges.MOST + " different records");
        }
        List<Map<String, Object>> records = ids.stream().map(id -> reader.get(model, id).json()).toList();
        List<Map<String, Object>> references = new ArrayList<>();
        int[] hidden = new int[ids.size()];
        for (Place place : referrers.places(type)) {
            List<Integer> counts = new ArrayList<>();
            for (int i = 0; i < hidden.length; i++) {
                List<Long> all = referrers.ids(place, type, ids.get(i).value(), List.of(), Referrers.MOST);
                int seen = seen(place, all);
                counts.add(seen);
                hidden[i] = Math.min(Referrers.MOST, hidden[i] + all.size() - seen);
            }
            if (counts.stream().anyMatch(count -> count > 0)) {
                references.add(Map.of("type", place.model().name(), "field", place.field().name(), "counts", counts, "label",
                        labels.text(place.model().info().area(), place.model().info().simpleName() + ".plural", Caller.current().locale())));
            }
        }
        return Map.of("type", type, "records", records, "references", references, "hidden", Arrays.stream(hidden).boxed().toList());
    }

    /** How many of the records that refer by this field the caller may read; none by a field they may not see. */
    private int seen(Place place, List<Long> ids) {
        Caller caller = Caller.current();
        TypeAccess access = policy.access(caller, place.model().info());
        if (!access.may("read") || !access.level(place.field().info()).clear()) {
            return 0;
        }
        return access.reach("read").all() ? ids.size()
                : policy.readable(caller, place.model().info(), rows.peek(place.model(), ids).values().stream().map(Stored::row).toList()).size();
    }

    /** Merges into a record the caller may read, newest first. */
    public List<Map<String, @Nullable Object>> into(String type, RecordId id) {
        RecordModel model = models.require(type);
        reader.get(model, id);
        return table.into(id.value()).stream().filter(merge -> merge.type().equals(type)).map(this::view).toList();
    }

    /** One merge. @throws TenonException NOT_FOUND if there is none, or none whose survivor the caller may read */
    public Map<String, @Nullable Object> get(RecordId id) {
        return table.find(id.value()).filter(merge -> survivor(merge).isPresent()).map(this::view)
                .orElseThrow(() -> TenonException.notFound("no merge " + id));
    }

    /** Empty if the caller may not read it: what they are told must not say that there is one. */
    private Optional<RecordView> survivor(Merge merge) {
        try {
            return Optional.of(reader.get(models.require(merge.type()), new RecordId(merge.survivor())));
        } catch (TenonException e) {
            if (e.kind() == Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Where a merged record went, through merges of merges. @throws TenonException NOT_FOUND if it was not merged, or the caller may not read the survivor */
    public RecordView survivor(String type, RecordId id) {
        Optional<Merge> last = present(type, id.value());
        for (int hop = 0; hop < 50; hop++) {
            Optional<Merge> next = last.flatMap(merge -> present(type, merge.survivor()));
            if (next.isEmpty()) {
                break;
            }
            last = next;
        }
        return last.flatMap(this::survivor).orElseThrow(() -> TenonException.notFound("no " + type + " " + id));
    }

    private Optional<Merge> present(String type, long other) {
        return table.of(other).stream().filter(merge -> merge.type().equals(type) && merge.state() != State.UNDONE && merge.state() != State.UNDOING).findFirst();
    }

    private Map<String, @Nullable Object> view(Merge merge) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        List<Long> others = table.others(merge.id());
        Map<Long, String> names = titles.of(Caller.current(), merge.type(), others);
        json.put("id", RecordId.text(merge.id()));
        json.put("type", merge.type());
        json.put("survivor", RecordId.text(merge.survivor()));
        json.put("state", merge.state().name().toLowerCase(java.util.Locale.ROOT));
        json.put("at", merge.at().toInstant(ZoneOffset.UTC).toString());
        json.put("by", merge.memberId() == 0 ? null : RecordId.text(merge.memberId()));
        json.put("byLabel", merge.memberName());
        json.put("others", others.stream().map(id -> Map.of("id", RecordId.text(id), "title", names.getOrDefault(id, RecordTitles.UNREADABLE))).toList());
        json.put("job", merge.job() == null ? null : RecordId.text(merge.job()));
        json.put("report", merge.report().isEmpty() ? null : report(merge));
        return json;
    }

    /** What the caller may know of it: fields they may see, references from records they may read; the rest is counted. */
    private Map<String, Object> report(Merge merge) {
        RecordModel model = models.require(merge.type());
        TypeAccess access = policy.access(Caller.current(), model.info());
        Map<String, Object> report = new LinkedHashMap<>(merge.report());
        report.put("fields", list(report, "fields").stream().filter(name -> model.field(String.valueOf(name))
                .filter(field -> access.level(field.info()) != FieldLevel.HIDDEN).isPresent()).toList());
        List<?> references = list(report, "references");
        List<?> shown = references.stream().filter(each -> each instanceof Map<?, ?> reference && seen(reference)).toList();
        report.put("references", shown);
        report.put("more", ((Number) report.getOrDefault("more", 0)).intValue() + references.size() - shown.size());
        return report;
    }

    private static List<?> list(Map<String, Object> report, String name) {
        return report.get(name) instanceof List<?> list ? list : List.of();
    }

    private boolean seen(Map<?, ?> reference) {
        return models.find(String.valueOf(reference.get("type"))).filter(model -> model.field(String.valueOf(reference.get("field")))
                .filter(field -> seen(new Place(model, field), List.of(RecordId.of(String.valueOf(reference.get("id"))).value())) == 1).isPresent()).isPresent();
    }
}
