package org.tenon.records.custom;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a choice.
 *
 * @param value   what is stored
 * @param labels  by language tag, all three
 * @param color   {@code green amber red blue grey}, null for none
 * @param parent  the value above it, null at the top
 * @param retired no longer offered; records that have it keep it
 */
record Option(String value, Map<String, String> labels, @Nullable String color, @Nullable String parent, boolean retired) {
}
