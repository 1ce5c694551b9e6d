package org.tenon.records.layout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tenon.persistence.Db;

/** The table {@code records_layout}. Role 0 stands for everyone. */
final class LayoutTable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Db db;

    /** @param version 1 when stored, one more with each change */
    record Stored(int version, FormLayout layout) {
    }

    LayoutTable(Db db) {
        this.db = db;
    }

    /** By role. */
    Map<Long, Stored> of(String type) {
        return db.read(connection -> {
            Map<Long, Stored> found = new LinkedHashMap<>();
            try (PreparedStatement select = connection.prepareStatement("SELECT role_id, version, layout FROM records_layout WHERE record_type = ? ORDER BY role_id")) {
                select.setString(1, type);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.put(rows.getLong(1), new Stored(rows.getInt(2), read(rows.getString(3))));
                    }
                }
            }
            return found;
        });
    }

    void store(String type, long role, int version, FormLayout layout) {
        String sql = version == 1 ? "INSERT INTO records_layout (version, layout, record_type, role_id) VALUES (?, ?, ?, ?)"
                : "UPDATE records_layout SET version = ?, layout = ? WHERE record_type = ? AND role_id = ?";
        db.write(connection -> {
            try (PreparedStatement write = connection.prepareStatement(sql)) {
                write.setInt(1, version);
                write.setString(2, text(layout));
                write.setString(3, type);
                write.setLong(4, role);
                return write.executeUpdate();
            }
        });
    }

    void remove(String type, long role) {
        db.write(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM records_layout WHERE record_type = ? AND role_id = ?")) {
                delete.setString(1, type);
                delete.setLong(2, role);
                return delete.executeUpdate();
            }
        });
    }

    /** Rises the revision, by which other nodes notice, and lets one writer at a time into what follows. */
    void touch() {
        db.write(connection -> {
            try (PreparedStatement touch = connection.prepareStatement("UPDATE records_revision SET revision = revision + 1 WHERE name = 'layouts'")) {
                return touch.executeUpdate();
            }
        });
    }

    static String text(FormLayout layout) {
        try {
            return JSON.writeValueAsString(layout);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a layout that is no JSON", e);
        }
    }

    private static FormLayout read(String text) {
        try {
            return JSON.readValue(text, FormLayout.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a layout that cannot be read", e);
        }
    }
}
