package org.tenon.records.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Sorts of entries in the change log, by their actions. */
public enum EntryKind {
    /** What was said about the record. */
    COMMENT("comment"),
    /** What was hung on it and taken off. */
    FILE("attach", "detach"),
    /** What only tells others to look again; no timeline shows it. */
    SILENT("commentEdit", "commentRemove", "commentPin"),
    /** Everything else: what was done to the record itself, and who may see it. */
    CHANGE;

    private final List<String> actions;

    EntryKind(String... actions) {
        this.actions = List.of(actions);
    }

    public static EntryKind of(String action) {
        return Arrays.stream(values()).filter(kind -> kind.actions.contains(action)).findFirst().orElse(CHANGE);
    }

    /** For a WHERE clause: rows of these kinds; false for none. */
    static String sql(Collection<EntryKind> kinds) {
        List<String> parts = new ArrayList<>();
        String named = kinds.stream().flatMap(kind -> kind.actions.stream()).map(EntryKind::quoted).collect(Collectors.joining(", "));
        if (!named.isEmpty()) {
            parts.add("action IN (" + named + ")");
        }
        if (kinds.contains(CHANGE)) {
            parts.add("action NOT IN (" + notes() + ")");
        }
        return parts.isEmpty() ? "1 = 0" : "(" + String.join(" OR ", parts) + ")";
    }

    /** The actions of all that is not {@link #CHANGE}, as an SQL list. */
    static String notes() {
        return Arrays.stream(values()).flatMap(kind -> kind.actions.stream()).map(EntryKind::quoted).collect(Collectors.joining(", "));
    }

    private static String quoted(String action) {
        return "'" + action + "'";
    }
}
