package org.tenon.records.log;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenon.records.query.RecordTitles;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.text.Labels;

/** Puts changes of a record's team and shares into words: whom it was opened to, how, until when. */
final class EntryLabels {

    /** What such changes are written down under. */
    static final Set<String> FIELDS = Set.of("_team", "_share");

    private static final Map<String, String> KEYS = Map.of("old", "oldLabel", "new", "newLabel");

    private final Labels labels;
    private final RecordTitles titles;

    EntryLabels(Labels labels, RecordTitles titles) {
        this.labels = labels;
        this.titles = titles;
    }

    static boolean is(Map<String, @Nullable Object> change) {
        return FIELDS.contains(String.valueOf(change.get("field")));
    }

    void add(List<Map<String, @Nullable Object>> changes, Caller caller) {
        Map<String, Set<Long>> wanted = new HashMap<>();
        changes.forEach(change -> KEYS.keySet().forEach(key -> {
            if (change.get(key) instanceof Map<?, ?> entry) {
                wanted.computeIfAbsent(type(entry), type -> new HashSet<>()).add(grantee(entry));
            }
        }));
        Map<String, Map<Long, String>> names = new HashMap<>();
        wanted.forEach((type, ids) -> names.put(type, titles.of(caller, type, ids)));
        for (Map<String, @Nullable Object> change : changes) {
            change.put("label", labels.text("records", "field." + change.get("field"), caller.locale()));
            KEYS.forEach((key, label) -> {
                if (change.get(key) instanceof Map<?, ?> entry) {
                    change.put(label, text(entry, names.getOrDefault(type(entry), Map.of()), caller));
                }
            });
        }
    }

    private String text(Map<?, ?> entry, Map<Long, String> names, Caller caller) {
        String access = labels.text("records", "access." + entry.get("access"), caller.locale());
        Object until = entry.get("expiresAt");
        String name = names.getOrDefault(grantee(entry), "");
        String text = labels.text("records", "access.entry", caller.locale(), name, access);
        return until == null ? text : text + labels.text("records", "access.until", caller.locale(), String.valueOf(until).replace('T', ' ').replace("Z", " UTC"));
    }

    private static String type(Map<?, ?> entry) {
        return "department".equals(entry.get("kind")) ? "identity.department" : "identity.member";
    }

    private static long grantee(Map<?, ?> entry) {
        Object id = entry.containsKey("member") ? entry.get("member") : entry.get("grantee");
        return RecordId.of(String.valueOf(id)).value();
    }
}
