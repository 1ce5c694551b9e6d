package org.tenon.sdk.record;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator gave a field at run time, beyond what {@link FieldInfo} says of every field. The values of custom fields lie in the
 * record's column {@code custom_values}; those that lists are filtered or sorted by in the side table {@code records_value} too.
 *
 * @param unique      no two living records have the same value
 * @param initial     what a new record has if nothing is given, in JSON form; null for nothing
 * @param pattern     a regular expression the whole text must match, null for none
 * @param least       smallest number or amount, null for none
 * @param most        largest number or amount, null for none
 * @param visibleWhen a condition as parsed JSON on fields of the same record; while it is false the field is not shown and not required; null for always
 * @param formula     what the value is computed from at each write, as parsed JSON; null for fields that people fill in
 * @param number      the rule automatic numbers are made by, such as {@code HT-{yyyy}{MM}-{seq:5}}; null for none
 * @param kept        its values lie in {@code records_value} too, or are on the way there
 */
public record CustomField(boolean unique, @Nullable Object initial, @Nullable String pattern, @Nullable BigDecimal least, @Nullable BigDecimal most,
                          @Nullable Object visibleWhen, @Nullable Object formula, @Nullable String number, boolean kept) {

    /** True where the platform makes the value and people cannot write it. */
    public boolean computed() {
        return formula != null || number != null;
    }
}
