package org.tenon.records.views;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenon.records.model.RecordModel;
import org.tenon.records.policy.FieldLevel;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.query.RecordTitles;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;

/** A view as docs/rest.md has it. */
final class ViewJson {

    private final ViewCheck check;
    private final RecordPolicy policy;
    private final RecordTitles titles;

    ViewJson(ViewCheck check, RecordPolicy policy, RecordTitles titles) {
        this.check = check;
        this.policy = policy;
        this.titles = titles;
    }

    Map<String, @Nullable Object> of(Caller caller, RecordModel model, SavedView view, Choice choice, boolean editable) {
        ViewCheck.Repaired repaired = check.repaired(model, view.definition());
        List<String> named = repaired.problems().stream().filter(field -> !hidden(caller, model, field)).toList();
        Definition definition = repaired.definition();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", RecordId.text(view.id()));
        json.put("version", view.version());
        json.put("type", view.type());
        json.put("name", view.name());
        json.put("owner", labelled("identity.member", List.of(view.memberId()), caller).get(0));
        json.put("mine", view.memberId() == caller.memberId());
        json.put("editable", editable);
        json.put("shared", view.shared());
        json.put("sharing", !editable ? null : Map.of("everyone", view.everyone(), "departments", labelled("identity.department", view.departments(), caller),
                "roles", labelled("identity.role", view.roles(), caller)));
        json.put("condition", definition.condition());
        json.put("columns", definition.columns());
        json.put("sort", definition.sort());
        json.put("group", definition.group());
        json.put("density", definition.density());
        json.put("q", definition.q());
        json.put("problems", named);
        json.put("limited", named.size() < repaired.problems().size());
        json.put("pinned", choice.pinned().contains(view.id()));
        json.put("default", Long.valueOf(view.id()).equals(choice.first()));
        return json;
    }

    /** A field that is there but hidden from the reader is not named. */
    private boolean hidden(Caller caller, RecordModel model, String field) {
        String own = field.contains(".") ? field.substring(0, field.indexOf('.')) : field;
        return !own.equals(field) || model.field(own).filter(known -> policy.access(caller, model.info()).level(known.info()) == FieldLevel.HIDDEN).isPresent();
    }

    private List<Map<String, String>> labelled(String type, Collection<Long> ids, Caller caller) {
        Map<Long, String> known = titles.of(caller, type, ids);
        return ids.stream().sorted().map(id -> Map.of("id", RecordId.text(id), "label", known.getOrDefault(id, RecordId.text(id)))).toList();
    }
}
