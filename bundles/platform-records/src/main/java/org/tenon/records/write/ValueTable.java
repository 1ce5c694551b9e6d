package org.tenon.records.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tenon.persistence.Db;
import org.tenon.records.model.FieldModel;

/** Keeps {@code records_value}, the members of multi-valued fields, as the records have them. */
final class ValueTable {

    private static final String DELETE = "DELETE FROM records_value WHERE record_type = ? AND record_id = ? AND field_key = ?";
    private static final String INSERT = "INSERT INTO records_value (record_type, record_id, field_key, pos, str_val) VALUES (?, ?, ?, ?, ?)";

    private final Db db;

    ValueTable(Db db) {
        this.db = db;
    }

    /** Writes the multi-valued fields that the drafts changed. @param fresh true if none of the records was stored before */
    void write(List<Draft> drafts, boolean fresh) {
        List<Member> members = new ArrayList<>();
        List<Member> gone = new ArrayList<>();
        for (Draft draft : drafts) {
            for (String name : draft.fields()) {
                FieldModel field = draft.model().require(name);
                if (field.type().multiple()) {
                    gone.add(new Member(draft, name, 0, ""));
                    members(draft, field, members);
                }
            }
        }
        if (!gone.isEmpty()) {
            db.write(connection -> {
                if (!fresh) {
                    run(connection, DELETE, gone, 3);
                }
                run(connection, INSERT, members, 5);
                return Boolean.TRUE;
            });
        }
    }

    private record Member(Draft draft, String field, int pos, String text) {
    }

    private static void members(Draft draft, FieldModel field, List<Member> members) {
        Object stored = draft.get(field.name());
        int pos = 0;
        for (Object entry : stored == null ? List.of() : Attributes.list((String) stored)) {
            String text = entry instanceof Map<?, ?> contact ? String.valueOf(contact.get("value")) : String.valueOf(entry);
            members.add(new Member(draft, field.name(), pos++, text));
        }
    }

    private static void run(Connection connection, String sql, List<Member> members, int parameters) throws SQLException {
        if (members.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Member member : members) {
                statement.setString(1, member.draft().model().name());
                statement.setLong(2, member.draft().item().id());
                statement.setString(3, member.field());
                if (parameters == 5) {
                    statement.setInt(4, member.pos());
                    statement.setString(5, member.text());
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
