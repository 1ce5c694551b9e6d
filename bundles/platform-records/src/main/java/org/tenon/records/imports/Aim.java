package org.tenon.records.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a row is to become, before it is checked.
 *
 * @param done   what becomes of it if that is clear already; null if it is to be written
 * @param target the record to change; null to create one
 * @param others records that it repeats and that the caller may see
 * @param twin   the line of the file that it repeats, 0 for none
 */
record Aim(Reading reading, @Nullable Outcome done, @Nullable Long target, List<Long> others, int hidden, long twin) {

    static Aim done(Reading reading, Outcome outcome) {
        return new Aim(reading, outcome, null, List.of(), 0, 0);
    }

    static Aim change(Reading reading, long target) {
        return new Aim(reading, null, target, List.of(), 0, 0);
    }

    static Aim create(Reading reading, List<Long> others, int hidden, long twin) {
        return new Aim(reading, null, null, others, hidden, twin);
    }
}
