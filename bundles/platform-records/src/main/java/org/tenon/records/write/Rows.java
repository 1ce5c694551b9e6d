package org.tenon.records.write;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tenon.persistence.Db;
import org.tenon.persistence.DbKind;
import org.tenon.records.model.RecordModel;
import org.tenon.records.policy.Row;

/** What is stored of a record, read past JPA: whose it is, its version, whether it lies in the recycle bin. Safe for all threads. */
final class Rows {

    record Stored(Row row, int version, boolean deleted) {
    }

    private final Db db;

    Rows(Db db) {
        this.db = db;
    }

    /** Without a lock. Empty if there never was such a record. */
    Optional<Stored> peek(RecordModel model, long id) {
        return db.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(select(model))) {
                return read(select, model, id);
            }
        });
    }

    /** Keeps others from changing the record until the transaction ends; waits for those who do. */
    Optional<Stored> lock(RecordModel model, long id) {
        String sql = select(model) + (db.kind() == DbKind.DERBY ? " FOR UPDATE WITH RS" : " FOR UPDATE");
        return db.write(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                return read(select, model, id);
            }
        });
    }

    private static String select(RecordModel model) {
        String owned = model.owned() ? ", owner_id, department_id" : "";
        return "SELECT version, deleted_token" + owned + " FROM " + model.info().table() + " WHERE id = ?";
    }

    private static Optional<Stored> read(PreparedStatement select, RecordModel model, long id) throws SQLException {
        select.setLong(1, id);
        try (ResultSet found = select.executeQuery()) {
            if (!found.next()) {
                return Optional.empty();
            }
            Row row = model.owned() ? new Row(id, number(found, 3), number(found, 4)) : new Row(id, null, null);
            return Optional.of(new Stored(row, found.getInt(1), found.getLong(2) != 0));
        }
    }

    private static @Nullable Long number(ResultSet found, int column) throws SQLException {
        long value = found.getLong(column);
        return found.wasNull() ? null : value;
    }
}
