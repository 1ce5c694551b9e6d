package org.tenon.records.stream;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.text.Fold;

/** Whether a text stands in what an entry of a timeline shows: names, labels, values before and after, what was said, names of files, titles. */
final class Words {

    private static final Set<String> SHOWN = Set.of("byLabel", "label", "old", "new", "oldLabel", "newLabel", "body", "name", "title", "amount", "value");

    private Words() {
    }

    /** @param text empty stands in everything */
    static boolean in(Map<String, @Nullable Object> entry, String text) {
        return text.isBlank() || holds(entry, text.strip(), false);
    }

    private static boolean holds(@Nullable Object json, String text, boolean shown) {
        if (json instanceof Map<?, ?> map) {
            return map.entrySet().stream().anyMatch(each -> holds(each.getValue(), text, SHOWN.contains(String.valueOf(each.getKey()))));
        }
        if (json instanceof Iterable<?> list) {
            for (Object each : list) {
                if (holds(each, text, shown)) {
                    return true;
                }
            }
            return false;
        }
        return shown && json != null && Fold.contains(json.toString(), text);
    }
}
