package org.tenon.records.views;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenon.persistence.Db;
import org.tenon.sdk.TenonException;

/** Views and choices in the database. */
final class ViewTable {

    private static final ObjectMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_LONG_FOR_INTS).disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private static final int MOST_CHARS = 20_000;
    private static final String SELECT = "SELECT v.id, v.version, v.record_type, v.member_id, v.name, v.everyone, v.definition, v.updated_at FROM records_view v WHERE ";

    private final Db db;

    ViewTable(Db db) {
        this.db = db;
    }

    /** Those of the member, and all that are shown to anyone but them. */
    List<SavedView> shown(String type, long member) {
        String sql = SELECT + "v.record_type = ? AND (v.member_id = ? OR v.everyone = TRUE OR EXISTS (SELECT 1 FROM records_view_grantee g WHERE g.view_id = v.id))"
                + " ORDER BY v.name, v.id";
        return db.read(connection -> {
            Map<Long, Map<String, Set<Long>>> grantees = grantees(connection, "v.record_type = ?", type);
            return query(connection, sql, grantees, type, member);
        });
    }

    Optional<SavedView> find(long id) {
        return db.read(connection -> query(connection, SELECT + "v.id = ?", grantees(connection, "v.id = ?", id), id).stream().findFirst());
    }

    /** False if the member has another view of this name. */
    boolean nameIsFree(String type, long member, String name, long but) {
        return db.read(connection -> query(connection, SELECT + "v.record_type = ? AND v.member_id = ? AND v.name = ?", Map.of(), type, member, name)).stream()
                .noneMatch(view -> view.id() != but);
    }

    int count(String type, long member) {
        return db.read(connection -> query(connection, SELECT + "v.record_type = ? AND v.member_id = ?", Map.of(), type, member)).size();
    }

    void insert(SavedView view) {
        update("INSERT INTO records_view (version, record_type, member_id, name, everyone, definition, updated_at, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                view.version(), view.type(), view.memberId(), view.name(), view.everyone(), text(view.definition()), Timestamp.valueOf(view.updatedAt()), view.id());
        grant(view);
    }

    /** False if the view is no longer as it was in {@code before}. */
    boolean replace(SavedView view, int before) {
        int changed = update("UPDATE records_view SET version = ?, name = ?, everyone = ?, definition = ?, updated_at = ? WHERE id = ? AND version = ?",
                view.version(), view.name(), view.everyone(), text(view.definition()), Timestamp.valueOf(view.updatedAt()), view.id(), before);
        update("DELETE FROM records_view_grantee WHERE view_id = ?", view.id());
        grant(view);
        return changed == 1;
    }

    void delete(long id) {
        update("DELETE FROM records_view_grantee WHERE view_id = ?", id);
        update("DELETE FROM records_view WHERE id = ?", id);
        update("UPDATE records_view_choice SET default_view = NULL WHERE default_view = ?", id);
    }

    Choice choice(String type, long member) {
        return db.read(connection -> {
            try (PreparedStatement statement = prepare(connection, "SELECT default_view, pinned FROM records_view_choice WHERE member_id = ? AND record_type = ?", member, type);
                 ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return Choice.NONE;
                }
                long first = rows.getLong(1);
                return new Choice(rows.wasNull() ? null : first, ids(rows.getString(2)));
            }
        });
    }

    void choose(String type, long member, Choice choice) {
        update("DELETE FROM records_view_choice WHERE member_id = ? AND record_type = ?", member, type);
        update("INSERT INTO records_view_choice (member_id, record_type, default_view, pinned) VALUES (?, ?, ?, ?)", member, type, choice.first(), text(choice.pinned()));
    }

    private void grant(SavedView view) {
        String sql = "INSERT INTO records_view_grantee (view_id, grantee_kind, grantee_id) VALUES (?, ?, ?)";
        view.departments().forEach(id -> update(sql, view.id(), "department", id));
        view.roles().forEach(id -> update(sql, view.id(), "role", id));
    }

    private static Map<Long, Map<String, Set<Long>>> grantees(Connection connection, String where, Object value) throws SQLException {
        Map<Long, Map<String, Set<Long>>> found = new HashMap<>();
        String sql = "SELECT g.view_id, g.grantee_kind, g.grantee_id FROM records_view_grantee g INNER JOIN records_view v ON v.id = g.view_id WHERE " + where;
        try (PreparedStatement statement = prepare(connection, sql, value); ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.computeIfAbsent(rows.getLong(1), id -> new HashMap<>()).computeIfAbsent(rows.getString(2), kind -> new HashSet<>()).add(rows.getLong(3));
            }
        }
        return found;
    }

    private static List<SavedView> query(Connection connection, String sql, Map<Long, Map<String, Set<Long>>> grantees, Object... values) throws SQLException {
        List<SavedView> views = new ArrayList<>();
        try (PreparedStatement statement = prepare(connection, sql, values); ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                Map<String, Set<Long>> to = grantees.getOrDefault(rows.getLong(1), Map.of());
                views.add(new SavedView(rows.getLong(1), rows.getInt(2), rows.getString(3), rows.getLong(4), rows.getString(5), rows.getBoolean(6),
                        to.getOrDefault("department", Set.of()), to.getOrDefault("role", Set.of()), definition(rows.getString(7)),
                        rows.getTimestamp(8).toLocalDateTime()));
            }
        }
        return views;
    }

    private int update(String sql, @Nullable Object... values) {
        return db.write(connection -> {
            try (PreparedStatement statement = prepare(connection, sql, values)) {
                return statement.executeUpdate();
            }
        });
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                statement.setNull(i + 1, java.sql.Types.BIGINT);
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
        return statement;
    }

    private static String text(Object value) {
        try {
            String text = JSON.writeValueAsString(value);
            if (text.length() > MOST_CHARS) {
                throw TenonException.invalid("condition", "tooLong", "a view has at most " + MOST_CHARS + " characters");
            }
            return text;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Definition definition(String text) {
        try {
            return JSON.readValue(text, Definition.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a view's definition cannot be read", e);
        }
    }

    private static List<Long> ids(String text) {
        try {
            return JSON.readValue(text, new TypeReference<List<Long>>() { });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("pinned views cannot be read", e);
        }
    }
}
