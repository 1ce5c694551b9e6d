package org.tenon.records.query;

import org.tenon.persistence.DbKind;

/** "Starts with", exactly and by index, on each database. */
final class Prefix {

    private Prefix() {
    }

    /** True for rows whose column starts with the text; unknown for empty ones. */
    static Sql starts(DbKind kind, String column, String prefix) {
        if (kind == DbKind.DERBY) {
            // Derby makes a range of LIKE itself; a range of our own would pad with blanks.
            String pattern = prefix.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
            return new Sql().add(column).add(" LIKE ").bind(pattern).add(" ESCAPE '!'");
        }
        String above = prefix + Character.toString(Character.MAX_CODE_POINT);
        return new Sql().add("(").add(column).add(" >= ").bind(prefix).add(" AND ").add(column).add(" < ").bind(above).add(")");
    }
}
