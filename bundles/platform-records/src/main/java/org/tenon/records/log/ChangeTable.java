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
        // By place: Derby looks for names in each row anew.
        ChangeRow row = new ChangeRow(found.getLong(1), found.getString(3), found.getLong(4), found.getString(5), found.getInt(6), number(found, 7),
                number(found, 8), found.getLong(9), found.getString(10), found.getTimestamp(11).toLocalDateTime(), found.getString(12),
                found.getString(13));
        return new Numbered(row, number(found, 2), found.getString(14), found.getString(15));
    }

    private static @Nullable Long number(ResultSet found, int column) throws SQLException {
        long value = found.getLong(column);
        return found.wasNull() ? null : value;
    }
}
