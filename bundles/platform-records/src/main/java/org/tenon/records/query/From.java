package org.tenon.records.query;

import org.tenon.persistence.DbKind;

/** The FROM clause of a branch; the records have the alias {@code r}. */
final class From {

    private From() {
    }

    /** Derby is told to start from the driver: few rows lead there. */
    static Sql of(DbKind kind, String table, Branch branch) {
        Sql sql = new Sql().add(" FROM ");
        if (branch.driver() == null) {
            return sql.add(table).add(" r").add(branch.holders());
        }
        return sql.add(kind == DbKind.DERBY ? "--DERBY-PROPERTIES joinOrder=FIXED\n" : "").add(branch.driver()).add(" s INNER JOIN ").add(table)
                .add(" r ON ").add(branch.on()).add(branch.holders());
    }
}
