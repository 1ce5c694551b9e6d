package org.tenon.records.write;

import java.util.List;

/**
 * What only one living record of a type may hold.
 *
 * @param type   the record type
 * @param fields those that hold it together
 * @param values theirs, as text, in the same order
 */
public record UniqueValue(String type, List<String> fields, List<String> values) {

    /** The field a refusal is said of. */
    public String field() {
        return fields.get(0);
    }
}
