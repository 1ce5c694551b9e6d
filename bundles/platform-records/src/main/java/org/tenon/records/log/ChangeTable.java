package org.tenon.records.log;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.record.Change;

/** Reads rows of {@code records_change}. */
final class ChangeTable {

    static final String COLUMNS = "id, seq, record_type, record_id, action, version, owner_id, department_id, member_id, member_name, changed_at, fields, source, prev_hash, hash";

    /** A row with its number and seals; all three null before it is numbered. */
    record Numbered(ChangeRow row, @Nullable Long seq, @Nullable String before, @Nullable String hash) {

        Change change() {
            return new Change(seq == null ? 0 : seq, row.type(), row.target(), row.action(), row.version(), row.ownerId(), row.departmentId(),
                    row.memberId(), row.at(), row.fields());
        }
    }

    private ChangeTable() {
    }

    static List<Numbered> read(PreparedStatement select) throws SQLException {
        List<Numbered> rows = new ArrayList<>();
        try (ResultSet found = select.executeQuery()) {
            while (found.next()) {
                rows.add(row(found));
            }
        }
        return rows;
    }

    private static Numbered row(ResultSet found) throws SQLException {
        ChangeRow row = new ChangeRow(found.getLong("id"), found.getString("record_type"), found.getLong("record_id"), found.getString("action"),
                found.getInt("version"), number(found, "owner_id"), number(found, "department_id"), found.getLong("member_id"),
                found.getString("member_name"), found.getTimestamp("changed_at").toLocalDateTime(), found.getString("fields"),
                found.getString("source"));
        return new Numbered(row, number(found, "seq"), found.getString("prev_hash"), found.getString("hash"));
    }

    private static @Nullable Long number(ResultSet found, String column) throws SQLException {
        long value = found.getLong(column);
        return found.wasNull() ? null : value;
    }
}
