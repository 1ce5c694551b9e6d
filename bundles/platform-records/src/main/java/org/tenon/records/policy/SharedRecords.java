package org.tenon.records.policy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tenon.persistence.Db;

/**
 * Looks up records opened to single members and departments: by the record's team ({@code records_team}) or a share ({@code records_share}),
 * its own or those of the record it follows. An entry counts until the instant it expires.
 */
final class SharedRecords {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final int AT_ONCE = 256;
    private static final String VALID = " AND (s.expires_at IS NULL OR s.expires_at > ?)";

    private final Db db;
    private final Map<Long, Known> known = new ConcurrentHashMap<>();

    private record Known(long at, boolean any) {
    }

    SharedRecords(Db db) {
        this.db = db;
    }

    /** @param write true if reading it is not enough */
    boolean reaches(long member, Set<Long> departments, TypeAccess access, long record, boolean write) {
        return openings(member, departments, access, record).stream().anyMatch(opening -> opening.write() || !write);
    }

    /** Every entry that opens the record to the member. */
    List<Opening> openings(long member, Set<Long> departments, TypeAccess access, long record) {
        return db.read(connection -> {
            List<Opening> found = new ArrayList<>();
            for (Lead lead : Lead.of(access)) {
                String where = " ON " + lead.on() + " WHERE r.id = ?" + VALID;
                String from = " FROM " + access.type().table() + " r INNER JOIN ";
                String team = "SELECT 'team', s.member_id, s.access, s.expires_at, s.record_type, s.record_id" + from + "records_team s" + where
                        + " AND s.member_id = ?";
                read(connection, team, member, Set.of(), record, member, found);
                String share = "SELECT s.grantee_kind, s.grantee_id, s.access, s.expires_at, s.record_type, s.record_id" + from + "records_share s" + where;
                read(connection, share, member, departments, record, null, found);
            }
            return found;
        });
    }

    private static void read(Connection connection, String sql, long member, Set<Long> departments, long record,
                             @org.jspecify.annotations.Nullable Long third, List<Opening> into) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, record);
            query.setTimestamp(2, now());
            if (third != null) {
                query.setLong(3, third);
            }
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    Opening.Kind kind = Opening.Kind.valueOf(rows.getString(1).toUpperCase(java.util.Locale.ROOT));
                    long grantee = rows.getLong(2);
                    if (kind == Opening.Kind.DEPARTMENT ? departments.contains(grantee) : grantee == member) {
                        Timestamp until = rows.getTimestamp(4);
                        into.add(new Opening(kind, rows.getString(5), rows.getLong(6), grantee, rows.getString(3).equals("write"),
                                until == null ? null : until.toLocalDateTime()));
                    }
                }
            }
        }
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

    /** Forgets what {@link #any} remembers: entries were written here. */
    void forget() {
        known.clear();
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
    Set<Long> readable(long member, Set<Long> departments, TypeAccess access, Collection<Long> records) {
        List<Long> wanted = List.copyOf(records);
        Set<Long> found = new HashSet<>();
        db.read(connection -> {
            for (int from = 0; from < wanted.size(); from += AT_ONCE) {
                List<Long> some = wanted.subList(from, Math.min(wanted.size(), from + AT_ONCE));
                for (Lead lead : Lead.of(access)) {
                    collect(connection, access, lead, "records_team s", "s.member_id = ?", List.of(member), some, found);
                    collect(connection, access, lead, "records_share s", "s.grantee_kind = 'member' AND s.grantee_id = ?", List.of(member), some, found);
                    if (!departments.isEmpty()) {
                        String among = "s.grantee_kind = 'department' AND s.grantee_id IN (" + marks(departments.size()) + ")";
                        collect(connection, access, lead, "records_share s", among, List.copyOf(departments), some, found);
                    }
                }
            }
            return found;
        });
        return found;
    }

    private static void collect(Connection connection, TypeAccess access, Lead lead, String table, String grantee, List<Long> grantees, List<Long> wanted,
                                Set<Long> found) throws SQLException {
        String sql = "SELECT r.id FROM " + access.type().table() + " r INNER JOIN " + table + " ON " + lead.on() + " WHERE r.id IN (" + marks(wanted.size())
                + ") AND " + grantee + VALID;
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            int at = 1;
            for (Long id : wanted) {
                query.setLong(at++, id);
            }
            for (Long id : grantees) {
                query.setLong(at++, id);
            }
            query.setTimestamp(at, now());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
            }
        }
    }

    private static String marks(int count) {
        return "?" + ",?".repeat(count - 1);
    }

    private static Timestamp now() {
        return Timestamp.valueOf(LocalDateTime.now(ZoneOffset.UTC));
    }
}
