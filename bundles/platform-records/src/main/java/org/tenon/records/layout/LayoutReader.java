package org.tenon.records.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.TypeInfo;

/** Reads a layout from JSON and refuses what does not fit the type. */
final class LayoutReader {

    private static final int MOST_SECTIONS = 30;
    private static final int LONGEST_LABEL = 60;
    private static final Set<String> TAGS = Set.of("zh-CN", "zh-TW", "en");

    private final TypeInfo type;
    private final Set<String> named = new HashSet<>();
    private final Set<String> sections = new HashSet<>();

    LayoutReader(TypeInfo type) {
        this.type = type;
    }

    /** @throws TenonException INVALID naming what is wrong */
    FormLayout read(Map<String, ?> json) {
        if (!(json.get("sections") instanceof List<?> given) || given.isEmpty() || given.size() > MOST_SECTIONS) {
            throw refused("sections", "1 to " + MOST_SECTIONS + " sections are needed");
        }
        List<FormLayout.Section> read = new ArrayList<>();
        for (Object each : given) {
            read.add(section(each));
        }
        List<String> hidden = names(json.get("hidden"), "hidden");
        for (String name : hidden) {
            FieldInfo field = type.field(name).orElseThrow();
            boolean needed = field.required() && (field.custom() == null || field.custom().visibleWhen() == null);
            if (needed) {
                throw refused("hidden", name + " is required and must stand in the form");
            }
        }
        return new FormLayout(read, hidden);
    }

    private FormLayout.Section section(Object json) {
        if (!(json instanceof Map<?, ?> map) || !(map.get("name") instanceof String name) || !name.matches("[a-zA-Z][a-zA-Z0-9]{0,40}") || !sections.add(name)) {
            throw refused("sections", "a section has a name of its own, of letters and digits");
        }
        Object columns = map.get("columns") == null ? 2 : map.get("columns");
        if (!(columns instanceof Number number) || number.intValue() < 1 || number.intValue() > 3) {
            throw refused("sections", name + " has 1 to 3 columns");
        }
        Map<String, String> labels = labels(name, map.get("labels"));
        if (labels.isEmpty() && !type.sections().contains(name)) {
            throw refused("sections", name + " needs a label");
        }
        return new FormLayout.Section(name, labels, number.intValue(), names(map.get("fields"), name));
    }

    private static Map<String, String> labels(String section, @Nullable Object json) {
        Map<String, String> labels = new LinkedHashMap<>();
        if (json instanceof Map<?, ?> map) {
            map.forEach((tag, text) -> {
                if (!TAGS.contains(String.valueOf(tag)) || !(text instanceof String label) || label.length() > LONGEST_LABEL) {
                    throw refused("sections", "labels of " + section + " are texts by language, " + LONGEST_LABEL + " characters at most");
                }
                if (!label.isBlank()) {
                    labels.put((String) tag, label.strip());
                }
            });
        }
        return labels;
    }

    private List<String> names(@Nullable Object json, String where) {
        List<String> names = new ArrayList<>();
        for (Object each : json instanceof List<?> list ? list : List.of()) {
            String name = String.valueOf(each);
            FieldInfo field = type.field(name).orElseThrow(() -> refused(where, "there is no field " + name));
            if (field.common() || !named.add(name)) {
                throw refused(where, name + (field.common() ? " is not placed" : " stands there twice"));
            }
            names.add(name);
        }
        return names;
    }

    private static TenonException refused(String where, String reason) {
        return TenonException.invalid(where, "layout", reason);
    }
}
