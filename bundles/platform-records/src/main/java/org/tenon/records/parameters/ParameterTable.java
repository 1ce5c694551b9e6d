package org.tenon.records.parameters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.Map;
import org.tenon.persistence.Db;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;

/** Changed parameters in the database. */
final class ParameterTable {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_LONG_FOR_INTS);

    private final Db db;

    /** @param value Long, String or Boolean */
    record Stored(Object value, int version) {
    }

    ParameterTable(Db db) {
        this.db = db;
    }

    Map<String, Stored> all() {
        return db.read(connection -> {
            Map<String, Stored> all = new HashMap<>();
            try (PreparedStatement select = connection.prepareStatement("SELECT name, setting, version FROM records_parameter");
                 ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    all.put(rows.getString(1), new Stored(read(rows.getString(2)), rows.getInt(3)));
                }
            }
            return all;
        });
    }

    /** @param version of what is stored, 0 for nothing @throws TenonException STALE if it is another */
    void put(String name, Object value, int version) {
        db.write(connection -> {
            String sql = version == 0 ? "INSERT INTO records_parameter (setting, version, name) VALUES (?, ?, ?)"
                    : "UPDATE records_parameter SET setting = ?, version = ? WHERE name = ? AND version = ?";
            try (PreparedStatement write = connection.prepareStatement(sql)) {
                write.setString(1, text(value));
                write.setInt(2, version + 1);
                write.setString(3, name);
                if (version > 0) {
                    write.setInt(4, version);
                }
                if (write.executeUpdate() != 1) {
                    throw new TenonException(Kind.STALE, "someone else changed the parameter " + name + " meanwhile");
                }
                return value;
            }
        });
    }

    private static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a parameter that is no JSON", e);
        }
    }

    private static Object read(String text) {
        try {
            return JSON.readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a parameter is stored that is no JSON", e);
        }
    }
}
