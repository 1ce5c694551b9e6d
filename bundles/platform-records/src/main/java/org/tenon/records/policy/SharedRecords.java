package org.tenon.records.policy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tenon.persistence.Db;

/** Looks up records opened to single members and departments: by the record's team ({@code records_team}) or a share ({@code records_share}). */
final class SharedRecords {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private final Db db;
    private final Map<Long, Known> known = new ConcurrentHashMap<>();

    private record Known(long at, boolean any) {
    }

    SharedRecords(Db db) {
        this.db = db;
    }

    /** @param write true if reading it is not enough */
    boolean reaches(long member, Set<Long> departments, String type, long record, boolean write) {
        return db.read(connection -> {
            Timestamp now = Timestamp.valueOf(LocalDateTime.now(ZoneOffset.UTC));
            String team = "SELECT access FROM records_team WHERE record_type = ? AND record_id = ? AND member_id = ? AND (expires_at IS NULL OR expires_at > ?)";
            try (PreparedStatement query = connection.prepareStatement(team)) {
                query.setString(1, type);
                query.setLong(2, record);
                query.setLong(3, member);
                query.setTimestamp(4, now);
                if (opens(query, write)) {
                    return true;
                }
            }
            return shared(connection, member, departments, type, record, write, now);
        });
    }

    /** Whether any record at all is opened to the member; remembered for {@link #REMEMBERED}. */
    boolean any(long member, Set<Long> departments) {
        Known before = known.get(member);
        if (before != null && System.nanoTime() - before.at() < REMEMBERED.toNanos()) {
            return before.any();
        }
        boolean any = db.read(connection -> {
            String team = "SELECT 1 FROM records_team WHERE member_id = ? FETCH FIRST 1 ROWS ONLY";
            String share = "SELECT 1 FROM records_share WHERE grantee_kind = '%s' AND grantee_id = ? FETCH FIRST 1 ROWS ONLY";
            boolean found = one(connection, team, member) || one(connection, share.formatted("member"), member);
            for (Long department : departments) {
                found = found || one(connection, share.formatted("department"), department);
            }
            return found;
        });
        known.put(member, new Known(System.nanoTime(), any));
        return any;
    }

    private static boolean one(Connection connection, String sql, long grantee) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, grantee);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Those of the records that the member may read as one of the team or by a share. */
    Set<Long> readable(long member, Set<Long> departments, String type, Collection<Long> records) {
        Set<Long> wanted = new HashSet<>(records);
        Set<Long> found = new HashSet<>();
        db.read(connection -> {
            Timestamp now = Timestamp.valueOf(LocalDateTime.now(ZoneOffset.UTC));
            String valid = " AND record_type = ? AND (expires_at IS NULL OR expires_at > ?)";
            collect(connection, "SELECT record_id FROM records_team WHERE member_id = ?" + valid, member, type, now, wanted, found);
            String share = "SELECT record_id FROM records_share WHERE grantee_kind = ";
            collect(connection, share + "'member' AND grantee_id = ?" + valid, member, type, now, wanted, found);
            for (Long department : departments) {
                collect(connection, share + "'department' AND grantee_id = ?" + valid, department, type, now, wanted, found);
            }
            return found;
        });
        return found;
    }

    private static void collect(Connection connection, String sql, long grantee, String type, Timestamp now, Set<Long> wanted, Set<Long> found)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, grantee);
            query.setString(2, type);
            query.setTimestamp(3, now);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    long id = rows.getLong(1);
                    if (wanted.contains(id)) {
                        found.add(id);
                    }
                }
            }
        }
    }

    private static boolean shared(Connection connection, long member, Set<Long> departments, String type, long record, boolean write,
                                  Timestamp now) throws SQLException {
        String sql = "SELECT access, grantee_kind, grantee_id FROM records_share WHERE record_type = ? AND record_id = ?"
                + " AND (expires_at IS NULL OR expires_at > ?)";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, type);
            query.setLong(2, record);
            query.setTimestamp(3, now);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    long grantee = rows.getLong(3);
                    boolean mine = rows.getString(2).equals("member") ? grantee == member : departments.contains(grantee);
                    if (mine && (!write || rows.getString(1).equals("write"))) {
                        return true;
                    }
                }
                return false;
            }
        }
    }

    private static boolean opens(PreparedStatement query, boolean write) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            return rows.next() && (!write || rows.getString(1).equals("write"));
        }
    }
}
