package org.tenon.records.custom;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.tenon.persistence.Db;

/** The table {@code records_field}. */
final class FieldTable {

    private static final String SELECT = "SELECT id, record_type, field_key, kind, state, indexed, place, version, settings FROM records_field ORDER BY record_type, place, id";
    private static final String INSERT = "INSERT INTO records_field (kind, state, indexed, place, version, settings, record_type, field_key, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE = "UPDATE records_field SET kind = ?, state = ?, indexed = ?, place = ?, version = ?, settings = ? WHERE record_type = ? AND field_key = ? AND id = ?";

    private final Db db;

    FieldTable(Db db) {
        this.db = db;
    }

    /** By type and place. Those of a kind this version does not know are left out. */
    List<Definition> all() {
        return db.read(connection -> {
            List<Definition> found = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(SELECT); ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    FieldKind kind = FieldKind.of(rows.getString(4)).orElse(null);
                    if (kind != null) {
                        found.add(new Definition(rows.getLong(1), rows.getString(2), rows.getString(3), kind, rows.getString(5).equals("retired"),
                                rows.getBoolean(6), rows.getInt(7), rows.getInt(8), SettingsJson.read(rows.getString(9))));
                    }
                }
            }
            return found;
        });
    }

    void insert(Definition definition) {
        db.write(connection -> write(connection, INSERT, definition));
    }

    void update(Definition definition) {
        db.write(connection -> write(connection, UPDATE, definition));
    }

    /** Rises the revision, and so lets one writer at a time into what follows. */
    void touch() {
        db.write(connection -> {
            try (PreparedStatement touch = connection.prepareStatement("UPDATE records_revision SET revision = revision + 1 WHERE name = 'fields'")) {
                return touch.executeUpdate();
            }
        });
    }

    long revision() {
        return db.glance(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT SUM(revision) FROM records_revision");
                 ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    private static int write(Connection connection, String sql, Definition definition) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(sql)) {
            write.setString(1, definition.kind().key());
            write.setString(2, definition.retired() ? "retired" : "active");
            write.setBoolean(3, definition.indexed());
            write.setInt(4, definition.place());
            write.setInt(5, definition.version());
            write.setString(6, SettingsJson.text(definition.settings()));
            write.setString(7, definition.type());
            write.setString(8, definition.key());
            write.setLong(9, definition.id());
            return write.executeUpdate();
        }
    }
}
