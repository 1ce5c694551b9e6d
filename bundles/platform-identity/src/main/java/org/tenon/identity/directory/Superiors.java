package org.tenon.identity.directory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who stands above whom. Immutable; a circle, should there be one, is walked once. */
final class Superiors {

    private final Map<Long, Long> above = new HashMap<>();
    private final Map<Long, List<Long>> below = new HashMap<>();

    /** @param people living members; those who left still stand below somebody, as do their records */
    Superiors(Map<Long, Person> people) {
        for (Person person : people.values()) {
            Long manager = person.manager();
            if (manager != null && people.containsKey(manager)) {
                above.put(person.id(), manager);
                below.computeIfAbsent(manager, id -> new ArrayList<>()).add(person.id());
            }
        }
    }

    /** From the direct one up. */
    List<Long> of(long member) {
        Set<Long> found = new LinkedHashSet<>();
        @Nullable Long next = above.get(member);
        while (next != null && next != member && found.add(next)) {
            next = above.get(next);
        }
        return List.copyOf(found);
    }

    /** Everybody below the member, direct or not. */
    Set<Long> line(long member) {
        Set<Long> found = new LinkedHashSet<>();
        Deque<Long> open = new ArrayDeque<>(below.getOrDefault(member, List.of()));
        while (!open.isEmpty()) {
            Long next = open.remove();
            if (next != member && found.add(next)) {
                open.addAll(below.getOrDefault(next, List.of()));
            }
        }
        return found;
    }
}
