package org.tenon.records.write;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.Problems;

/** Places: coordinates in degrees of WGS 84, a text, or both. Kept with at most 7 decimals, which is a centimetre. */
final class LocationForms {

    private static final int LONGEST_TEXT = 200;
    private static final int SCALE = 7;

    private LocationForms() {
    }

    /** The JSON form, null for an empty one. */
    static @Nullable Object attribute(FieldInfo field, Object json, Problems problems) {
        if (!(json instanceof Map<?, ?> map) || !Set.of("latitude", "longitude", "text").containsAll(map.keySet())
                || map.get("text") != null && !(map.get("text") instanceof String)) {
            return Coercion.refuse(problems, field, "location");
        }
        String text = map.get("text") == null ? "" : ((String) map.get("text")).strip();
        if (TextForms.wrong(FieldType.TEXT, text) != null || text.length() > LONGEST_TEXT) {
            return Coercion.refuse(problems, field, text.length() > LONGEST_TEXT ? "tooLong" : "characters", LONGEST_TEXT);
        }
        Map<String, Object> location = new LinkedHashMap<>();
        if (map.get("latitude") != null || map.get("longitude") != null) {
            BigDecimal latitude = degrees(map.get("latitude"), 90);
            BigDecimal longitude = degrees(map.get("longitude"), 180);
            if (latitude == null || longitude == null) {
                return Coercion.refuse(problems, field, "location");
            }
            location.put("latitude", latitude);
            location.put("longitude", longitude);
        }
        if (!text.isEmpty()) {
            location.put("text", text);
        }
        return location.isEmpty() ? null : location;
    }

    private static @Nullable BigDecimal degrees(@Nullable Object json, int most) {
        BigDecimal value = json instanceof BigDecimal number ? number : json instanceof Number number ? new BigDecimal(number.toString())
                : json instanceof String text && text.matches("-?[0-9]{1,3}(\\.[0-9]{1,15})?") ? new BigDecimal(text) : null;
        if (value == null || value.abs().compareTo(BigDecimal.valueOf(most)) > 0) {
            return null;
        }
        BigDecimal kept = value.setScale(SCALE, java.math.RoundingMode.HALF_UP).stripTrailingZeros();
        return kept.scale() < 0 ? kept.setScale(0) : kept;
    }
}
