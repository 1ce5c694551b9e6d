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
import org.tenon.records.policy.Lead;

/** Whom records were opened to by teams and shares: their own, and those of the record they follow. */
final class Openings {

    /** What the change log calls changes of teams and shares. */
    static final Set<String> ACTIONS = Set.of("team", "share");
    private static final int AT_ONCE = 256;

    private Openings() {
    }

    /** Holders by record; records without any are absent. */
    static Map<Long, Set<String>> of(Connection connection, RecordModel model, Collection<Long> records) throws SQLException {
        Map<Long, Set<String>> found = new HashMap<>();
        List<Long> all = List.copyOf(records);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<Long> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            for (Lead lead : Lead.of(model.info())) {
                String joined = " FROM " + model.info().table() + " r INNER JOIN %s s ON " + lead.on();
                collect(connection, "SELECT r.id, 'member', s.member_id" + joined.formatted("records_team"), some, found);
                collect(connection, "SELECT r.id, s.grantee_kind, s.grantee_id" + joined.formatted("records_share"), some, found);
            }
        }
        return found;
    }

    private static void collect(Connection connection, String select, List<Long> records, Map<Long, Set<String>> found) throws SQLException {
        String sql = select + " WHERE r.id IN (?" + ",?".repeat(AT_ONCE - 1) + ")";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < AT_ONCE; i++) {
                query.setLong(i + 1, records.get(Math.min(i, records.size() - 1)));
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
