package org.tenon.records.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tenon.persistence.Db;
import org.tenon.persistence.DbKind;
import org.tenon.records.log.ChangeTable.Numbered;

/**
 * Gives committed rows their numbers and seals, a batch a transaction. The highest number lies in {@code records_cursor}; it moves by
 * compare and set, so that of two sequencers that both believe to be the one, only one gets through.
 */
final class Numbering {

    static final String HEAD = "records.sequence";
    static final int BATCH = 500;
    private static final int AT_ONCE = 64;

    /** Derby's planner knows nothing of how few rows are unnumbered. */
    private static final String HINT = " --DERBY-PROPERTIES constraint=records_change_seq\n";

    private final Db db;

    Numbering(Db db) {
        this.db = db;
    }

    /** The highest number given. */
    long head() {
        return db.read(Numbering::head);
    }

    /** Numbers up to {@link #BATCH} rows that have none. On Derby it waits for writers that are not done. @return how many */
    int numberAny() {
        String hint = db.kind() == DbKind.DERBY ? HINT : "";
        // Ids alone: Derby fails to sort rows with large texts once there are too many for its memory.
        String sql = "SELECT id FROM records_change" + hint + " WHERE seq IS NULL ORDER BY id FETCH FIRST " + BATCH + " ROWS ONLY";
        return db.write(connection -> {
            List<Long> ids = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(sql); ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    ids.add(found.getLong(1));
                }
            }
            return give(connection, unnumbered(connection, ids));
        });
    }

    /** Numbers these rows, in this order, leaving out any that have a number. @param ids of committed rows @return how many */
    int number(List<Long> ids) {
        return db.write(connection -> give(connection, unnumbered(connection, ids)));
    }

    /**
     * In the order of the ids. One by one where that costs no round trip: for a list of ids Derby may walk the whole table, and would wait for
     * the rows of writers that are not done.
     */
    private List<Numbered> unnumbered(Connection connection, List<Long> ids) throws SQLException {
        int atOnce = db.kind() == DbKind.DERBY ? 1 : AT_ONCE;
        Map<Long, Numbered> found = new HashMap<>();
        String sql = "SELECT " + ChangeTable.COLUMNS + " FROM records_change WHERE id IN (?" + ", ?".repeat(atOnce - 1) + ")";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int from = 0; from < ids.size(); from += atOnce) {
                for (int i = 0; i < atOnce; i++) {
                    select.setLong(i + 1, ids.get(Math.min(from + i, ids.size() - 1)));
                }
                ChangeTable.read(select).stream().filter(row -> row.seq() == null).forEach(row -> found.put(row.row().id(), row));
            }
        }
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private static int give(Connection connection, List<Numbered> rows) throws SQLException {
        if (rows.isEmpty()) {
            return 0;
        }
        long head = head(connection);
        move(connection, head, head + rows.size());
        String before = head == 0 ? Seal.START : seal(connection, head);
        try (PreparedStatement update = connection.prepareStatement("UPDATE records_change SET seq = ?, prev_hash = ?, hash = ? WHERE id = ?")) {
            long seq = head;
            for (Numbered row : rows) {
                String hash = Seal.of(before, ++seq, row.row());
                update.setLong(1, seq);
                update.setString(2, before);
                update.setString(3, hash);
                update.setLong(4, row.row().id());
                update.addBatch();
                before = hash;
            }
            update.executeBatch();
        }
        return rows.size();
    }

    private static long head(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT seq FROM records_cursor WHERE name = ?")) {
            select.setString(1, HEAD);
            try (ResultSet found = select.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }

    private static void move(Connection connection, long from, long to) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE records_cursor SET seq = ? WHERE name = ? AND seq = ?")) {
            update.setLong(1, to);
            update.setString(2, HEAD);
            update.setLong(3, from);
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("another sequencer numbered changes meanwhile");
            }
        }
    }

    private static String seal(Connection connection, long seq) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT hash FROM records_change WHERE seq = ?")) {
            select.setLong(1, seq);
            try (ResultSet found = select.executeQuery()) {
                if (!found.next()) {
                    throw new IllegalStateException("change " + seq + " is missing from the change log");
                }
                return found.getString(1);
            }
        }
    }
}
