package org.tenon.records.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.TypeInfo;

/**
 * An arrangement of a type's fields.
 *
 * @param sections in order
 * @param hidden   fields that stand in no form
 */
public record FormLayout(List<Section> sections, List<String> hidden) {

    /**
     * @param name    of a declared section, or one made by the administrator
     * @param labels  by language tag; empty to keep the declared one
     * @param columns 1–3
     * @param fields  names, in order
     */
    public record Section(String name, Map<String, String> labels, int columns, List<String> fields) {
    }

    /** As the type declares it: two columns. */
    static FormLayout declared(TypeInfo type) {
        return new FormLayout(type.sections().stream().map(name -> new Section(name, Map.of(), 2, List.of())).toList(), List.of()).complete(type);
    }

    /** Without fields that are gone; those it does not name stand at the end of their section, or of the last where theirs is not there. */
    FormLayout complete(TypeInfo type) {
        Set<String> named = new HashSet<>(hidden);
        Map<String, List<String>> bySection = new LinkedHashMap<>();
        for (Section section : sections) {
            List<String> fields = new ArrayList<>(section.fields().stream().filter(name -> type.field(name).isPresent() && named.add(name)).toList());
            bySection.put(section.name(), fields);
        }
        List<String> last = bySection.get(sections.get(sections.size() - 1).name());
        for (FieldInfo field : type.fields()) {
            if (!field.common() && named.add(field.name())) {
                bySection.getOrDefault(String.valueOf(field.section()), last).add(field.name());
            }
        }
        return new FormLayout(sections.stream().map(section -> new Section(section.name(), section.labels(), section.columns(),
                List.copyOf(bySection.get(section.name())))).toList(), hidden.stream().filter(name -> type.field(name).isPresent()).toList());
    }
}
