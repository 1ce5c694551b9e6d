package org.tenon.records.duplicates;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tenon.persistence.Db;
import org.tenon.records.matching.Profile;
import org.tenon.records.query.Binds;

/** The keys by which likely twins are found. Safe for all threads. */
public final class MatchTable {

    /** A key that more records share says nothing: a switchboard's number, a common name. */
    static final int COMMON = 50;

    private static final int AT_ONCE = 128;
    private static final String INSERT = "INSERT INTO records_match (match_key, record_id) VALUES (?, ?)";
    private static final String DELETE = "DELETE FROM records_match WHERE record_id = ?";

    /** A record and what it is compared by. @param type full name */
    public record Entry(String type, long id, Profile profile) {

        Set<Long> keys() {
            Set<Long> keys = new LinkedHashSet<>();
            profile.blocks().forEach(block -> keys.add(key(type, block)));
            return keys;
        }
    }

    private final Db db;
    private final PairTable pairs;

    public MatchTable(Db db) {
        this.db = db;
        this.pairs = new PairTable(db);
    }

    /** Keys of records that have none yet, in the present transaction. */
    public void add(List<Entry> entries) {
        if (entries.stream().anyMatch(entry -> !entry.profile().blocks().isEmpty())) {
            db.write(connection -> insert(connection, entries));
        }
    }

    /** Takes the keys of records away, and pairs found by them, in the present transaction. */
    public void remove(Collection<Long> ids) {
        db.write(connection -> {
            try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
                for (Long id : ids) {
                    delete.setLong(1, id);
                    delete.addBatch();
                }
                delete.executeBatch();
            }
            return Boolean.TRUE;
        });
        pairs.forget(ids);
    }

    /** The ids that share a key with one of the entries, by key; keys that too many share are left out. */
    Map<Long, List<Long>> sharing(Collection<Entry> entries) {
        Set<Long> keys = new LinkedHashSet<>();
        entries.forEach(entry -> keys.addAll(entry.keys()));
        List<Long> all = new ArrayList<>(keys);
        Map<Long, List<Long>> found = new HashMap<>();
        db.glance(connection -> {
            for (int from = 0; from < all.size(); from += AT_ONCE) {
                read(connection, all.subList(from, Math.min(all.size(), from + AT_ONCE)), found);
            }
            return found;
        });
        found.values().removeIf(ids -> ids.size() > COMMON);
        return found;
    }

    /** One statement for all keys; where a common one among them might fill the answer, one for each. */
    private static void read(Connection connection, List<Long> keys, Map<Long, List<Long>> found) throws SQLException {
        Map<Long, List<Long>> part = new HashMap<>();
        int limit = keys.size() * 4 + COMMON;
        if (select(connection, keys, limit, part) < limit) {
            found.putAll(part);
            return;
        }
        for (Long key : keys) {
            select(connection, List.of(key), COMMON + 1, found);
        }
    }

    private static int select(Connection connection, List<Long> keys, int limit, Map<Long, List<Long>> found) throws SQLException {
        List<Long> padded = Binds.padded(keys);
        String places = "?,".repeat(padded.size() - 1) + "?";
        int rows = 0;
        try (PreparedStatement select = connection.prepareStatement("SELECT match_key, record_id FROM records_match WHERE match_key IN (" + places + ")")) {
            select.setMaxRows(limit);
            for (int i = 0; i < padded.size(); i++) {
                select.setLong(i + 1, padded.get(i));
            }
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    found.computeIfAbsent(result.getLong(1), key -> new ArrayList<>()).add(result.getLong(2));
                    rows++;
                }
            }
        }
        return rows;
    }

    private static Boolean insert(Connection connection, List<Entry> entries) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Entry entry : entries) {
                for (Long key : entry.keys()) {
                    insert.setLong(1, key);
                    insert.setLong(2, entry.id());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
        return Boolean.TRUE;
    }

    /** 64 bits: two of a few million different values fall together once in a lifetime, and then the values are compared anyway. */
    private static long key(String type, String block) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest((type + " " + block).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
