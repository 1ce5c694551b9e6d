package org.tenon.records.merge;

import java.time.ZoneOffset;
import java.util.ArrayList;
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
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.query.RecordReader;
import org.tenon.records.query.RecordTitles;
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
    }

    /** What a merge of these would be about: the records, whole, and how many references each has, by type and field. @param ids 2–5 */
    public Map<String, Object> preview(String type, List<RecordId> ids) {
        RecordModel model = models.require(type);
        if (ids.size() < 2 || ids.size() > Merges.MOST || ids.stream().distinct().count() < ids.size()) {
            throw TenonException.invalid("ids", "number", "name 2 to " + Merges.MOST + " different records");
        }
        List<Map<String, Object>> records = ids.stream().map(id -> reader.get(model, id).json()).toList();
        List<Map<String, Object>> references = new ArrayList<>();
        for (Place place : referrers.places(type)) {
            List<Integer> counts = ids.stream().map(id -> referrers.count(place, type, id.value(), List.of())).toList();
            boolean seen = policy.access(Caller.current(), place.model().info()).may("read");
            if (seen && counts.stream().anyMatch(count -> count > 0)) {
                references.add(Map.of("type", place.model().name(), "field", place.field().name(), "counts", counts, "label",
                        labels.text(place.model().info().area(), place.model().info().simpleName() + ".plural", Caller.current().locale())));
            }
        }
        return Map.of("type", type, "records", records, "references", references);
    }

    /** Merges into a record the caller may read, newest first. */
    public List<Map<String, @Nullable Object>> into(String type, RecordId id) {
        RecordModel model = models.require(type);
        reader.get(model, id);
        return table.into(id.value()).stream().filter(merge -> merge.type().equals(type)).map(this::view).toList();
    }

    /** One merge. @throws TenonException NOT_FOUND if there is none, or none whose survivor the caller may read */
    public Map<String, @Nullable Object> get(RecordId id) {
        Merge merge = table.find(id.value()).orElseThrow(() -> TenonException.notFound("no merge " + id));
        reader.get(models.require(merge.type()), new RecordId(merge.survivor()));
        return view(merge);
    }

    /** Where a merged record went, through merges of merges. @throws TenonException NOT_FOUND if it was not merged, or the caller may not read the survivor */
    public RecordView survivor(String type, RecordId id) {
        RecordModel model = models.require(type);
        long at = id.value();
        Optional<Merge> next = present(type, at);
        if (next.isEmpty()) {
            throw TenonException.notFound("no " + type + " " + id);
        }
        for (int hop = 0; next.isPresent() && hop < 50; hop++) {
            at = next.get().survivor();
            next = present(type, at);
        }
        return reader.get(model, new RecordId(at));
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
        json.put("report", merge.report().isEmpty() ? null : merge.report());
        return json;
    }
}
