package org.tenon.records.custom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.record.Problems;

/** Reads the options of a choice, and makes values for those without one. */
final class OptionsReader {

    static final int MOST = 2_000;
    private static final int LABEL = 100;
    private static final int DEPTH = 8;
    private static final Set<String> COLORS = Set.of("green", "amber", "red", "blue", "grey");

    private OptionsReader() {
    }

    /** @param tree whether an option may stand below another */
    static List<Option> read(List<?> given, boolean tree, Problems problems) {
        List<Option> options = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        given.forEach(each -> {
            if (each instanceof Map<?, ?> map && map.get("value") instanceof String value) {
                taken.add(value.strip());
            }
        });
        if (given.isEmpty() || given.size() > MOST) {
            problems.refuse("options", given.isEmpty() ? "required" : "tooMany", MOST);
            return options;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            Option option = given.get(i) instanceof Map<?, ?> map ? option(map, "options[" + i + "]", taken, problems) : null;
            if (option == null) {
                problems.refuse("options[" + i + "]", "option");
            } else if (!seen.add(option.value())) {
                problems.refuse("options[" + i + "].value", "twice", option.value());
            } else {
                options.add(option);
            }
        }
        parents(options, tree, problems);
        return options;
    }

    /** Options that are not given any more are retired, not forgotten: records may have them. */
    static Settings kept(Settings before, Settings after) {
        Set<String> given = new HashSet<>();
        after.options().forEach(option -> given.add(option.value()));
        List<Option> all = new ArrayList<>(after.options());
        before.options().stream().filter(option -> !given.contains(option.value()))
                .forEach(option -> all.add(new Option(option.value(), option.labels(), option.color(), given.contains(option.parent()) ? option.parent() : null, true)));
        return after.with(all);
    }

    private static @Nullable Option option(Map<?, ?> map, String where, Set<String> taken, Problems problems) {
        Map<String, Object> json = new HashMap<>();
        map.forEach((name, value) -> json.put(String.valueOf(name), value));
        Given given = new Given(json, (field, code, args) -> problems.refuse(where + "." + field, code, args));
        Map<String, String> labels = given.texts("labels", LABEL);
        String value = given.text("value", 63);
        String color = given.text("color", 10);
        if (labels.isEmpty()) {
            problems.refuse(where + ".labels", "required");
            return new Option(value == null ? where : value, labels, null, null, false);
        }
        if (color != null && !COLORS.contains(color)) {
            problems.refuse(where + ".color", "choice");
        }
        if (value != null && value.matches(".*[,\\p{Cntrl}].*")) {
            problems.refuse(where + ".value", "characters");
        }
        String kept = value == null ? Keys.free(Keys.word(labels), taken) : value;
        taken.add(kept);
        return new Option(kept, labels, color, given.text("parent", 63), given.flag("retired"));
    }

    private static void parents(List<Option> options, boolean tree, Problems problems) {
        Map<String, Option> byValue = new HashMap<>();
        options.forEach(option -> byValue.put(option.value(), option));
        for (Option option : options) {
            int depth = 0;
            for (Option at = option; at != null && at.parent() != null && depth <= DEPTH; at = byValue.get(at.parent())) {
                if (!tree || !byValue.containsKey(at.parent())) {
                    problems.refuse("options", "parent", option.value());
                    return;
                }
                depth++;
            }
            if (depth > DEPTH) {
                problems.refuse("options", "depth", option.value(), DEPTH);
                return;
            }
        }
    }
}
