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

    /** As {@link #of}, joined with the values the list is ordered by, alias {@code o}. Derby walks along these where nothing else leads to the records. */
    static Sql ordered(DbKind kind, String table, Branch branch, String type, String field) {
        Sql values = new Sql().add("o.record_type = ").bind(type).add(" AND o.field_key = ").bind(field);
        if (branch.driver() != null || !branch.holders().isEmpty()) {
            return of(kind, table, branch).add(" INNER JOIN records_value o ON o.record_id = r.id AND ").add(values);
        }
        String walk = kind == DbKind.DERBY ? "--DERBY-PROPERTIES joinOrder=FIXED\n" : "";
        return new Sql().add(" FROM ").add(walk).add("records_value o INNER JOIN ").add(table).add(" r ON r.id = o.record_id AND ").add(values);
    }
}
