package org.tenon.records.comments;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tenon.persistence.Db;

/** Rows of {@code records_comment}. Safe for all threads. */
final class CommentTable {

    private static final String SELECT =
            "SELECT id, record_type, record_id, member_id, body, created_at, edited_at, removed_at, pinned_at, files FROM records_comment WHERE ";

    private final Db db;

    CommentTable(Db db) {
        this.db = db;
    }

    void insert(Comment comment) {
        write("INSERT INTO records_comment (id, record_type, record_id, member_id, body, created_at, files) VALUES (?, ?, ?, ?, ?, ?, ?)", comment.id(),
                comment.type(), comment.target(), comment.memberId(), comment.body(), Timestamp.valueOf(comment.createdAt()),
                String.join(",", comment.files()));
    }

    void rewrite(long id, String body, LocalDateTime now) {
        write("UPDATE records_comment SET body = ?, edited_at = ? WHERE id = ?", body, Timestamp.valueOf(now), id);
    }

    /** Takes the words away; that something was said stays. */
    void empty(long id, LocalDateTime now) {
        write("UPDATE records_comment SET body = ?, removed_at = ?, pinned_at = NULL, files = NULL WHERE id = ?", "", Timestamp.valueOf(now), id);
    }

    /** @param at null to take the pin off */
    void pin(long id, @Nullable LocalDateTime at) {
        db.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE records_comment SET pinned_at = ? WHERE id = ?")) {
                update.setObject(1, at == null ? null : Timestamp.valueOf(at), Types.TIMESTAMP);
                update.setLong(2, id);
                return update.executeUpdate();
            }
        });
    }

    /** Keeps others from changing it until the transaction ends. */
    Optional<Comment> locked(String type, long target, long id) {
        write("UPDATE records_comment SET record_id = record_id WHERE id = ?", id);
        return list("id = ? AND record_type = ? AND record_id = ?", id, type, target).stream().findFirst();
    }

    /** @param ids at most 1,000 */
    List<Comment> of(List<Long> ids) {
        return ids.isEmpty() ? List.of() : list("id IN (" + "?, ".repeat(ids.size() - 1) + "?)", ids.toArray());
    }

    /** Latest pin first, at most 20. */
    List<Comment> pinned(String type, long target) {
        return list("record_type = ? AND record_id = ? AND pinned_at IS NOT NULL ORDER BY pinned_at DESC, id DESC FETCH FIRST 20 ROWS ONLY", type, target);
    }

    private void write(String sql, Object... values) {
        db.write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                return statement.executeUpdate();
            }
        });
    }

    private List<Comment> list(String where, Object... values) {
        return db.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(SELECT + where)) {
                for (int i = 0; i < values.length; i++) {
                    select.setObject(i + 1, values[i]);
                }
                try (ResultSet rows = select.executeQuery()) {
                    List<Comment> comments = new ArrayList<>();
                    while (rows.next()) {
                        comments.add(comment(rows));
                    }
                    return comments;
                }
            }
        });
    }

    private static List<String> files(@Nullable String ids) {
        return ids == null || ids.isEmpty() ? List.of() : List.of(ids.split(","));
    }

    private static Comment comment(ResultSet row) throws SQLException {
        Timestamp edited = row.getTimestamp(7);
        return new Comment(row.getLong(1), row.getString(2), row.getLong(3), row.getLong(4), row.getString(5), row.getTimestamp(6).toLocalDateTime(),
                edited == null ? null : edited.toLocalDateTime(), row.getTimestamp(8) != null, row.getTimestamp(9) != null, files(row.getString(10)));
    }
}
