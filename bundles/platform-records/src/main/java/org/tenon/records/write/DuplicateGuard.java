package org.tenon.records.write;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenon.records.duplicates.Duplicates;
import org.tenon.records.matching.Profile;
import org.tenon.records.model.RecordModel;

/**
 * Refuses values that an administrator lets no two records have. Only values that are new to a record count, so that what was stored before the
 * rule can still be worked on. Who stores such a value claims it first, so that of two in the same instant one sees the other.
 */
final class DuplicateGuard {

    private final Duplicates duplicates;
    /** Values of records that are checked and not stored yet: whose they are, by key. */
    private final Map<String, Long> coming = new HashMap<>();

    DuplicateGuard(Duplicates duplicates) {
        this.duplicates = duplicates;
    }

    void check(Draft draft, boolean fresh, Refusals refusals) {
        Profile values = added(draft, fresh);
        if (values == null) {
            return;
        }
        duplicates.claim(draft.model(), List.of(values));
        if (draft.repeating()) {
            return;
        }
        long self = draft.item().id();
        Set<String> told = new HashSet<>();
        for (Map<String, @Nullable Object> hit : duplicates.blocked(draft.model(), values, self)) {
            for (Object reason : (List<?>) Objects.requireNonNull(hit.get("reasons"))) {
                Object field = ((Map<?, ?>) reason).get("field");
                if (Boolean.TRUE.equals(((Map<?, ?>) reason).get("same")) && told.add(String.valueOf(field))) {
                    boolean hidden = Boolean.TRUE.equals(hit.get("hidden"));
                    refusals.refuse(field == null ? "" : String.valueOf(field), hidden ? "blockedHidden" : "blocked", hit.get("title"));
                }
            }
        }
        if (told.isEmpty() && values.blocks().stream().anyMatch(block -> coming.getOrDefault(key(draft, block), self) != self)) {
            refusals.refuse("", "blockedHere");
        }
    }

    /** Claims the values of many records at once, before each is checked. @param values in JSON form */
    void expect(RecordModel model, List<? extends Map<String, ?>> values) {
        Set<String> blocking = duplicates.blocking(model);
        if (!blocking.isEmpty()) {
            duplicates.claim(model, values.stream().map(each -> Profile.of(model.info(), name -> blocking.contains(name) ? each.get(name) : null)).toList());
        }
    }

    /** Remembers what a record that passed is to hold, for those checked before it is stored. For one thread. */
    void coming(Draft draft, boolean fresh) {
        Profile values = added(draft, fresh);
        if (values != null) {
            values.blocks().forEach(block -> coming.putIfAbsent(key(draft, block), draft.item().id()));
        }
    }

    void forget() {
        coming.clear();
    }

    private static String key(Draft draft, String block) {
        return draft.model().name() + " " + block;
    }

    /** Null if no field that changes may block. */
    private @Nullable Profile added(Draft draft, boolean fresh) {
        Set<String> blocking = duplicates.blocking(draft.model());
        if (blocking.isEmpty() || !fresh && draft.fields().stream().noneMatch(blocking::contains)) {
            return null;
        }
        Profile now = draft.profile(blocking, draft::get);
        return fresh ? now : now.without(draft.profile(blocking, draft::before));
    }
}
