package org.tenon.records.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
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
    private static final String MARKS = "?" + ",?".repeat(AT_ONCE - 1);

    private Openings() {
    }

    /**
     * Holders by record; records without any are absent. Teams and shares are asked by the key of their record and not joined, as Derby would
     * read all of them, and wait for whoever opens some other record.
     */
    static Map<Long, Set<String>> of(Connection connection, RecordModel model, Collection<Long> records) throws SQLException {
        Map<Long, Set<String>> found = new HashMap<>();
        for (List<Long> some : portions(records)) {
            for (Lead lead : Lead.of(model.info())) {
                for (Map.Entry<String, Map<Long, List<Long>>> led : led(connection, model, lead, some).entrySet()) {
                    collect(connection, "SELECT record_id, 'member', member_id FROM records_team", led.getKey(), led.getValue(), found);
                    collect(connection, "SELECT record_id, grantee_kind, grantee_id FROM records_share", led.getKey(), led.getValue(), found);
                }
            }
        }
        return found;
    }

    /** The records that an entry leads to, by the entry's type and id. */
    private static Map<String, Map<Long, List<Long>>> led(Connection connection, RecordModel model, Lead lead, List<Long> records) throws SQLException {
        String sql = "SELECT r.id, " + lead.target() + ", " + lead.type() + " FROM " + model.info().table() + " r WHERE r.id IN (" + MARKS + ")";
        Map<String, Map<Long, List<Long>>> led = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            bind(query, 1, records);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    long entry = rows.getLong(2);
                    String type = rows.getString(3);
                    if (entry != 0 && type != null) {
                        led.computeIfAbsent(type, key -> new HashMap<>()).computeIfAbsent(entry, key -> new ArrayList<>()).add(rows.getLong(1));
                    }
                }
            }
        }
        return led;
    }

    private static void collect(Connection connection, String select, String type, Map<Long, List<Long>> led, Map<Long, Set<String>> found) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(select + " WHERE record_type = ? AND record_id IN (" + MARKS + ")")) {
            query.setString(1, type);
            bind(query, 2, List.copyOf(led.keySet()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    String holder = rows.getString(2).equals("member") ? Holders.member(rows.getLong(3)) : Holders.department(rows.getLong(3));
                    led.get(rows.getLong(1)).forEach(record -> found.computeIfAbsent(record, id -> new HashSet<>()).add(holder));
                }
            }
        }
    }

    /** Fills all marks, so that there is one statement to prepare whatever the number of ids, at least one. */
    private static void bind(PreparedStatement query, int first, List<Long> ids) throws SQLException {
        for (int i = 0; i < AT_ONCE; i++) {
            query.setLong(first + i, ids.get(Math.min(i, ids.size() - 1)));
        }
    }

    private static List<List<Long>> portions(Collection<Long> records) {
        List<Long> all = List.copyOf(records);
        List<List<Long>> portions = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            portions.add(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
        return portions;
    }
}
