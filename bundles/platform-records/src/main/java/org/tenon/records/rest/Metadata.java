package org.tenon.records.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tenon.records.dictionary.Dictionaries;
import org.tenon.records.layout.FormLayout;
import org.tenon.records.layout.Layouts;
import org.tenon.records.model.RecordModel;
import org.tenon.records.model.RecordModels;
import org.tenon.records.policy.FieldLevel;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.policy.TypeAccess;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.CustomField;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.TypeInfo;
import org.tenon.sdk.text.Labels;

/** Describes record types as docs/rest.md says, for one caller: fields hidden from them are absent. */
final class Metadata {

    private static final List<String> ACTIONS = List.of("read", "create", "update", "delete", "import", "export");

    private final RecordModels models;
    private final RecordPolicy policy;
    private final Labels labels;
    private final Layouts layouts;
    private final Dictionaries dictionaries;

    Metadata(RecordModels models, RecordPolicy policy, Labels labels, Layouts layouts, Dictionaries dictionaries) {
        this.models = models;
        this.policy = policy;
        this.labels = labels;
        this.layouts = layouts;
        this.dictionaries = dictionaries;
    }

    Map<String, Object> summary(Caller caller, RecordModel model) {
        TypeInfo type = model.info();
        TypeAccess access = policy.access(caller, type);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", type.name());
        json.put("area", type.area());
        json.put("label", labels.text(type.area(), type.simpleName(), caller.locale()));
        json.put("plural", labels.text(type.area(), type.simpleName() + ".plural", caller.locale()));
        json.put("path", type.path());
        json.put("route", type.route());
        json.put("titleField", type.titleField());
        json.put("owned", type.owned());
        json.put("can", Stream.concat(ACTIONS.stream(), type.actions().stream()).filter(access::may).toList());
        return json;
    }

    Map<String, Object> full(Caller caller, RecordModel model) {
        TypeInfo type = model.info();
        TypeAccess access = policy.access(caller, type);
        Locale locale = caller.locale();
        Map<String, Object> json = summary(caller, model);
        FormLayout layout = layouts.of(caller, type);
        json.put("fields", placed(type, layout).stream().filter(field -> access.level(field) != FieldLevel.HIDDEN)
                .map(field -> field(type, field, access.level(field), layout, locale)).toList());
        json.put("sections", layout.sections().stream().map(section -> Map.<String, Object>of("name", section.name(),
                "label", layouts.label(type, section, locale), "columns", section.columns())).toList());
        json.put("defaultSort", type.defaultSort());
        json.put("related", related(caller, type));
        json.put("followedBy", models.following(model).stream().filter(each -> each.owned() && policy.access(caller, each.info()).may("update"))
                .map(each -> labels.text(each.info().area(), each.info().simpleName() + ".plural", locale)).toList());
        json.put("actions", named(type.actions().stream().filter(access::may).toList(), type, ".action.", locale));
        return json;
    }

    private Map<String, @Nullable Object> field(TypeInfo type, FieldInfo field, FieldLevel level, FormLayout layout, Locale locale) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        boolean numeric = switch (field.type()) {
            case DECIMAL, MONEY -> true;
            default -> false;
        };
        json.put("name", field.name());
        json.put("label", label(type, field, locale));
        json.put("help", labels.find(type.area(), type.simpleName() + "." + field.name() + ".help", locale).orElse(null));
        json.put("type", field.type().key());
        json.put("required", field.required());
        json.put("readOnly", field.readOnly());
        json.put("max", field.max() == 0 ? null : (Object) field.max());
        json.put("min", field.min() == Long.MIN_VALUE ? null : (Object) field.min());
        json.put("scale", numeric ? 4 : null);
        json.put("dictionary", field.dictionary());
        json.put("tree", field.dictionary() != null && dictionaries.tree(field.dictionary()));
        json.put("reference", field.reference());
        json.put("list", field.list());
        json.put("filter", field.filter() && level.clear());
        json.put("sortable", field.sort() && level.clear());
        json.put("sensitive", field.sensitive());
        json.put("section", layout.sections().stream().filter(section -> section.fields().contains(field.name())).findFirst()
                .map(FormLayout.Section::name).orElse(null));
        json.put("form", !layout.hidden().contains(field.name()));
        json.put("match", field.match() == null ? null : field.match().name().toLowerCase(Locale.ROOT));
        json.put("common", field.common());
        json.put("access", level.key());
        json.put("sample", null);
        json.put("custom", field.custom() != null);
        if (field.custom() != null) {
            custom(field.custom(), json);
        }
        return json;
    }

    /** The fields in the order of the form, then those that stand in none. */
    private static List<FieldInfo> placed(TypeInfo type, FormLayout layout) {
        Set<FieldInfo> fields = new LinkedHashSet<>();
        layout.sections().forEach(section -> section.fields().forEach(name -> type.field(name).ifPresent(fields::add)));
        fields.addAll(type.fields());
        return List.copyOf(fields);
    }

    /** What only custom fields say; bounds are decimals, in text. */
    private static void custom(CustomField custom, Map<String, @Nullable Object> json) {
        json.put("min", custom.least() == null ? json.get("min") : custom.least().toPlainString());
        json.put("max", custom.most() == null ? json.get("max") : custom.most().toPlainString());
        json.put("unique", custom.unique());
        json.put("initial", custom.initial());
        json.put("pattern", custom.pattern());
        json.put("visibleWhen", custom.visibleWhen());
        json.put("computed", custom.computed());
    }

    private String label(TypeInfo type, FieldInfo field, Locale locale) {
        return labels.find(type.area(), type.simpleName() + "." + field.name(), locale)
                .orElseGet(() -> labels.text("records", "field." + field.name(), locale));
    }

    private List<Map<String, Object>> named(List<String> names, TypeInfo type, String between, Locale locale) {
        return names.stream().map(name -> Map.<String, Object>of("name", name, "label", labels.text(type.area(), type.simpleName() + between + name, locale)))
                .toList();
    }

    /** Types whose records stand on this one's page, if they are there and the caller may read them and the field that refers here. */
    private List<Map<String, Object>> related(Caller caller, TypeInfo type) {
        List<Map<String, Object>> related = new ArrayList<>();
        for (String each : type.related()) {
            String[] parts = each.split("#");
            models.find(parts[0]).ifPresent(model -> {
                TypeAccess access = policy.access(caller, model.info());
                boolean open = access.may("read") && model.field(parts[1]).filter(field -> access.level(field.info()).clear()).isPresent();
                if (open) {
                    FieldType fieldType = model.require(parts[1]).type();
                    related.add(Map.of("type", model.name(), "field", parts[1], "several", fieldType.multiple(), "label",
                            labels.text(model.info().area(), model.info().simpleName() + ".plural", caller.locale())));
                }
            });
        }
        return related;
    }
}
