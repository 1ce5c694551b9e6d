package org.tenon.records.comments;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenon.persistence.Db;
import org.tenon.sdk.record.RecordId;

/** Rows of {@code records_mention}. Safe for all threads. */
final class MentionTable {

    /** A count beyond is of no use to anyone. */
    static final int MOST_COUNTED = 100;

    private final Db db;

    /** A mention of a member in a comment that still stands. */
    record Mention(long id, long comment, String type, long target, long by, String body, LocalDateTime at, boolean read) {
    }

    MentionTable(Db db) {
        this.db = db;
    }

    Set<Long> of(long comment) {
        return db.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT member_id FROM records_mention WHERE comment_id = ?")) {
                select.setLong(1, comment);
                Set<Long> members = new HashSet<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        members.add(rows.getLong(1));
                    }
                }
                return members;
            }
        });
    }

    void add(long comment, Set<Long> members) {
        batch("INSERT INTO records_mention (comment_id, member_id, id) VALUES (?, ?, ?)", comment, members, true);
    }

    void remove(long comment, Set<Long> members) {
        batch("DELETE FROM records_mention WHERE comment_id = ? AND member_id = ?", comment, members, false);
    }

    /** Newest first. @param before the id of the last one of the page before, null for the first page */
    List<Mention> page(long member, boolean unread, @Nullable Long before, int limit) {
        String sql = "SELECT m.id, m.comment_id, c.record_type, c.record_id, c.member_id, c.body, c.created_at, m.read_at FROM records_mention m"
                + " JOIN records_comment c ON c.id = m.comment_id WHERE m.member_id = ?" + (unread ? " AND m.read_at IS NULL" : "")
                + (before == null ? "" : " AND m.id < ?") + " ORDER BY m.id DESC FETCH FIRST " + limit + " ROWS ONLY";
        return db.glance(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setLong(1, member);
                if (before != null) {
                    select.setLong(2, before);
                }
                List<Mention> found = new ArrayList<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(new Mention(rows.getLong(1), rows.getLong(2), rows.getString(3), rows.getLong(4), rows.getLong(5), rows.getString(6),
                                rows.getTimestamp(7).toLocalDateTime(), rows.getTimestamp(8) != null));
                    }
                }
                return found;
            }
        });
    }

    /** At most {@link #MOST_COUNTED}. */
    int unread(long member) {
        return db.glance(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT COUNT(*) FROM (SELECT id FROM records_mention WHERE member_id = ?"
                    + " AND read_at IS NULL FETCH FIRST " + MOST_COUNTED + " ROWS ONLY) u")) {
                select.setLong(1, member);
                try (ResultSet rows = select.executeQuery()) {
                    rows.next();
                    return rows.getInt(1);
                }
            }
        });
    }

    /** @param id of one mention, null for all */
    int read(long member, @Nullable Long id, LocalDateTime now) {
        String sql = "UPDATE records_mention SET read_at = ? WHERE member_id = ? AND read_at IS NULL" + (id == null ? "" : " AND id = ?");
        return db.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setTimestamp(1, Timestamp.valueOf(now));
                update.setLong(2, member);
                if (id != null) {
                    update.setLong(3, id);
                }
                return update.executeUpdate();
            }
        });
    }

    private void batch(String sql, long comment, Set<Long> members, boolean ids) {
        if (members.isEmpty()) {
            return;
        }
        db.write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (long member : members) {
                    statement.setLong(1, comment);
                    statement.setLong(2, member);
                    if (ids) {
                        statement.setLong(3, RecordId.next().value());
                    }
                    statement.addBatch();
                }
                return statement.executeBatch();
            }
        });
    }
}
