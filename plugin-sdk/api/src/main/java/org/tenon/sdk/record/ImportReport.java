package org.tenon.sdk.record;

import java.util.List;

/**
 * How an import went.
 *
 * @param rows      data rows read
 * @param imported  of those, stored (or fit to be, in a dry run)
 * @param linked    further records made beside them
 * @param refused   each refused row's errors
 * @param unmatched headers that name no field
 */
public record ImportReport(int rows, int imported, int linked, List<Refusal> refused, List<String> unmatched) {

    /**
     * @param line   the line of the file on which the row begins, the header being line 1
     * @param field  the header as it stands in the file; empty for the whole row
     * @param name   the field's name
     * @param value  what stood there
     * @param reason in the caller's language
     */
    public record Refusal(long line, String field, String name, String value, String reason) {
    }
}
