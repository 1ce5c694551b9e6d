package org.tenon.records.bulk;

import java.util.Map;
import org.tenon.sdk.record.RecordId;

/**
 * How far a job over many records came: what it knows from one step to the next.
 *
 * @param type      the type it is at, empty at the start
 * @param after     the last id of the type that is done, {@link Long#MIN_VALUE} at the start
 * @param unchanged records that were as they should become
 */
record Tally(String type, long after, long changed, long unchanged, long refused) {

    static Tally of(Map<String, Object> state) {
        return new Tally(String.valueOf(state.getOrDefault("type", "")), state.get("after") instanceof String id ? RecordId.of(id).value() : Long.MIN_VALUE,
                number(state, "changed"), number(state, "unchanged"), number(state, "refused"));
    }

    Map<String, Object> state() {
        return Map.of("type", type, "after", RecordId.text(after), "changed", changed, "unchanged", unchanged, "refused", refused);
    }

    Tally plus(String atType, long last, long more, long same, long no) {
        return new Tally(atType, last, changed + more, unchanged + same, refused + no);
    }

    long done() {
        return changed + unchanged + refused;
    }

    /** The place to go on from in this type. */
    long after(String of) {
        return type.equals(of) ? after : Long.MIN_VALUE;
    }

    private static long number(Map<String, Object> state, String name) {
        return state.get(name) instanceof Number number ? number.longValue() : 0;
    }
}
