package org.tenon.sdk.record;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values a choice field may have.
 *
 * @param name  {@code <area>.<name>}
 * @param items in the order they are offered
 */
public record Dictionary(String name, List<Item> items) {

    /**
     * @param value  what is stored, at most 63 characters
     * @param parent the value above it, null at the top
     * @param color  {@code green amber red blue grey}, null for none
     * @param labels by locale; empty to take the text {@code dictionary.<name>.<value>} of the area, name without the area
     * @param retired no longer offered nor given to records; those that have it keep it
     */
    public record Item(String value, @Nullable String parent, @Nullable String color, Map<Locale, String> labels, boolean retired) {

        /** One that is offered. */
        public Item(String value, @Nullable String parent, @Nullable String color, Map<Locale, String> labels) {
            this(value, parent, color, labels, false);
        }

        public static Item of(String value) {
            return new Item(value, null, null, Map.of());
        }

        public static Item of(String value, String color) {
            return new Item(value, null, color, Map.of());
        }
    }
}
