package org.tenon.records.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many rows record tables have, remembered for a while: exact enough to weigh one way through them against another. Safe for all threads. */
final class Sizes {

    private static final Duration LEAST = Duration.ofMinutes(1);
    private static final Duration MOST = Duration.ofHours(1);
    private static final int ROWS_A_MINUTE = 10_000;

    private final Map<String, Size> known = new ConcurrentHashMap<>();

    /** @param at {@link System#nanoTime} */
    private record Size(long rows, long at) {

        /** The more rows, the longer counting takes and the less a few more of them matter. */
        boolean stale() {
            Duration age = Duration.ofNanos(System.nanoTime() - at);
            Duration good = LEAST.multipliedBy(1 + rows / ROWS_A_MINUTE);
            return age.compareTo(good.compareTo(MOST) < 0 ? good : MOST) > 0;
        }
    }

    long rows(Connection connection, String table) throws SQLException {
        Size size = known.get(table);
        if (size == null || size.stale()) {
            size = new Size(count(connection, table), System.nanoTime());
            known.put(table, size);
        }
        return size.rows();
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (PreparedStatement count = new Sql().add("SELECT COUNT(*) FROM ").add(table).prepare(connection); ResultSet rows = count.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
