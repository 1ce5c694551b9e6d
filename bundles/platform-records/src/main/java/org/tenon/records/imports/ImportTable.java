package org.tenon.records.imports;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tenon.persistence.Db;
import org.tenon.records.imports.Import.Counts;
import org.tenon.records.imports.Import.Phase;

/** Keeps {@code records_import} and {@code records_import_mapping}. Safe for all threads. */
final class ImportTable {

    private static final String COUNTS = "read_rows, created_rows, updated_rows, unchanged_rows, skipped_rows, refused_rows, linked_rows, undone_rows, kept_rows";
    private static final String COLUMNS = "id, record_type, member_id, file_id, file_name, phase, job_id, options, look, remembered, " + COUNTS
            + ", created_at, ended_at, purged_at";

    private final Db db;

    ImportTable(Db db) {
        this.db = db;
    }

    void insert(Import made) {
        update("INSERT INTO records_import (" + COLUMNS + ") VALUES (" + "?, ".repeat(21) + "?)", insert -> {
            insert.setLong(1, made.id());
            insert.setString(2, made.type());
            insert.setLong(3, made.memberId());
            write(insert, 4, made);
            insert.setTimestamp(20, Timestamp.valueOf(made.createdAt()));
            insert.setTimestamp(21, timestamp(made.endedAt()));
            insert.setTimestamp(22, timestamp(made.purgedAt()));
        });
    }

    void update(Import changed) {
        update("""
                UPDATE records_import SET file_id = ?, file_name = ?, phase = ?, job_id = ?, options = ?, look = ?, remembered = ?, read_rows = ?,
                created_rows = ?, updated_rows = ?, unchanged_rows = ?, skipped_rows = ?, refused_rows = ?, linked_rows = ?, undone_rows = ?, kept_rows = ?,
                ended_at = ?, purged_at = ? WHERE id = ?""", update -> {
            write(update, 1, changed);
            update.setTimestamp(17, timestamp(changed.endedAt()));
            update.setTimestamp(18, timestamp(changed.purgedAt()));
            update.setLong(19, changed.id());
        });
    }

    /** The present counts alone, for steps of a job. */
    void count(long id, Counts counts) {
        update("UPDATE records_import SET " + COUNTS.replace(",", " = ?,") + " = ? WHERE id = ?", update -> {
            counts(update, 1, counts);
            update.setLong(10, id);
        });
    }

    /** Keeps others from changing the import until the transaction ends. */
    void lock(long id) {
        update("UPDATE records_import SET phase = phase WHERE id = ?", lock -> lock.setLong(1, id));
    }

    void delete(long id) {
        update("DELETE FROM records_import WHERE id = ?", delete -> delete.setLong(1, id));
    }

    Optional<Import> find(long id) {
        return select("SELECT " + COLUMNS + " FROM records_import WHERE id = ?", select -> select.setLong(1, id)).stream().findFirst();
    }

    /** Newest first. @param member whose, null for everybody's @param before an id, {@code Long.MAX_VALUE} for the first page */
    List<Import> of(@Nullable Long member, String type, long before, int limit) {
        String whose = member == null ? "" : "member_id = ? AND ";
        return select("SELECT " + COLUMNS + " FROM records_import WHERE " + whose + "record_type = ? AND id < ? ORDER BY id DESC FETCH FIRST "
                + limit + " ROWS ONLY", select -> {
            int at = 1;
            if (member != null) {
                select.setLong(at++, member);
            }
            select.setString(at++, type);
            select.setLong(at, before);
        });
    }

    /** Imports begun before then that still have what a purge takes, oldest first. */
    List<Import> before(LocalDateTime then, int limit) {
        return select("SELECT " + COLUMNS + " FROM records_import i WHERE created_at < ? AND (purged_at IS NULL OR EXISTS (SELECT 1 FROM records_import_row r"
                + " WHERE r.import_id = i.id)) ORDER BY id FETCH FIRST " + limit + " ROWS ONLY", select -> select.setTimestamp(1, Timestamp.valueOf(then)));
    }

    /** What columns under these headers meant last time. */
    Optional<String> remembered(long member, String type, String headers) {
        return db.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT options FROM records_import_mapping WHERE member_id = ? AND record_type = ? AND headers = ?")) {
                select.setLong(1, member);
                select.setString(2, type);
                select.setString(3, headers);
                try (ResultSet found = select.executeQuery()) {
                    return found.next() ? Optional.of(found.getString(1)) : Optional.empty();
                }
            }
        });
    }

    void remember(long member, String type, String headers, String options, LocalDateTime now) {
        update("DELETE FROM records_import_mapping WHERE member_id = ? AND record_type = ? AND headers = ?", delete -> {
            delete.setLong(1, member);
            delete.setString(2, type);
            delete.setString(3, headers);
        });
        update("INSERT INTO records_import_mapping (member_id, record_type, headers, options, used_at) VALUES (?, ?, ?, ?, ?)", insert -> {
            insert.setLong(1, member);
            insert.setString(2, type);
            insert.setString(3, headers);
            insert.setString(4, options);
            insert.setTimestamp(5, Timestamp.valueOf(now));
        });
    }

    @FunctionalInterface
    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private void update(String sql, Binding binding) {
        db.write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                binding.bind(statement);
                return statement.executeUpdate();
            }
        });
    }

    private List<Import> select(String sql, Binding binding) {
        return db.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                binding.bind(statement);
                List<Import> imports = new ArrayList<>();
                try (ResultSet found = statement.executeQuery()) {
                    while (found.next()) {
                        imports.add(read(found));
                    }
                }
                return imports;
            }
        });
    }

    private static void write(PreparedStatement statement, int at, Import row) throws SQLException {
        statement.setObject(at, row.fileId(), Types.BIGINT);
        statement.setString(at + 1, row.fileName());
        statement.setString(at + 2, row.phase().name().toLowerCase(Locale.ROOT));
        statement.setObject(at + 3, row.jobId(), Types.BIGINT);
        statement.setString(at + 4, Json.write(OptionsJson.write(row.options())));
        statement.setString(at + 5, Json.write(LookJson.write(row.look())));
        statement.setBoolean(at + 6, row.remembered());
        counts(statement, at + 7, row.counts());
    }

    private static void counts(PreparedStatement statement, int at, Counts c) throws SQLException {
        long[] all = {c.read(), c.created(), c.updated(), c.unchanged(), c.skipped(), c.refused(), c.linked(), c.undone(), c.kept()};
        for (int i = 0; i < all.length; i++) {
            statement.setLong(at + i, all[i]);
        }
    }

    private static Import read(ResultSet row) throws SQLException {
        Counts counts = new Counts(row.getLong(11), row.getLong(12), row.getLong(13), row.getLong(14), row.getLong(15), row.getLong(16), row.getLong(17),
                row.getLong(18), row.getLong(19));
        return new Import(row.getLong(1), row.getString(2), row.getLong(3), number(row, 4), row.getString(5),
                Phase.valueOf(row.getString(6).toUpperCase(Locale.ROOT)), number(row, 7),
                OptionsJson.patch(OptionsJson.NONE, Json.read(row.getString(8))), LookJson.read(Json.read(row.getString(9))), row.getBoolean(10), counts,
                row.getTimestamp(20).toLocalDateTime(), time(row, 21), time(row, 22));
    }

    private static @Nullable Long number(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    private static @Nullable LocalDateTime time(ResultSet row, int column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toLocalDateTime();
    }

    private static @Nullable Timestamp timestamp(@Nullable LocalDateTime value) {
        return value == null ? null : Timestamp.valueOf(value);
    }
}
