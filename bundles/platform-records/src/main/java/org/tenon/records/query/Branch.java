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
 * @param own     true if {@code where} is the start of an index whose rest is the type's own order
 * @param few     true if {@code where} lets so few records through that they are fetched and sorted, rather than the order walked for them
 * @param sieve   holds the ids that {@code holders} finds, as the walk along the order is the shorter way to them; null otherwise
 */
record Branch(@Nullable String driver, String on, Sql where, Sql holders, boolean own, boolean few, @Nullable Sieve sieve) {

    static Branch from(String driver, String on, Sql where) {
        return new Branch(driver, on, where, new Sql(), false, false, null);
    }

    static Branch where(Sql where) {
        return new Branch(null, "", where, new Sql(), false, false, null);
    }

    /** A scope with an index that goes on in the type's own order. */
    static Branch own(Sql where) {
        return new Branch(null, "", where, new Sql(), true, false, null);
    }

    /** From the records a query finds. @param where empty text for everything */
    static Branch held(Sql holders, Sql where) {
        return new Branch(null, "", where, holders, false, false, null);
    }

    /** True if few rows lead to the records, so that walking the list's order would be the longer way. */
    boolean led() {
        return driver != null || !holders.isEmpty() || few;
    }

    /** This branch, known to hold few records. */
    Branch ofFew() {
        return new Branch(driver, on, where, holders, own, true, null);
    }

    /** This branch of {@link #held}, by way of the order; from what it holds if that is null. */
    Branch sieved(@Nullable Sieve by) {
        return new Branch(driver, on, where, holders, own, few, by);
    }

    /** This branch, narrowed. */
    Branch and(Sql narrower) {
        Sql both = where.isEmpty() ? narrower : new Sql().add(where).add(" AND ").add(narrower);
        return new Branch(driver, on, both, holders, false, few, sieve);
    }
}
