package org.tenon.records.views;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.TenonException;

/**
 * Takes out of a kept view what cannot be asked or shown any more: a field that was retired, or one the reader may not see. What is left
 * works; what was taken out is named. Never widens anybody's rights: conditions only narrow what policy lets through.
 */
final class Repair {

    private final Consumer<Object> check;
    private final Set<String> problems = new LinkedHashSet<>();

    /** @param check throws INVALID for a condition that the reader cannot ask, naming the field */
    Repair(Consumer<Object> check) {
        this.check = check;
    }

    /** The condition without its broken tests; null if nothing is left of it. */
    @Nullable Object condition(@Nullable Object json) {
        if (!(json instanceof Map<?, ?> map) || map.size() != 1) {
            return null;
        }
        Map.Entry<?, ?> entry = map.entrySet().iterator().next();
        if (entry.getKey().equals("and") || entry.getKey().equals("or")) {
            List<Object> parts = new ArrayList<>();
            for (Object part : entry.getValue() instanceof List<?> list ? list : List.of()) {
                Object left = condition(part);
                if (left != null) {
                    parts.add(left);
                }
            }
            return parts.isEmpty() ? null : Map.of(entry.getKey(), parts);
        }
        if (entry.getKey().equals("!")) {
            Object left = condition(entry.getValue() instanceof List<?> list && list.size() == 1 ? list.get(0) : entry.getValue());
            return left == null ? null : Map.of("!", left);
        }
        return works(json) ? json : null;
    }

    /** Notes a field that a column, order or grouping names and that is not there for the reader. */
    void missing(String field) {
        problems.add(field);
    }

    /** The fields taken out, in the order they were met. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    private boolean works(Object test) {
        try {
            check.accept(test);
            return true;
        } catch (TenonException e) {
            problems.add(e.errors().isEmpty() ? "filter" : e.errors().get(0).field());
            return false;
        }
    }
}
