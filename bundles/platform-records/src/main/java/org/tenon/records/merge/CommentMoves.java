package org.tenon.records.merge;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.tenon.persistence.Db;
import org.tenon.records.merge.MergeTable.Move;

/** Moves what members said about merged records to the survivor, and back. Safe for all threads. */
final class CommentMoves {

    static final String FIELD = "#comment";
    private static final String MOVE = "UPDATE records_comment SET record_id = ? WHERE id = ? AND record_type = ? AND record_id = ?";

    private final Db db;

    CommentMoves(Db db) {
        this.db = db;
    }

    /** @param limit how many at most @return the comments that were moved, each as the record of its move */
    List<Move> move(String type, long from, long to, int limit) {
        return db.write(connection -> {
            List<Move> moves = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("SELECT id FROM records_comment WHERE record_type = ? AND record_id = ?"
                    + " FETCH FIRST " + limit + " ROWS ONLY")) {
                select.setString(1, type);
                select.setLong(2, from);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        moves.add(new Move(MergeTable.nextId(), type, rows.getLong(1), FIELD, from, false));
                    }
                }
            }
            try (PreparedStatement update = connection.prepareStatement(MOVE)) {
                for (Move move : moves) {
                    set(update, to, move, from);
                    update.addBatch();
                }
                update.executeBatch();
            }
            return moves;
        });
    }

    int count(String type, long target) {
        return db.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT COUNT(*) FROM records_comment WHERE record_type = ? AND record_id = ?")) {
                select.setString(1, type);
                select.setLong(2, target);
                try (ResultSet count = select.executeQuery()) {
                    count.next();
                    return count.getInt(1);
                }
            }
        });
    }

    /** Back to where the comment was made, if it is still with the survivor. */
    void back(Move move, long survivor) {
        db.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement(MOVE)) {
                set(update, move.from(), move, survivor);
                return update.executeUpdate();
            }
        });
    }

    private static void set(PreparedStatement update, long to, Move move, long from) throws SQLException {
        update.setLong(1, to);
        update.setLong(2, move.record());
        update.setString(3, move.type());
        update.setLong(4, from);
    }
}
