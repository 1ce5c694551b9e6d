package org.tenon.persistence;

/**
 * Rows of one table that belong to an area.
 *
 * @param condition of a WHERE clause, without parameters
 * @param kept      true if they stay, or their keeper takes them away itself; they are copied all the same
 */
public record AreaRows(String table, String condition, boolean kept) {

    /** Rows that go. */
    public static AreaRows of(String table, String condition) {
        return new AreaRows(table, condition, false);
    }
}
