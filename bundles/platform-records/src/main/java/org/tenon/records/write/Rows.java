package org.tenon.records.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tenon.persistence.Db;
import org.tenon.persistence.DbKind;
import org.tenon.records.model.RecordModel;
import org.tenon.records.policy.Row;
import org.tenon.records.query.Binds;

/** What is stored of a record, read past JPA: whose it is, its version, whether it lies in the recycle bin. Safe for all threads. */
public final class Rows {

    /** Whose it is, and how it stands. */
    public record Stored(Row row, int version, boolean deleted) {
    }

    private static final int AT_ONCE = 256;

    private final Db db;

    public Rows(Db db) {
        this.db = db;
    }

    /** Without a lock. Empty if there never was such a record. */
    public Optional<Stored> peek(RecordModel model, long id) {
        return db.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(select(model) + " WHERE id = ?")) {
                return read(select, model, id);
            }
        });
    }

    /** Keeps others from changing the record until the transaction ends; waits for those who do. */
    public Optional<Stored> lock(RecordModel model, long id) {
        String sql = select(model) + " WHERE id = ?" + (db.kind() == DbKind.DERBY ? " FOR UPDATE WITH RS" : " FOR UPDATE");
        return db.write(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                return read(select, model, id);
            }
        });
    }

    /** Many without a lock, deleted ones too; those that never were are left out. */
    public Map<Long, Stored> peek(RecordModel model, Collection<Long> ids) {
        return db.read(connection -> many(connection, model, ids, ""));
    }

    /** {@link #lock(RecordModel, long)} for many, in the order of their ids, so that two who lock the same do not block each other. */
    public Map<Long, Stored> lock(RecordModel model, Collection<Long> ids) {
        String locked = db.kind() == DbKind.DERBY ? " FOR UPDATE WITH RS" : " ORDER BY id FOR UPDATE";
        return db.write(connection -> many(connection, model, ids, locked));
    }

    private static Map<Long, Stored> many(Connection connection, RecordModel model, Collection<Long> ids, String locked) throws SQLException {
        Map<Long, Stored> found = new HashMap<>();
        List<Long> sorted = ids.stream().distinct().sorted().toList();
        for (int from = 0; from < sorted.size(); from += AT_ONCE) {
            List<Long> some = Binds.padded(sorted.subList(from, Math.min(sorted.size(), from + AT_ONCE)));
            String in = " WHERE id IN (" + "?, ".repeat(some.size() - 1) + "?)";
            try (PreparedStatement select = connection.prepareStatement(select(model) + in + locked)) {
                for (int i = 0; i < some.size(); i++) {
                    select.setLong(i + 1, some.get(i));
                }
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        Stored stored = stored(rows, model);
                        found.put(stored.row().id(), stored);
                    }
                }
            }
        }
        return found;
    }

    private static String select(RecordModel model) {
        String owned = model.owned() ? ", owner_id, department_id" : "";
        return "SELECT id, version, deleted_token" + owned + " FROM " + model.info().table();
    }

    private static Optional<Stored> read(PreparedStatement select, RecordModel model, long id) throws SQLException {
        select.setLong(1, id);
        try (ResultSet found = select.executeQuery()) {
            return found.next() ? Optional.of(stored(found, model)) : Optional.empty();
        }
    }

    private static Stored stored(ResultSet found, RecordModel model) throws SQLException {
        long id = found.getLong(1);
        Row row = model.owned() ? new Row(id, number(found, 4), number(found, 5)) : new Row(id, null, null);
        return new Stored(row, found.getInt(2), found.getLong(3) != 0);
    }

    private static @Nullable Long number(ResultSet found, int column) throws SQLException {
        long value = found.getLong(column);
        return found.wasNull() ? null : value;
    }
}
