package org.tenon.records.write;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.tenon.persistence.Db;
import org.tenon.records.model.FieldModel;
import org.tenon.records.write.SideValues.Side;

/** Keeps {@code records_value}, what lists are filtered and sorted by outside the records' own columns, as the records have it. */
final class ValueTable {

    private static final String DELETE = "DELETE FROM records_value WHERE record_type = ? AND record_id = ? AND field_key = ?";
    private static final String INSERT = "INSERT INTO records_value (record_type, record_id, field_key, pos, str_val, num_val, time_val) VALUES (?, ?, ?, ?, ?, ?, ?)";

    private final Db db;

    ValueTable(Db db) {
        this.db = db;
    }

    private record Key(String type, long id, String field) {
    }

    private record Entry(Key key, Side side) {
    }

    /** Writes the fields kept here that the drafts changed. @param fresh true if none of the records was stored before */
    void write(List<Draft> drafts, boolean fresh) {
        List<Entry> entries = new ArrayList<>();
        List<Key> gone = new ArrayList<>();
        for (Draft draft : drafts) {
            for (String name : draft.fields()) {
                FieldModel field = draft.model().require(name);
                if (SideValues.kept(field)) {
                    Key key = new Key(draft.model().name(), draft.item().id(), name);
                    gone.add(key);
                    SideValues.of(field, draft.get(name)).forEach(side -> entries.add(new Entry(key, side)));
                }
            }
        }
        if (!gone.isEmpty()) {
            db.write(connection -> {
                if (!fresh) {
                    delete(connection, gone);
                }
                insert(connection, entries);
                return Boolean.TRUE;
            });
        }
    }

    /** Writes the field's rows of the records anew; removes them if the field is not kept here any more. */
    void rewrite(List<Draft> drafts, FieldModel field) {
        List<Entry> entries = new ArrayList<>();
        List<Key> gone = new ArrayList<>();
        for (Draft draft : drafts) {
            Key key = new Key(draft.model().name(), draft.item().id(), field.name());
            gone.add(key);
            if (SideValues.kept(field)) {
                SideValues.of(field, draft.get(field.name())).forEach(side -> entries.add(new Entry(key, side)));
            }
        }
        if (!gone.isEmpty()) {
            db.write(connection -> {
                delete(connection, gone);
                insert(connection, entries);
                return Boolean.TRUE;
            });
        }
    }

    private static void delete(Connection connection, List<Key> gone) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            for (Key key : gone) {
                name(statement, key);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void insert(Connection connection, List<Entry> entries) throws SQLException {
        if (entries.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (Entry entry : entries) {
                Object value = entry.side().value();
                name(statement, entry.key());
                statement.setInt(4, entry.side().pos());
                statement.setString(5, value instanceof String text ? text : entry.side().second());
                statement.setBigDecimal(6, value instanceof BigDecimal number ? number : null);
                statement.setTimestamp(7, value instanceof LocalDateTime at ? Timestamp.valueOf(at) : null);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void name(PreparedStatement statement, Key key) throws SQLException {
        statement.setString(1, key.type());
        statement.setLong(2, key.id());
        statement.setString(3, key.field());
    }
}
