package org.tenon.records.imports;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tenon.persistence.Db;
import org.tenon.records.log.FieldChange;
import org.tenon.records.write.Checked;
import org.tenon.records.write.RecordBatches.Written;

/** Keeps {@code records_import_row}. Safe for all threads. */
final class RowTable {

    private static final String INSERT = """
            INSERT INTO records_import_row (import_id, line, pos, outcome, record_type, record_id, version, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String COLUMNS = "line, pos, outcome, record_type, record_id, version, detail, undone, undo_reason";

    /** Rows deleted in one transaction. */
    private static final int AT_ONCE = 500;

    /**
     * A row of the table.
     *
     * @param target  the record's id, null for a refused or skipped row and in a dry run for one that is to be created
     * @param undone  {@code undone} or {@code kept}, null before
     */
    record Kept(long line, int pos, String outcome, String type, @Nullable Long target, int version, Map<String, Object> detail, @Nullable String undone,
                @Nullable String reason) {
    }

    private final Db db;

    RowTable(Db db) {
        this.db = db;
    }

    /**
     * Outcomes as rows, while the transaction that made them is still there.
     *
     * @param dry whether the records will not be stored: then what new ones would hold is kept too
     */
    static List<Kept> rows(String type, List<Outcome> outcomes, boolean dry) {
        List<Kept> rows = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            if (outcome.records().isEmpty()) {
                rows.add(row(outcome, 0, null, type, dry));
            }
            for (int pos = 0; pos < outcome.records().size(); pos++) {
                rows.add(row(outcome, pos, outcome.records().get(pos), type, dry));
            }
        }
        return rows;
    }

    private static Kept row(Outcome outcome, int pos, @Nullable Checked record, String type, boolean dry) {
        boolean fresh = record != null && record.write() == Checked.Write.CREATE;
        String beside = fresh ? "created" : record != null && record.changes().isEmpty() ? "unchanged" : "updated";
        return new Kept(outcome.row().line(), pos, pos == 0 ? outcome.kind().name().toLowerCase(Locale.ROOT) : beside,
                record == null ? type : record.model().name(), record == null || dry && fresh ? null : (Long) record.id().value(),
                record == null ? 0 : record.version(), detail(outcome, pos, record, dry), null, null);
    }

    void insert(long id, List<Kept> rows) {
        db.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                for (Kept row : rows) {
                    insert.setLong(1, id);
                    insert.setLong(2, row.line());
                    insert.setInt(3, row.pos());
                    insert.setString(4, row.outcome());
                    insert.setString(5, row.type());
                    insert.setObject(6, row.target(), Types.BIGINT);
                    insert.setInt(7, row.version());
                    insert.setString(8, Json.write(row.detail()));
                    insert.addBatch();
                }
                insert.executeBatch();
                return Boolean.TRUE;
            }
        });
    }

    private static Map<String, Object> detail(Outcome outcome, int pos, @Nullable Checked record, boolean dry) {
        Map<String, Object> detail = new LinkedHashMap<>();
        if (record != null && (dry || record.write() == Checked.Write.UPDATE)) {
            List<List<@Nullable Object>> changes = new ArrayList<>();
            for (FieldChange change : record.changes()) {
                List<@Nullable Object> each = new ArrayList<>();
                each.add(change.field());
                each.add(change.before());
                each.add(change.after());
                changes.add(each);
            }
            detail.put("changes", changes);
        }
        if (pos == 0 && record == null) {
            detail.put("cells", outcome.row().cells());
            detail.put("errors", outcome.refusals().stream().map(each -> List.of(each.header(), each.field(), each.value(), each.reason())).toList());
        }
        if (pos == 0 && !outcome.others().isEmpty()) {
            detail.put("others", outcome.others());
        }
        if (pos == 0 && outcome.hidden() > 0) {
            detail.put("hidden", outcome.hidden());
        }
        if (pos == 0 && outcome.twin() > 0) {
            detail.put("twin", outcome.twin());
        }
        return detail;
    }

    /**
     * Writes down that records this import wrote have, by its own doing, another version now.
     *
     * @param last rows just inserted; records they created are in no other row, and have their version already
     */
    void versions(long id, List<Written> written, List<Kept> last) {
        Set<Written> created = last.stream().filter(row -> row.outcome().equals("created") && row.target() != null)
                .map(row -> new Written(row.type(), Objects.requireNonNull(row.target()), row.version())).collect(Collectors.toSet());
        List<Written> others = written.stream().filter(each -> !created.contains(each)).toList();
        if (others.isEmpty()) {
            return;
        }
        db.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE records_import_row SET version = ? WHERE import_id = ? AND record_id = ? AND record_type = ? AND version <> ?")) {
                for (Written each : others) {
                    update.setInt(1, each.version());
                    update.setLong(2, id);
                    update.setLong(3, each.id());
                    update.setString(4, each.type());
                    update.setInt(5, each.version());
                    update.addBatch();
                }
                update.executeBatch();
                return Boolean.TRUE;
            }
        });
    }

    void clear(long id) {
        db.write(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM records_import_row WHERE import_id = ?")) {
                delete.setLong(1, id);
                return delete.executeUpdate();
            }
        });
    }

    /** Deletes the first rows, in a transaction of its own unless there is one. @return whether there are more */
    boolean clearSome(long id) {
        return db.write(connection -> {
            Long last = null;
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT line FROM records_import_row WHERE import_id = ? ORDER BY line, pos OFFSET " + (AT_ONCE - 1) + " ROWS FETCH NEXT 1 ROWS ONLY")) {
                select.setLong(1, id);
                try (ResultSet found = select.executeQuery()) {
                    last = found.next() ? (Long) found.getLong(1) : null;
                }
            }
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM records_import_row WHERE import_id = ? AND line <= ?")) {
                delete.setLong(1, id);
                delete.setLong(2, last == null ? Long.MAX_VALUE : last);
                delete.executeUpdate();
            }
            return last != null;
        });
    }

    /** The rows' own records, those beside them left out, in the file's order. @param outcome null for all @param after a line, 0 for the first */
    List<Kept> page(long id, @Nullable String outcome, boolean kept, long after, int limit) {
        String some = kept ? " AND undone = 'kept'" : " AND pos = 0" + (outcome == null ? "" : " AND outcome = ?");
        return select("SELECT " + COLUMNS + " FROM records_import_row WHERE import_id = ? AND line > ?" + some
                + " ORDER BY line, pos FETCH FIRST " + limit + " ROWS ONLY", select -> {
            select.setLong(1, id);
            select.setLong(2, after);
            if (outcome != null && !kept) {
                select.setString(3, outcome);
            }
        });
    }

    /** The last rows that wrote something and were not taken back yet, last first. */
    List<Kept> toUndo(long id, int limit) {
        return select("SELECT " + COLUMNS + " FROM records_import_row WHERE import_id = ? AND record_id IS NOT NULL AND undone IS NULL"
                + " AND outcome IN ('created', 'updated') ORDER BY line DESC, pos DESC FETCH FIRST " + limit + " ROWS ONLY", select -> select.setLong(1, id));
    }

    void undone(long id, List<Kept> rows) {
        db.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE records_import_row SET undone = ?, undo_reason = ? WHERE import_id = ? AND line = ? AND pos = ?")) {
                for (Kept row : rows) {
                    update.setString(1, row.undone());
                    update.setString(2, row.reason() == null || row.reason().length() <= 400 ? row.reason() : row.reason().substring(0, 399) + "…");
                    update.setLong(3, id);
                    update.setLong(4, row.line());
                    update.setInt(5, row.pos());
                    update.addBatch();
                }
                update.executeBatch();
                return Boolean.TRUE;
            }
        });
    }

    @FunctionalInterface
    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private List<Kept> select(String sql, Binding binding) {
        return db.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                binding.bind(select);
                List<Kept> rows = new ArrayList<>();
                try (ResultSet found = select.executeQuery()) {
                    while (found.next()) {
                        long target = found.getLong(5);
                        Long id = found.wasNull() ? null : (Long) target;
                        rows.add(new Kept(found.getLong(1), found.getInt(2), found.getString(3), found.getString(4), id, found.getInt(6),
                                Json.read(found.getString(7)), found.getString(8), found.getString(9)));
                    }
                }
                return rows;
            }
        });
    }
}
