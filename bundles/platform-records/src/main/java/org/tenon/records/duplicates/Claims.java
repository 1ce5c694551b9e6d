package org.tenon.records.duplicates;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tenon.persistence.Db;
import org.tenon.persistence.DbKind;
import org.tenon.records.duplicates.MatchTable.Entry;

/**
 * Lets one writer at a time store a value that no two records may have: a lock on a row of {@code records_duplicate_claim} until the transaction
 * ends. Values share rows, so that the table never grows; who meets another's row by chance waits as well. Safe for all threads.
 */
final class Claims {

    /** Rows there are, from 0 on; the migration makes them. */
    private static final int ROWS = 4_096;
    private static final String SELECT = "SELECT id FROM records_duplicate_claim";

    private final Db db;

    /** @param db flushes nothing: records may be half written */
    Claims(Db db) {
        this.db = db;
    }

    /**
     * Waits for all who store one of the keys of these records, and lets others wait from now on. Locks are taken in one order, so that two who
     * claim at once do not wait for each other; who claims a second time in a transaction may be chosen as the victim of a deadlock, and is repeated.
     */
    void claim(Collection<Entry> entries) {
        SortedSet<Integer> rows = new TreeSet<>();
        entries.forEach(entry -> entry.keys().forEach(key -> rows.add((int) Math.floorMod(key, (long) ROWS))));
        if (!rows.isEmpty()) {
            db.read(connection -> lock(connection, rows));
        }
    }

    /** One by one: Derby would lock whatever a scan for several of them meets. */
    private Boolean lock(Connection connection, SortedSet<Integer> rows) throws SQLException {
        String sql = db.kind() == DbKind.DERBY
                ? SELECT + " --DERBY-PROPERTIES constraint=RECORDS_DUPLICATE_CLAIM_PK\n WHERE id = ? FOR UPDATE WITH RS"
                : SELECT + " WHERE id = ? FOR UPDATE";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int row : rows) {
                select.setInt(1, row);
                try (ResultSet locked = select.executeQuery()) {
                    if (!locked.next()) {
                        throw new IllegalStateException("records_duplicate_claim has no row " + row);
                    }
                }
            }
        }
        return Boolean.TRUE;
    }
}
