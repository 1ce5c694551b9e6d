package org.tenon.records.duplicates;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenon.persistence.Db;

/** The pairs that scans found, and those that people said are none. Safe for all threads. */
final class PairTable {

    /** @param left the smaller id */
    record Pair(long left, long right, int score) {

        static Pair of(long a, long b, int score) {
            return new Pair(Math.min(a, b), Math.max(a, b), score);
        }
    }

    private static final String INSERT = """
            INSERT INTO records_duplicate (record_type, left_id, right_id, score, found_at, dismissed) VALUES (?, ?, ?, ?, ?, 0)""";
    private static final List<String> FORGET = List.of("DELETE FROM records_duplicate WHERE left_id = ? AND dismissed = 0",
            "DELETE FROM records_duplicate WHERE right_id = ? AND dismissed = 0");
    private static final String BEST = "SELECT left_id, right_id, score FROM records_duplicate WHERE record_type = ? AND dismissed = ?";
    private static final String FURTHER = " AND score <= ? AND (score < ? OR left_id < ? OR left_id = ? AND right_id < ?)";
    private static final String ORDER = " ORDER BY score DESC, left_id DESC, right_id DESC";

    private static final int NEIGHBOURS = 100;

    private final Db db;

    PairTable(Db db) {
        this.db = db;
    }

    /** The best pairs after this one, null for the first. */
    List<Pair> page(String type, boolean dismissed, @Nullable Pair after, int limit) {
        String sql = BEST + (after == null ? "" : FURTHER) + ORDER;
        return db.glance(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setMaxRows(limit);
                select.setString(1, type);
                select.setInt(2, dismissed ? 1 : 0);
                if (after != null) {
                    select.setInt(3, after.score());
                    select.setInt(4, after.score());
                    select.setLong(5, after.left());
                    select.setLong(6, after.left());
                    select.setLong(7, after.right());
                }
                return read(select, new ArrayList<>());
            }
        });
    }

    /** Pairs that one of these records belongs to and nobody dismissed; of one record the best ones, see {@link #NEIGHBOURS}. @param ids not empty */
    List<Pair> touching(String type, Collection<Long> ids) {
        return db.glance(connection -> {
            List<Pair> pairs = new ArrayList<>();
            for (String side : List.of("left_id", "right_id")) {
                try (PreparedStatement select = connection.prepareStatement(
                        "SELECT left_id, right_id, score FROM records_duplicate WHERE " + side + " = ? AND record_type = ? AND dismissed = 0 ORDER BY score DESC, left_id DESC, right_id DESC")) {
                    select.setMaxRows(NEIGHBOURS);
                    for (Long id : ids) {
                        select.setLong(1, id);
                        select.setString(2, type);
                        read(select, pairs);
                    }
                }
            }
            return pairs;
        });
    }

    /** Pairs that are not known yet are written down. */
    void add(String type, Collection<Pair> found) {
        if (found.isEmpty()) {
            return;
        }
        Timestamp now = now();
        db.write(connection -> {
            Set<Pair> known = known(connection, found);
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                for (Pair pair : new HashSet<>(found)) {
                    if (!known.contains(new Pair(pair.left(), pair.right(), 0))) {
                        insert.setString(1, type);
                        insert.setLong(2, pair.left());
                        insert.setLong(3, pair.right());
                        insert.setInt(4, pair.score());
                        insert.setTimestamp(5, now);
                        insert.addBatch();
                    }
                }
                insert.executeBatch();
            }
            return Boolean.TRUE;
        });
    }

    /** Pairs of these records are found anew by the next scan; dismissed ones stay dismissed. */
    void forget(Collection<Long> ids) {
        db.write(connection -> {
            for (String sql : FORGET) {
                try (PreparedStatement delete = connection.prepareStatement(sql)) {
                    for (Long id : ids) {
                        delete.setLong(1, id);
                        delete.addBatch();
                    }
                    delete.executeBatch();
                }
            }
            return Boolean.TRUE;
        });
    }

    private static Set<Pair> known(Connection connection, Collection<Pair> found) throws SQLException {
        Set<Pair> known = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT right_id FROM records_duplicate WHERE left_id = ?")) {
            for (Long left : found.stream().map(Pair::left).distinct().toList()) {
                select.setLong(1, left);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        known.add(new Pair(left, rows.getLong(1), 0));
                    }
                }
            }
        }
        return known;
    }

    /** Remembers that two records are not the same, or that they may be after all. */
    void dismiss(String type, Pair pair, long member) {
        add(type, List.of(pair));
        mark(pair, 1, member);
    }

    void recall(Pair pair) {
        mark(pair, 0, 0);
    }

    private void mark(Pair pair, int dismissed, long member) {
        db.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE records_duplicate SET dismissed = ?, dismissed_at = ?, dismissed_by = ? WHERE left_id = ? AND right_id = ?")) {
                update.setInt(1, dismissed);
                update.setTimestamp(2, dismissed == 0 ? null : now());
                update.setObject(3, dismissed == 0 || member == 0 ? null : member, java.sql.Types.BIGINT);
                update.setLong(4, pair.left());
                update.setLong(5, pair.right());
                return update.executeUpdate();
            }
        });
    }

    /** Ids of records that someone said this one is not. */
    Set<Long> dismissed(long id) {
        return db.read(connection -> {
            Set<Long> ids = new HashSet<>();
            for (String sql : List.of("SELECT right_id FROM records_duplicate WHERE left_id = ? AND dismissed = 1",
                    "SELECT left_id FROM records_duplicate WHERE right_id = ? AND dismissed = 1")) {
                try (PreparedStatement select = connection.prepareStatement(sql)) {
                    select.setLong(1, id);
                    try (ResultSet rows = select.executeQuery()) {
                        while (rows.next()) {
                            ids.add(rows.getLong(1));
                        }
                    }
                }
            }
            return ids;
        });
    }

    private static List<Pair> read(PreparedStatement select, List<Pair> pairs) throws SQLException {
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                pairs.add(new Pair(rows.getLong(1), rows.getLong(2), rows.getInt(3)));
            }
        }
        return pairs;
    }

    private static Timestamp now() {
        return Timestamp.valueOf(LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS));
    }
}
