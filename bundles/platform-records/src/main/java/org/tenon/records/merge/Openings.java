package org.tenon.records.merge;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.tenon.persistence.Db;
import org.tenon.records.merge.MergeTable.Move;

/** Moves the members and departments a record is open to: the survivor is open to all of them, its own entries holding where both have one. */
final class Openings {

    static final String TEAM = "#team";
    static final String SHARE = "#share.";

    private static final String TEAM_MOVED = """
            INSERT INTO records_team (record_type, record_id, member_id, access, expires_at)
            SELECT record_type, CAST(? AS BIGINT), member_id, access, expires_at FROM records_team WHERE record_type = ? AND record_id = ? AND member_id = ?""";
    private static final String SHARE_MOVED = """
            INSERT INTO records_share (record_type, record_id, grantee_kind, grantee_id, access, expires_at)
            SELECT record_type, CAST(? AS BIGINT), grantee_kind, grantee_id, access, expires_at FROM records_share
            WHERE record_type = ? AND record_id = ? AND grantee_kind = ? AND grantee_id = ?""";

    private final Db db;

    Openings(Db db) {
        this.db = db;
    }

    /** @return the entries that the survivor got, each with the grantee as its record */
    List<Move> move(String type, long from, long to) {
        List<Move> moved = new ArrayList<>();
        db.write(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT member_id FROM records_team a WHERE record_type = ? AND record_id = ?"
                    + " AND NOT EXISTS (SELECT 1 FROM records_team b WHERE b.record_type = ? AND b.record_id = ? AND b.member_id = a.member_id)")) {
                set(select, type, from, type, to);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        moved.add(new Move(MergeTable.nextId(), type, rows.getLong(1), TEAM, from, false));
                    }
                }
            }
            try (PreparedStatement select = connection.prepareStatement("SELECT grantee_kind, grantee_id FROM records_share a WHERE record_type = ? AND record_id = ?"
                    + " AND NOT EXISTS (SELECT 1 FROM records_share b WHERE b.record_type = ? AND b.record_id = ?"
                    + " AND b.grantee_kind = a.grantee_kind AND b.grantee_id = a.grantee_id)")) {
                set(select, type, from, type, to);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        moved.add(new Move(MergeTable.nextId(), type, rows.getLong(2), SHARE + rows.getString(1), from, false));
                    }
                }
            }
            for (Move move : moved) {
                boolean team = move.field().equals(TEAM);
                try (PreparedStatement insert = connection.prepareStatement(team ? TEAM_MOVED : SHARE_MOVED)) {
                    if (team) {
                        set(insert, to, type, from, move.record());
                    } else {
                        set(insert, to, type, from, move.field().substring(SHARE.length()), move.record());
                    }
                    insert.executeUpdate();
                }
            }
            return moved;
        });
        return moved;
    }

    /** Takes back what {@link #move} gave the survivor. @return false if it was taken away meanwhile */
    boolean back(Move move, long survivor) {
        boolean team = move.field().equals(TEAM);
        String sql = team ? "DELETE FROM records_team WHERE record_type = ? AND record_id = ? AND member_id = ?"
                : "DELETE FROM records_share WHERE record_type = ? AND record_id = ? AND grantee_id = ? AND grantee_kind = ?";
        return db.write(connection -> {
            try (PreparedStatement delete = connection.prepareStatement(sql)) {
                if (team) {
                    set(delete, move.type(), survivor, move.record());
                } else {
                    set(delete, move.type(), survivor, move.record(), move.field().substring(SHARE.length()));
                }
                return delete.executeUpdate() == 1;
            }
        });
    }

    private static void set(PreparedStatement statement, Object... values) throws java.sql.SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
