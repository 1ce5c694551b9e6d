package org.tenon.records.query;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.text.Titles;

/** What a list must hold, worked out in plain Java from the same things. */
final class Oracle {

    final Map<Long, Map<String, Object>> things = new LinkedHashMap<>();

    List<String> sorted(String sort, Predicate<Map<String, Object>> visible) {
        boolean descending = sort.startsWith("-");
        String field = descending ? sort.substring(1) : sort;
        Comparator<Map<String, Object>> byId = Comparator.comparing(thing -> (Long) thing.get("#"));
        Comparator<Map<String, Object>> byKey = (a, b) -> compare(key(a, field), key(b, field));
        Comparator<Map<String, Object>> order = byKey.thenComparing(byId);
        Comparator<Map<String, Object>> directed = descending ? order.reversed() : order;
        Comparator<Map<String, Object>> emptiesLast = Comparator.comparing(thing -> key(thing, field) == null);
        return things.values().stream().filter(visible).sorted(emptiesLast.thenComparing(directed)).map(thing -> RecordId.text((Long) thing.get("#"))).toList();
    }

    private static Object key(Map<String, Object> thing, String field) {
        Object value = field.equals("id") ? thing.get("#") : thing.get(field);
        if (value == null) {
            return null;
        }
        return switch (field) {
            case "name" -> Titles.key((String) value);
            case "score" -> new BigDecimal((String) value);
            case "revenue" -> new BigDecimal((String) ((Map<?, ?>) value).get("amount"));
            default -> value;
        };
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static int compare(Object a, Object b) {
        return a == null || b == null ? 0 : ((Comparable) a).compareTo(b);
    }
}
