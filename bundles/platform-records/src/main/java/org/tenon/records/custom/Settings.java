package org.tenon.records.custom;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator says of a field; its stored form and its form in REST are the same JSON object.
 *
 * @param labels      by language tag ({@code zh-CN zh-TW en}), all three
 * @param help        by language tag, empty for none
 * @param section     of the declared form, null for the first
 * @param list        place of its column in the list, 0 none
 * @param search      part of the full-text index
 * @param max         characters, null for the kind's own limit
 * @param options     of choices
 * @param reference   the type referred to
 * @param result      the type of a formula's value
 * @param number      the rule of an automatic number
 */
record Settings(Map<String, String> labels, Map<String, String> help, @Nullable String section, int list, boolean required, boolean readOnly, boolean unique,
                boolean filter, boolean sort, boolean search, boolean sensitive, @Nullable Object initial, @Nullable String pattern, @Nullable Long max,
                @Nullable BigDecimal least, @Nullable BigDecimal most, @Nullable String reference, List<Option> options, @Nullable Object visibleWhen,
                @Nullable Object formula, @Nullable String result, @Nullable String number) {

    Settings with(List<Option> others) {
        return new Settings(labels, help, section, list, required, readOnly, unique, filter, sort, search, sensitive, initial, pattern, max, least, most, reference,
                List.copyOf(others), visibleWhen, formula, result, number);
    }

    /** Without what makes it computed. */
    Settings uncomputed() {
        return new Settings(labels, help, section, list, required, readOnly, unique, filter, sort, search, sensitive, initial, pattern, max, least, most, reference,
                options, visibleWhen, null, result, number);
    }
}
