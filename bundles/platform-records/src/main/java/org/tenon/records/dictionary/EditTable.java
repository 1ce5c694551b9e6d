package org.tenon.records.dictionary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tenon.persistence.Db;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.Dictionary.Item;

/** Edits of dictionaries in the database. A reset leaves a row without values, so that versions only rise. */
final class EditTable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Db db;

    EditTable(Db db) {
        this.db = db;
    }

    /** Another number after each change by anybody. */
    long revision() {
        return db.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT COUNT(*), SUM(version) FROM records_dictionary");
                 ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1) * 1_000_003 + rows.getLong(2);
            }
        });
    }

    /** By name. */
    Map<String, Edit> all() {
        return db.read(connection -> {
            Map<String, List<Item>> items = new HashMap<>();
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT dictionary, item, parent, color, labels, retired FROM records_dictionary_item ORDER BY dictionary, place, item");
                 ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    items.computeIfAbsent(rows.getString(1), name -> new ArrayList<>())
                            .add(new Item(rows.getString(2), rows.getString(3), rows.getString(4), labels(rows.getString(5)), rows.getBoolean(6)));
                }
            }
            Map<String, Edit> edits = new TreeMap<>();
            try (PreparedStatement select = connection.prepareStatement("SELECT name, version, labels FROM records_dictionary"); ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    String name = rows.getString(1);
                    edits.put(name, new Edit(name, rows.getInt(2), labels(rows.getString(3)), items.getOrDefault(name, List.of())));
                }
            }
            return edits;
        });
    }

    /** Stores an edit whose version is one more than what is stored. @throws TenonException STALE if it is not */
    void put(Edit edit) {
        db.write(connection -> {
            version(connection, edit);
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM records_dictionary_item WHERE dictionary = ?")) {
                delete.setString(1, edit.name());
                delete.executeUpdate();
            }
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO records_dictionary_item (dictionary, item, place, parent, color, labels, retired) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
                int place = 0;
                for (Item item : edit.items()) {
                    insert.setString(1, edit.name());
                    insert.setString(2, item.value());
                    insert.setInt(3, place++);
                    insert.setString(4, item.parent());
                    insert.setString(5, item.color());
                    insert.setString(6, text(item.labels()));
                    insert.setBoolean(7, item.retired());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            return edit;
        });
    }

    private static void version(Connection connection, Edit edit) throws SQLException {
        if (edit.version() > 1) {
            try (PreparedStatement update = connection.prepareStatement("UPDATE records_dictionary SET version = ?, labels = ? WHERE name = ? AND version = ?")) {
                update.setInt(1, edit.version());
                update.setString(2, text(edit.labels()));
                update.setString(3, edit.name());
                update.setInt(4, edit.version() - 1);
                if (update.executeUpdate() != 1) {
                    throw new TenonException(Kind.STALE, "someone else changed the dictionary " + edit.name() + " meanwhile");
                }
            }
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO records_dictionary (name, version, labels) VALUES (?, 1, ?)")) {
            insert.setString(1, edit.name());
            insert.setString(2, text(edit.labels()));
            insert.executeUpdate();
        }
    }

    private static String text(Map<Locale, String> labels) {
        Map<String, String> byTag = new TreeMap<>();
        labels.forEach((locale, label) -> byTag.put(locale.toLanguageTag(), label));
        try {
            return JSON.writeValueAsString(byTag);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("labels that are no JSON", e);
        }
    }

    private static Map<Locale, String> labels(@Nullable String text) {
        Map<Locale, String> labels = new HashMap<>();
        try {
            Map<String, String> byTag = text == null ? Map.of() : JSON.readValue(text, new TypeReference<Map<String, String>>() { });
            byTag.forEach((tag, label) -> labels.put(Locale.forLanguageTag(tag), label));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("labels of a dictionary are no JSON", e);
        }
        return labels;
    }
}
