package org.tenon.sdk.shell;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A widget of the start page that needs no page of its own: records of one type, listed or counted. Its title is the text
 * {@code widget.<id>} of the area. Members see it who may read the type.
 *
 * @param id     unique, {@code <area>.<name>}
 * @param type   full name of the record type
 * @param shape  what is shown of the records
 * @param filter a condition as in a list's filter, relative values such as "today" and "me" included; null for all records
 * @param sort   as in a list; null for the type's own order
 * @param fields names of the columns after the title, at most three; empty for a count
 * @param wide   whether it begins two columns wide
 * @param order  ascending on a start page nobody has arranged
 */
public record DashboardWidget(String id, String type, Shape shape, @Nullable Map<String, ?> filter, @Nullable String sort, List<String> fields,
                              boolean wide, int order) {

    /** How a widget shows records. */
    public enum Shape {
        /** The first eight, and the way to all of them. */
        LIST,
        /** How many there are, and the way to them. */
        COUNT
    }

    /** The first records of an order. */
    public static DashboardWidget list(String id, String type, int order, @Nullable Map<String, ?> filter, String sort, List<String> fields) {
        return new DashboardWidget(id, type, Shape.LIST, filter, sort, fields, true, order);
    }

    public static DashboardWidget count(String id, String type, int order, @Nullable Map<String, ?> filter) {
        return new DashboardWidget(id, type, Shape.COUNT, filter, null, List.of(), false, order);
    }
}
