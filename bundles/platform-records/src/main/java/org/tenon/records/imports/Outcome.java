package org.tenon.records.imports;

import java.util.List;
import org.tenon.records.imports.file.SheetRow;
import org.tenon.records.write.Checked;

/**
 * What becomes of a row.
 *
 * @param records  what was written, the row's own record first; empty if the row was refused or skipped
 * @param refusals why it was refused; empty otherwise
 * @param others   records it repeats or that all match it, which the caller may see
 * @param hidden   how many more it repeats
 * @param twin     the line of the file that it repeats, 0 for none
 * @param tainted  its rules may have written before they refused it
 */
record Outcome(SheetRow row, Kind kind, List<Checked> records, List<Refusal> refusals, List<Long> others, int hidden, long twin, boolean tainted) {

    /** The words REST and the table have for it are these in lower case. */
    enum Kind { CREATED, UPDATED, UNCHANGED, SKIPPED, REFUSED }

    static Outcome refused(SheetRow row, List<Refusal> refusals, boolean tainted) {
        return new Outcome(row, Kind.REFUSED, List.of(), refusals, List.of(), 0, 0, tainted);
    }

    static Outcome refused(SheetRow row, Refusal refusal, List<Long> others) {
        return new Outcome(row, Kind.REFUSED, List.of(), List.of(refusal), others, 0, 0, false);
    }

    static Outcome skipped(SheetRow row, List<Long> others, int hidden, long twin) {
        return new Outcome(row, Kind.SKIPPED, List.of(), List.of(), others, hidden, twin, false);
    }
}
