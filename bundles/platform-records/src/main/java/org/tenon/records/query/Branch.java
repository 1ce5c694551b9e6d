package org.tenon.records.query;

import org.jspecify.annotations.Nullable;

/**
 * One way to the records of a list: by owner, by department, by team … Each is a query of its own on an index that starts with its scope's
 * column; their results are merged.
 *
 * @param driver  table, alias {@code s}, that leads to the records; null to start from the records themselves
 * @param on      how it leads there; empty without
 * @param where   what holds for the rows of this branch; empty text for everything
 * @param holders a query for the ids, column {@code record_id}, each once, that leads to the records; empty text to start otherwise
 * @param few     true if {@code where} lets so few records through that they are fetched and sorted, rather than the order walked for them
 */
record Branch(@Nullable String driver, String on, Sql where, Sql holders, boolean few) {

    static Branch from(String driver, String on, Sql where) {
        return new Branch(driver, on, where, new Sql(), false);
    }

    static Branch where(Sql where) {
        return new Branch(null, "", where, new Sql(), false);
    }

    /** From the records a query finds. @param where empty text for everything */
    static Branch held(Sql holders, Sql where) {
        return new Branch(null, "", where, holders, false);
    }

    /** True if few rows lead to the records, so that walking the list's order would be the longer way. */
    boolean led() {
        return driver != null || !holders.isEmpty() || few;
    }

    /** This branch, known to hold few records. */
    Branch ofFew() {
        return new Branch(driver, on, where, holders, true);
    }

    /** This branch, narrowed. */
    Branch and(Sql narrower) {
        Sql both = where.isEmpty() ? narrower : new Sql().add(where).add(" AND ").add(narrower);
        return new Branch(driver, on, both, holders, few);
    }
}
