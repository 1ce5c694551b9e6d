package org.tenon.records.access;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tenon.persistence.Db;
import org.tenon.records.access.Entry.Way;

/** Reads and writes {@code records_team} and {@code records_share}. Safe for all threads. */
final class EntryTable {

    private final Db db;

    EntryTable(Db db) {
        this.db = db;
    }

    /** Of one record, expired ones too, in no order. */
    List<Entry> team(String type, long record) {
        return read("SELECT 'team', member_id, access, expires_at FROM records_team WHERE record_type = ? AND record_id = ?", type, record);
    }

    List<Entry> shares(String type, long record) {
        return read("SELECT grantee_kind, grantee_id, access, expires_at FROM records_share WHERE record_type = ? AND record_id = ?", type, record);
    }

    Optional<Entry> find(String type, long record, Way way, long grantee) {
        return (way == Way.TEAM ? team(type, record) : shares(type, record)).stream()
                .filter(entry -> entry.way() == way && entry.grantee() == grantee).findFirst();
    }

    /** In place of the one there was. */
    void put(String type, long record, Entry entry) {
        remove(type, record, entry.way(), entry.grantee());
        boolean team = entry.way() == Way.TEAM;
        String sql = team ? "INSERT INTO records_team (access, expires_at, record_type, record_id, member_id) VALUES (?, ?, ?, ?, ?)"
                : "INSERT INTO records_share (access, expires_at, record_type, record_id, grantee_id, grantee_kind) VALUES (?, ?, ?, ?, ?, ?)";
        db.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                insert.setString(1, entry.write() ? "write" : "read");
                insert.setTimestamp(2, entry.expiresAt() == null ? null : Timestamp.valueOf(entry.expiresAt()));
                insert.setString(3, type);
                insert.setLong(4, record);
                insert.setLong(5, entry.grantee());
                if (!team) {
                    insert.setString(6, entry.way().key());
                }
                return insert.executeUpdate();
            }
        });
    }

    void remove(String type, long record, Way way, long grantee) {
        String sql = way == Way.TEAM ? "DELETE FROM records_team WHERE record_type = ? AND record_id = ? AND member_id = ?"
                : "DELETE FROM records_share WHERE record_type = ? AND record_id = ? AND grantee_id = ? AND grantee_kind = '" + way.key() + "'";
        db.write(connection -> {
            try (PreparedStatement delete = connection.prepareStatement(sql)) {
                delete.setString(1, type);
                delete.setLong(2, record);
                delete.setLong(3, grantee);
                return delete.executeUpdate();
            }
        });
    }

    private List<Entry> read(String sql, String type, long record) {
        return db.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setString(1, type);
                select.setLong(2, record);
                try (ResultSet rows = select.executeQuery()) {
                    List<Entry> found = new ArrayList<>();
                    while (rows.next()) {
                        found.add(entry(rows));
                    }
                    return found;
                }
            }
        });
    }

    private static Entry entry(ResultSet rows) throws SQLException {
        Timestamp until = rows.getTimestamp(4);
        return new Entry(Way.valueOf(rows.getString(1).toUpperCase(java.util.Locale.ROOT)), rows.getLong(2), rows.getString(3).equals("write"),
                until == null ? null : until.toLocalDateTime());
    }
}
