package org.tenon.records.bulk;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.persistence.Db;
import org.tenon.persistence.PersistenceUnit;

/** What jobs over many records did with each of them: for their result and for undoing. Kept a day longer than the jobs. Safe for all threads. */
@Component(service = BulkRows.class)
public final class BulkRows {

    /** @param before its version before, null if it was refused @param after its version after @param reason why it was refused, null if it was changed */
    record BulkRow(String type, long id, @Nullable Integer before, @Nullable Integer after, @Nullable String reason) {
    }

    private static final int REASON = 1_000;
    private static final Duration KEPT = Duration.ofDays(31);
    /** Below it an id holds node and counter, above it milliseconds. */
    private static final int ID_BITS = 22;
    private static final int SWEPT_AT_ONCE = 5_000;

    private final Db db;

    /** @param ours there once our tables are */
    @Activate
    public BulkRows(@Reference Db db, @Reference(target = "(" + PersistenceUnit.AREA + "=records)") PersistenceUnit ours) {
        this(db);
    }

    /** For whoever assembles by hand. */
    public BulkRows(Db db) {
        this.db = db;
    }

    void add(long job, List<BulkRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        db.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO records_bulk_row (job_id, record_type, record_id, version_before, version_after, reason) VALUES (?, ?, ?, ?, ?, ?)")) {
                for (BulkRow row : rows) {
                    insert.setLong(1, job);
                    insert.setString(2, row.type());
                    insert.setLong(3, row.id());
                    insert.setObject(4, row.before(), Types.INTEGER);
                    insert.setObject(5, row.after(), Types.INTEGER);
                    insert.setString(6, row.reason() != null && row.reason().length() > REASON ? row.reason().substring(0, REASON) : row.reason());
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }

    /** The types a job changed records of, by name. */
    List<String> types(long job) {
        return db.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT DISTINCT record_type FROM records_bulk_row WHERE job_id = ? AND reason IS NULL ORDER BY record_type")) {
                select.setLong(1, job);
                try (ResultSet rows = select.executeQuery()) {
                    List<String> types = new ArrayList<>();
                    while (rows.next()) {
                        types.add(rows.getString(1));
                    }
                    return types;
                }
            }
        });
    }

    /** Records that were changed, by id. @param after only those behind it */
    List<BulkRow> changed(long job, String type, long after, int limit) {
        return rows("WHERE job_id = ? AND record_type = ? AND record_id > ? AND reason IS NULL", job, type, after, limit);
    }

    /** Records that were refused, by type and id. @param type and {@code after} the last one of those before; empty and anything to start */
    List<BulkRow> refused(long job, String type, long after, int limit) {
        return rows("WHERE job_id = ? AND (record_type > ? OR record_type = ? AND record_id > ?) AND reason IS NOT NULL", job, type, after, limit);
    }

    long changed(long job) {
        return db.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT COUNT(*) FROM records_bulk_row WHERE job_id = ? AND reason IS NULL")) {
                select.setLong(1, job);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    /** Removes what belongs to jobs of long ago. @param present the id of a job of today */
    void sweep(long present) {
        String old = "DELETE FROM records_bulk_row WHERE job_id < ? AND record_id IN (SELECT record_id FROM records_bulk_row WHERE job_id < ? FETCH FIRST "
                + SWEPT_AT_ONCE + " ROWS ONLY)";
        long before = present - (KEPT.toMillis() << ID_BITS);
        while (db.write(connection -> {
            try (PreparedStatement delete = connection.prepareStatement(old)) {
                delete.setLong(1, before);
                delete.setLong(2, before);
                return delete.executeUpdate();
            }
        }) > 0) {
            Thread.onSpinWait();
        }
    }

    private List<BulkRow> rows(String where, long job, String type, long after, int limit) {
        String sql = "SELECT record_type, record_id, version_before, version_after, reason FROM records_bulk_row " + where
                + " ORDER BY record_type, record_id FETCH FIRST " + limit + " ROWS ONLY";
        return db.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setLong(1, job);
                int at = 2;
                select.setString(at++, type);
                if (where.contains("record_type > ?")) {
                    select.setString(at++, type);
                }
                select.setLong(at, after);
                return read(select);
            }
        });
    }

    private static List<BulkRow> read(PreparedStatement select) throws SQLException {
        try (ResultSet rows = select.executeQuery()) {
            List<BulkRow> found = new ArrayList<>();
            while (rows.next()) {
                found.add(new BulkRow(rows.getString(1), rows.getLong(2), number(rows, 3), number(rows, 4), rows.getString(5)));
            }
            return found;
        }
    }

    private static @Nullable Integer number(ResultSet rows, int column) throws SQLException {
        int value = rows.getInt(column);
        return rows.wasNull() ? null : value;
    }
}
