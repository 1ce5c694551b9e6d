package org.tenon.records.templates;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tenon.persistence.Db;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;

/** Templates in the database. */
final class TemplateTable {

    private static final String SELECT = "SELECT id, version, name, sort, record_type, subject, body, retired FROM records_template ";
    private static final int MOST = 500;

    private final Db db;

    TemplateTable(Db db) {
        this.db = db;
    }

    /** By name, at most 500. @param type null for all */
    List<Template> all(@Nullable String type) {
        return db.read(connection -> {
            String where = type == null ? "" : "WHERE record_type = ? ";
            try (PreparedStatement select = connection.prepareStatement(SELECT + where + "ORDER BY record_type, name, id FETCH FIRST " + MOST + " ROWS ONLY")) {
                if (type != null) {
                    select.setString(1, type);
                }
                return read(select);
            }
        });
    }

    Optional<Template> find(long id) {
        return db.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(SELECT + "WHERE id = ?")) {
                select.setLong(1, id);
                return read(select).stream().findFirst();
            }
        });
    }

    /** New with version 1, else over the version before it. @throws TenonException STALE */
    void put(Template template) {
        db.write(connection -> {
            String sql = template.version() == 1
                    ? "INSERT INTO records_template (version, name, sort, record_type, subject, body, retired, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                    : "UPDATE records_template SET version = ?, name = ?, sort = ?, record_type = ?, subject = ?, body = ?, retired = ? WHERE id = ? AND version = ?";
            try (PreparedStatement write = connection.prepareStatement(sql)) {
                write.setInt(1, template.version());
                write.setString(2, template.name());
                write.setString(3, template.sort());
                write.setString(4, template.type());
                if (template.subject() == null) {
                    write.setNull(5, Types.VARCHAR);
                } else {
                    write.setString(5, template.subject());
                }
                write.setString(6, template.body());
                write.setBoolean(7, template.retired());
                write.setLong(8, template.id());
                if (template.version() > 1) {
                    write.setInt(9, template.version() - 1);
                }
                if (write.executeUpdate() != 1) {
                    throw new TenonException(Kind.STALE, "someone else changed the template " + template.name() + " meanwhile");
                }
                return template;
            }
        });
    }

    private static List<Template> read(PreparedStatement select) throws SQLException {
        List<Template> found = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(new Template(rows.getLong(1), rows.getInt(2), rows.getString(3), rows.getString(4), rows.getString(5), rows.getString(6), rows.getString(7),
                        rows.getBoolean(8)));
            }
        }
        return found;
    }
}
