package org.tenon.records.custom;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.record.Problems;

/** Reads members of a JSON object strictly; what is wrong is told, naming the member, and read as empty. */
final class Given {

    private final Map<String, ?> json;
    private final Problems problems;

    Given(Map<String, ?> json, Problems problems) {
        this.json = json;
        this.problems = problems;
    }

    @Nullable Object raw(String name) {
        return json.get(name);
    }

    boolean flag(String name) {
        Object value = json.get(name);
        if (value != null && !(value instanceof Boolean)) {
            problems.refuse(name, "boolean");
        }
        return Boolean.TRUE.equals(value);
    }

    @Nullable String text(String name, int longest) {
        Object value = json.get(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text)) {
            problems.refuse(name, "text");
            return null;
        }
        if (text.strip().length() > longest || text.indexOf('\0') >= 0) {
            problems.refuse(name, "tooLong", longest);
            return null;
        }
        return text.isBlank() ? null : text.strip();
    }

    @Nullable Long whole(String name, long least, long most) {
        BigDecimal value = decimal(name);
        if (value == null) {
            return null;
        }
        if (value.stripTrailingZeros().scale() > 0) {
            problems.refuse(name, "number");
            return null;
        }
        if (value.compareTo(BigDecimal.valueOf(least)) < 0) {
            problems.refuse(name, "tooSmall", least);
            return null;
        }
        if (value.compareTo(BigDecimal.valueOf(most)) > 0) {
            problems.refuse(name, "tooLarge", most);
            return null;
        }
        return value.longValueExact();
    }

    @Nullable BigDecimal decimal(String name) {
        Object value = json.get(name);
        if (value == null || value.equals("")) {
            return null;
        }
        if (value instanceof BigDecimal || value instanceof Integer || value instanceof Long
                || value instanceof String text && text.matches("-?[0-9]{1,15}(\\.[0-9]{1,4})?")) {
            return new BigDecimal(value.toString());
        }
        problems.refuse(name, "decimal");
        return null;
    }

    /** Texts by language tag, filled to all three languages; empty for none. */
    Map<String, String> texts(String name, int longest) {
        Object value = json.get(name);
        if (value == null) {
            return Map.of();
        }
        Map<String, String> texts = new LinkedHashMap<>();
        if (value instanceof String text) {
            Languages.TAGS.forEach(tag -> texts.put(tag, text));
        } else if (value instanceof Map<?, ?> map && Languages.TAGS.containsAll(map.keySet())) {
            map.forEach((tag, text) -> texts.put((String) tag, text == null ? "" : String.valueOf(text)));
        } else {
            problems.refuse(name, "texts");
        }
        texts.replaceAll((tag, text) -> text.strip());
        if (texts.values().stream().anyMatch(text -> text.length() > longest || text.indexOf('\0') >= 0)) {
            problems.refuse(name, "tooLong", longest);
        }
        return Languages.filled(texts);
    }

    List<?> list(String name) {
        Object value = json.get(name);
        if (value != null && !(value instanceof List<?>)) {
            problems.refuse(name, "list");
        }
        return value instanceof List<?> list ? list : List.of();
    }
}
