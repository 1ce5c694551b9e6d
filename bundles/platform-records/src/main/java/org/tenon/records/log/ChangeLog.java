package org.tenon.records.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.persistence.Db;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.tx.Tx;

/** Writes down changes, in the transaction that makes them, and finds what stood there before. Safe for all threads. */
@Component(service = ChangeLog.class)
public final class ChangeLog {

    private static final String INSERT = """
            INSERT INTO records_change (id, record_type, record_id, action, version, owner_id, department_id, member_id, member_name, changed_at, fields, source)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String LATER = 
            "SELECT fields FROM records_change WHERE record_type = ? AND record_id = ? AND version > ? AND action NOT IN (" + EntryKind.notes() + ") ORDER BY version, id";

    private static final String LAST = "SELECT " + ChangeTable.COLUMNS
            + " FROM records_change WHERE record_type = ? AND record_id = ? AND action NOT IN ('team', 'share', " + EntryKind.notes() + ") ORDER BY version DESC, id DESC FETCH FIRST 1 ROWS ONLY";

    private final Db db;
    private final Tx tx;
    private final Sequencer sequencer;

    @Activate
    public ChangeLog(@Reference Db db, @Reference Tx tx, @Reference Sequencer sequencer) {
        this.db = db;
        this.tx = tx;
        this.sequencer = sequencer;
    }

    /** Writes rows into the present transaction; they are numbered after its commit. */
    public void append(List<ChangeRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        db.write(connection -> insert(connection, rows));
        List<Long> ids = rows.stream().map(ChangeRow::id).toList();
        tx.afterCommit(() -> sequencer.committed(ids));
    }

    /** What each field changed after {@code version} held at that version, in JSON form. */
    public Map<String, @Nullable Object> valuesAt(String type, long target, int version) {
        return db.read(connection -> {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            try (PreparedStatement select = connection.prepareStatement(LATER)) {
                select.setString(1, type);
                select.setLong(2, target);
                select.setInt(3, version);
                try (var found = select.executeQuery()) {
                    while (found.next()) {
                        for (FieldChange change : FieldChanges.read(found.getString(1))) {
                            if (!values.containsKey(change.field())) {
                                values.put(change.field(), change.before());
                            }
                        }
                    }
                }
            }
            return values;
        });
    }

    /** The latest change of the record itself, not of who may see it; empty if it never had one. */
    public Optional<ChangeRow> last(String type, long target) {
        return db.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(LAST)) {
                select.setString(1, type);
                select.setLong(2, target);
                return ChangeTable.read(select).stream().findFirst().map(ChangeTable.Numbered::row);
            }
        });
    }

    private static Boolean insert(Connection connection, List<ChangeRow> rows) throws SQLException {
        String source = Caller.present().map(Caller::via).map(via -> via.name().toLowerCase(Locale.ROOT)).orElse(null);
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (ChangeRow row : rows) {
                insert.setLong(1, row.id());
                insert.setString(2, row.type());
                insert.setLong(3, row.target());
                insert.setString(4, row.action());
                insert.setInt(5, row.version());
                insert.setObject(6, row.ownerId(), Types.BIGINT);
                insert.setObject(7, row.departmentId(), Types.BIGINT);
                insert.setLong(8, row.memberId());
                insert.setString(9, row.memberName());
                insert.setTimestamp(10, java.sql.Timestamp.valueOf(row.at()));
                insert.setString(11, row.fields());
                insert.setString(12, source);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return Boolean.TRUE;
    }
}
