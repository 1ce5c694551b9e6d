package org.tenon.records.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tenon.persistence.DbKind;

/**
 * How much queries find, counted only as far as it matters and remembered for some seconds, in which little can change: a list is paged through, and
 * asked for by many. Safe for all threads.
 */
final class Counts {

    private static final Duration GOOD = Duration.ofSeconds(10);
    private static final int REMEMBERED = 1_000;

    private final DbKind kind;
    private final Map<List<Object>, Count> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Object>, Count> eldest) {
            return size() > REMEMBERED;
        }
    });

    /**
     * @param most how far it was counted
     * @param at   {@link System#nanoTime}
     */
    private record Count(long rows, long most, long at) {

        boolean tells(long upTo) {
            return (rows < most || upTo <= most) && System.nanoTime() - at < GOOD.toNanos();
        }
    }

    Counts(DbKind kind) {
        this.kind = kind;
    }

    /** The number of rows some seconds ago at most; {@code most} if there were more. */
    long recent(Connection connection, Sql query, long most) throws SQLException {
        List<Object> key = query.key();
        Count count = known.get(key);
        if (count == null || !count.tells(most)) {
            count = new Count(now(connection, query, most), most, System.nanoTime());
            known.put(key, count);
        }
        return Math.min(count.rows(), most);
    }

    /** The number of rows; {@code most} if there are more. Derby hands rows over in a third of the time in which it counts those of an inner query. */
    long now(Connection connection, Sql query, long most) throws SQLException {
        boolean derby = kind == DbKind.DERBY;
        Sql sql = new Sql().add(derby ? "" : "SELECT COUNT(*) FROM (").add(query).add(" FETCH FIRST ").bind(most).add(derby ? " ROWS ONLY" : " ROWS ONLY) c");
        try (PreparedStatement count = sql.prepare(connection); ResultSet rows = count.executeQuery()) {
            long found = 0;
            while (rows.next()) {
                found += derby ? 1 : rows.getLong(1);
            }
            return found;
        }
    }
}
