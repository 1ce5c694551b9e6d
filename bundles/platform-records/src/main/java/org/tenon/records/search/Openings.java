package org.tenon.records.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tenon.records.model.RecordModel;

/** Whom records were opened to by their teams and shares. */
final class Openings {

    private static final int AT_ONCE = 256;

    private Openings() {
    }

    /** Holders by record; records without any are absent. */
    static Map<Long, Set<String>> of(Connection connection, RecordModel model, Collection<Long> records) throws SQLException {
        Map<Long, Set<String>> found = new HashMap<>();
        List<Long> all = List.copyOf(records);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<Long> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            collect(connection, "SELECT record_id, 'member', member_id FROM records_team", model, some, found);
            collect(connection, "SELECT record_id, grantee_kind, grantee_id FROM records_share", model, some, found);
        }
        return found;
    }

    private static void collect(Connection connection, String select, RecordModel model, List<Long> records, Map<Long, Set<String>> found)
            throws SQLException {
        String sql = select + " WHERE record_type = ? AND record_id IN (?" + ",?".repeat(AT_ONCE - 1) + ")";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, model.name());
            for (int i = 0; i < AT_ONCE; i++) {
                query.setLong(i + 2, records.get(Math.min(i, records.size() - 1)));
            }
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    String holder = rows.getString(2).equals("member") ? Holders.member(rows.getLong(3)) : Holders.department(rows.getLong(3));
                    found.computeIfAbsent(rows.getLong(1), id -> new HashSet<>()).add(holder);
                }
            }
        }
    }
}
