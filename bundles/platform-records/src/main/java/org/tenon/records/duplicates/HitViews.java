package org.tenon.records.duplicates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tenon.records.duplicates.Finder.Hit;
import org.tenon.records.matching.Score;
import org.tenon.records.matching.Score.Reason;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.records.model.RecordModels;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.policy.TypeAccess;
import org.tenon.records.query.PlainRows;
import org.tenon.records.query.PlainRows.Plain;
import org.tenon.records.query.RecordTitles;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.text.Labels;

/**
 * Hits as a caller may see them: of a record they may not read, that there is one, how alike it is and, if they may read the member, whose it is.
 * Fields they may not see are no reasons by name. Safe for all threads.
 */
final class HitViews {

    private static final String MEMBER = "identity.member";

    private final RecordModels models;
    private final RecordPolicy policy;
    private final Labels labels;
    private final PlainRows rows;
    private final DuplicateRules rules;

    HitViews(RecordModels models, RecordPolicy policy, Labels labels, PlainRows rows, DuplicateRules rules) {
        this.rules = rules;
        this.models = models;
        this.policy = policy;
        this.labels = labels;
        this.rows = rows;
    }

    List<Map<String, @Nullable Object>> of(Caller caller, RecordModel model, List<Hit> hits) {
        if (hits.isEmpty()) {
            return List.of();
        }
        TypeAccess access = policy.access(caller, model.info());
        Set<Long> readable = policy.readable(caller, model.info(), hits.stream().map(hit -> hit.record().row()).toList());
        Map<Long, String> owners = owners(caller, model, access, hits);
        List<Map<String, @Nullable Object>> views = new ArrayList<>();
        for (Hit hit : hits) {
            Map<String, @Nullable Object> view = record(model, access, hit.record(), readable.contains(hit.record().row().id()));
            view.put("score", hit.score().points());
            view.put("likely", hit.score().likely());
            view.put("blocked", rules.of(model.name()).blocked(hit.score()));
            view.put("reasons", reasons(caller.locale(), model, access, hit.score()));
            Long owner = hit.record().row().ownerId();
            view.put("ownerLabel", owner == null ? null : owners.get(owner));
            views.add(view);
        }
        return views;
    }

    /** {@code {"id","title","hidden"}}; without id and with a masked title if hidden. */
    private static Map<String, @Nullable Object> record(RecordModel model, TypeAccess access, Plain record, boolean readable) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        boolean titled = readable && access.level(model.title().info()).clear();
        view.put("id", readable ? RecordId.text(record.row().id()) : null);
        view.put("title", titled ? record.title() : RecordTitles.UNREADABLE);
        view.put("hidden", !readable);
        return view;
    }

    private Map<Long, String> owners(Caller caller, RecordModel model, TypeAccess access, List<Hit> hits) {
        FieldModel field = model.field("ownerId").orElse(null);
        RecordModel members = models.find(MEMBER).orElse(null);
        if (field == null || members == null || !access.level(field.info()).clear()) {
            return Map.of();
        }
        Set<Long> ids = hits.stream().map(hit -> hit.record().row().ownerId()).filter(java.util.Objects::nonNull).collect(Collectors.toSet());
        Map<Long, Plain> found = rows.read(members, List.of(), ids);
        Set<Long> readable = policy.readable(caller, members.info(), found.values().stream().map(Plain::row).toList());
        return found.entrySet().stream().filter(entry -> readable.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().title()));
    }

    /** {@code {"field","same","text"}} each; the field is null where the caller may not see it. */
    List<Map<String, @Nullable Object>> reasons(Locale locale, RecordModel model, TypeAccess access, Score score) {
        List<Map<String, @Nullable Object>> reasons = new ArrayList<>();
        for (Reason reason : score.reasons()) {
            FieldModel field = model.require(reason.field());
            boolean clear = access.level(field.info()).clear();
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("field", clear ? field.name() : null);
            json.put("same", reason.same());
            String key = clear ? "duplicates." + reason.match() + (reason.same() ? ".same" : ".alike") : "duplicates.other";
            json.put("text", labels.text("records", key, locale, label(labels, model, field, locale)));
            reasons.add(json);
        }
        return reasons;
    }

    static String label(Labels labels, RecordModel model, FieldModel field, Locale locale) {
        return labels.find(model.info().area(), model.info().simpleName() + "." + field.name(), locale)
                .orElseGet(() -> labels.text("records", "field." + field.name(), locale));
    }

}
