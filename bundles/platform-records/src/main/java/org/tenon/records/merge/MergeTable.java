package org.tenon.records.merge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tenon.persistence.Db;
import org.tenon.sdk.record.RecordId;

/** What was merged, and what it takes to take it back. Safe for all threads. */
final class MergeTable {

    private static final ObjectMapper JSON = new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);
    private static final String COLUMNS = "SELECT id, record_type, survivor_id, state, member_id, member_name, merged_at, before_values, after_values, job_id, report FROM records_merge ";

    /** How far a merge is. */
    enum State { MOVING, DONE, UNDOING, UNDONE }

    /** @param before what the survivor's chosen fields held @param after what they were given @param report of the undoing, empty before */
    record Merge(long id, String type, long survivor, State state, long memberId, String memberName, LocalDateTime at, Map<String, Object> before,
                 Map<String, Object> after, @Nullable Long job, Map<String, Object> report) {
    }

    /** A reference that was moved. @param kept whether the survivor stood in the same list before */
    record Move(long id, String type, long record, String field, long from, boolean kept) {
    }

    private final Db db;

    MergeTable(Db db) {
        this.db = db;
    }

    void add(Merge merge, List<Long> others) {
        db.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO records_merge (id, record_type, survivor_id, state, member_id, member_name, merged_at, before_values, after_values)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
                insert.setLong(1, merge.id());
                insert.setString(2, merge.type());
                insert.setLong(3, merge.survivor());
                insert.setString(4, merge.state().name());
                insert.setLong(5, merge.memberId());
                insert.setString(6, merge.memberName());
                insert.setTimestamp(7, Timestamp.valueOf(merge.at()));
                insert.setString(8, text(merge.before()));
                insert.setString(9, text(merge.after()));
                insert.executeUpdate();
            }
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO records_merge_other (merge_id, record_id) VALUES (?, ?)")) {
                for (Long other : others) {
                    insert.setLong(1, merge.id());
                    insert.setLong(2, other);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            return Boolean.TRUE;
        });
    }

    void state(long id, State state, @Nullable Long job, Map<String, Object> report) {
        db.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE records_merge SET state = ?, job_id = ?, report = ? WHERE id = ?")) {
                update.setString(1, state.name());
                update.setObject(2, job, Types.BIGINT);
                update.setString(3, report.isEmpty() ? null : text(report));
                update.setLong(4, id);
                return update.executeUpdate();
            }
        });
    }

    Optional<Merge> find(long id) {
        return read(COLUMNS + "WHERE id = ?", id).stream().findFirst();
    }

    /** Locks a merge, so that only one works on it. */
    Optional<Merge> lock(long id) {
        db.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE records_merge SET state = state WHERE id = ?")) {
                update.setLong(1, id);
                return update.executeUpdate();
            }
        });
        return find(id);
    }

    /** Merges into this record, newest first. */
    List<Merge> into(long survivor) {
        return read(COLUMNS + "WHERE survivor_id = ? ORDER BY id DESC", survivor);
    }

    /** The merges this record went away by, newest first. */
    List<Merge> of(long other) {
        return read(COLUMNS + "WHERE id IN (SELECT merge_id FROM records_merge_other WHERE record_id = ?) ORDER BY id DESC", other);
    }

    List<Long> others(long merge) {
        return db.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT record_id FROM records_merge_other WHERE merge_id = ? ORDER BY record_id")) {
                select.setLong(1, merge);
                List<Long> ids = new ArrayList<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        ids.add(rows.getLong(1));
                    }
                }
                return ids;
            }
        });
    }

    void moved(long merge, List<Move> moves) {
        if (!moves.isEmpty()) {
            db.write(connection -> insert(connection, merge, moves));
        }
    }

    private static Boolean insert(Connection connection, long merge, List<Move> moves) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO records_merge_move (id, merge_id, record_type, record_id, field_key, from_id, kept) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (Move move : moves) {
                insert.setLong(1, move.id());
                insert.setLong(2, merge);
                insert.setString(3, move.type());
                insert.setLong(4, move.record());
                insert.setString(5, move.field());
                insert.setLong(6, move.from());
                insert.setBoolean(7, move.kept());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return Boolean.TRUE;
    }

    /** Moves of a merge in the order they were made, after this one. */
    List<Move> moves(long merge, long after, int limit) {
        return db.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT id, record_type, record_id, field_key, from_id, kept FROM records_merge_move"
                    + " WHERE merge_id = ? AND id > ? ORDER BY merge_id, id FETCH FIRST " + limit + " ROWS ONLY")) {
                select.setLong(1, merge);
                select.setLong(2, after);
                List<Move> moves = new ArrayList<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        moves.add(new Move(rows.getLong(1), rows.getString(2), rows.getLong(3), rows.getString(4), rows.getLong(5), rows.getBoolean(6)));
                    }
                }
                return moves;
            }
        });
    }

    int countMoves(long merge) {
        return db.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT COUNT(*) FROM records_merge_move WHERE merge_id = ?")) {
                select.setLong(1, merge);
                try (ResultSet count = select.executeQuery()) {
                    count.next();
                    return count.getInt(1);
                }
            }
        });
    }

    private List<Merge> read(String sql, long id) {
        return db.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setLong(1, id);
                List<Merge> merges = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        long job = row.getLong(10);
                        Long present = row.wasNull() ? null : job;
                        merges.add(new Merge(row.getLong(1), row.getString(2), row.getLong(3), State.valueOf(row.getString(4)), row.getLong(5),
                                row.getString(6), row.getTimestamp(7).toLocalDateTime(), map(row.getString(8)), map(row.getString(9)), present,
                                map(row.getString(11))));
                    }
                }
                return merges;
            }
        });
    }

    /** The same text for equal values, whatever order their members come in. */
    static String text(@Nullable Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON-ready", e);
        }
    }

    private static Map<String, Object> map(@Nullable String json) {
        try {
            return json == null ? Map.of() : JSON.readValue(json, new TypeReference<>() { });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a merge holds no JSON", e);
        }
    }

    static long nextId() {
        return RecordId.next().value();
    }
}
