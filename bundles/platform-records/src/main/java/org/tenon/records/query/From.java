package org.tenon.records.query;

import org.tenon.persistence.DbKind;

/** The FROM clause of a branch; the records have the alias {@code r}. */
final class From {

    private From() {
    }

    /** Derby is told to start from what leads to the records. */
    static Sql of(DbKind kind, String table, Branch branch) {
        Sql sql = new Sql().add(" FROM ");
        if (!branch.led()) {
            return sql.add(table).add(" r");
        }
        sql.add(fixed(kind));
        if (branch.driver() != null) {
            return sql.add(branch.driver()).add(" s INNER JOIN ").add(table).add(" r").add(looped(kind, "")).add(" ON ").add(branch.on());
        }
        if (branch.holders().isEmpty()) {
            return sql.add(table).add(" r");
        }
        return sql.add("(").add(branch.holders()).add(") h INNER JOIN ").add(table).add(" r").add(looped(kind, "")).add(" ON r.id = h.record_id");
    }

    /** As {@link #of}, joined with the values the list is ordered by, alias {@code o}. Derby walks along these where nothing else leads to the records. */
    static Sql ordered(DbKind kind, String table, Branch branch, String type, Order order, boolean down) {
        Sql values = new Sql().add("o.record_type = ").bind(type).add(" AND o.field_key = ").bind(order.field());
        if (branch.led()) {
            return of(kind, table, branch).add(" INNER JOIN records_value o").add(looped(kind, "constraint=RECORDS_VALUE_PK, ")).add(" ON o.record_id = r.id AND ").add(values);
        }
        return new Sql().add(" FROM ").add(fixed(kind)).add("records_value o").add(walked(kind, order, down)).add(" INNER JOIN ").add(table).add(" r").add(looped(kind, ""))
                .add(" ON r.id = o.record_id AND ").add(values);
    }

    /** The index of the order alone, without the records. */
    static Sql index(DbKind kind, String table, Order order, boolean side, boolean down) {
        return side ? new Sql().add(" FROM records_value o").add(walked(kind, order, down)) : new Sql().add(" FROM ").add(table).add(" r");
    }

    private static String walked(DbKind kind, Order order, boolean down) {
        return kind != DbKind.DERBY ? "" : order.walked(down).map(index -> " --DERBY-PROPERTIES index=" + index + "\n").orElse("");
    }

    /** Derby is told to look each record up, rather than to read a whole table first. */
    private static String looped(DbKind kind, String more) {
        return kind == DbKind.DERBY ? " --DERBY-PROPERTIES " + more + "joinStrategy=NESTEDLOOP\n" : "";
    }

    private static String fixed(DbKind kind) {
        return kind == DbKind.DERBY ? "--DERBY-PROPERTIES joinOrder=FIXED\n" : "";
    }
}
