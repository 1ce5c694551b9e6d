package org.tenon.records.bulk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenon.records.query.IdWalk.Listed;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.RecordId;

/**
 * What a bulk request asks for.
 *
 * @param type   full type name
 * @param ids    the records meant; empty if {@code list} says which
 * @param list   the list whose records are meant
 * @param upTo   the highest id that is meant: later records are not
 * @param values by field; for tags those to add or to remove
 * @param along  of an assignment: what belongs to the records and to the same owner goes with them
 */
record BulkOrder(String type, BulkAction action, List<Long> ids, Listed list, long upTo, Map<String, Object> values, boolean along) {

    static final int MOST_IDS = 1_000;

    /** Reads a request body, or what {@link #parameters} made of one. @throws TenonException INVALID naming what is wrong */
    static BulkOrder of(Map<String, Object> json) {
        BulkAction action = BulkAction.of(json.get("action"))
                .orElseThrow(() -> TenonException.invalid("action", "unknown", "one of update, assign, addTags, removeTags, delete, restore"));
        boolean bin = action == BulkAction.RESTORE;
        if (json.containsKey("deleted") && !Boolean.valueOf(bin).equals(json.get("deleted"))) {
            throw TenonException.invalid("deleted", "action", action.key() + (bin ? " is for records in the recycle bin" : " is not for records in the recycle bin"));
        }
        boolean listed = json.get("ids") == null;
        if (!listed && (json.get("filter") != null || json.get("q") != null)) {
            throw TenonException.invalid("ids", "both", "send ids, or filter and q");
        }
        Object upTo = json.get("upTo");
        long last = upTo instanceof String text ? RecordId.of(text).value() : RecordId.next().value();
        return new BulkOrder(text(json, "type"), action, listed ? List.of() : ids(json.get("ids")),
                new Listed(json.get("filter"), json.get("q") == null ? null : text(json, "q"), bin), last, values(json.get("values"), action),
                along(json.get("along"), action));
    }

    /** What {@link #of} reads. */
    Map<String, Object> parameters() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("type", type);
        json.put("action", action.key());
        if (ids.isEmpty()) {
            json.put("filter", list.filter());
            json.put("q", list.prefix());
            json.put("upTo", RecordId.text(upTo));
        } else {
            json.put("ids", ids.stream().map(RecordId::text).toList());
        }
        json.put("values", values);
        json.put("along", along);
        return json;
    }

    /** The same for just these. @param chosen at most {@link #MOST_IDS}, ascending */
    BulkOrder of(List<Long> chosen) {
        return new BulkOrder(type, action, chosen, list, upTo, values, along);
    }

    boolean bin() {
        return list.deleted();
    }

    private static String text(Map<String, Object> json, String name) {
        if (json.get(name) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw TenonException.invalid(name, "text", name + " must be text");
    }

    private static List<Long> ids(Object json) {
        if (!(json instanceof List<?> list) || list.isEmpty() || list.size() > MOST_IDS || !list.stream().allMatch(String.class::isInstance)) {
            throw TenonException.invalid("ids", "ids", "1 to " + MOST_IDS + " ids; for more send a filter");
        }
        return list.stream().map(id -> RecordId.of((String) id).value()).distinct().sorted().toList();
    }

    private static boolean along(@Nullable Object json, BulkAction action) {
        if (json != null && !(json instanceof Boolean wished && (action == BulkAction.ASSIGN || !wished))) {
            throw TenonException.invalid("along", "boolean", "along is true or false, and for assign alone");
        }
        return Boolean.TRUE.equals(json);
    }

    @SuppressWarnings("unchecked") // JSON has no other keys than strings
    private static Map<String, Object> values(@Nullable Object json, BulkAction action) {
        boolean needed = action != BulkAction.DELETE && action != BulkAction.RESTORE;
        if (needed ? !(json instanceof Map<?, ?> map) || map.isEmpty() : json != null && !Map.of().equals(json)) {
            throw TenonException.invalid("values", "values", needed ? action.key() + " needs values by field" : action.key() + " takes no values");
        }
        return json == null ? Map.of() : (Map<String, Object>) json;
    }
}
