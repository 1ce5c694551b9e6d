package org.tenon.records.query;

import org.jspecify.annotations.Nullable;

/**
 * One way to the records of a list: by owner, by department, by team … Each is a query of its own on an index that starts with its scope's
 * column; their results are merged.
 *
 * @param driver  table, alias {@code s}, that leads to the records; null to start from the records themselves
 * @param on      how it leads there; empty without
 * @param where   what holds for the rows of this branch; empty text for everything
 * @param holders a further join, empty text for none
 */
record Branch(@Nullable String driver, String on, Sql where, Sql holders) {

    static Branch from(String driver, String on, Sql where) {
        return new Branch(driver, on, where, new Sql());
    }

    static Branch where(Sql where) {
        return new Branch(null, "", where, new Sql());
    }

    /** This branch, narrowed. */
    Branch and(Sql narrower) {
        Sql both = where.isEmpty() ? narrower : new Sql().add(where).add(" AND ").add(narrower);
        return new Branch(driver, on, both, holders);
    }

    /** This branch, joined with the records of a sub-query with a column {@code record_id}. */
    Branch joined(Sql subQuery) {
        return new Branch(driver, on, where, new Sql().add(" INNER JOIN ").add(subQuery).add(" h ON h.record_id = r.id"));
    }
}
