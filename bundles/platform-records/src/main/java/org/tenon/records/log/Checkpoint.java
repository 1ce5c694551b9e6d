package org.tenon.records.log;

import java.sql.PreparedStatement;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.tenon.persistence.Db;
import org.tenon.persistence.DbKind;
import org.tenon.records.log.ChangeTable.Numbered;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;

/**
 * Where the change log begins: what stands up to this number was, or is being, purged. It is a row of the log itself, sealed like any other, that
 * holds the seal of the last row purged, so that the chain can be checked from there on.
 *
 * @param seq  the number of the last row purged, 0 if none ever was
 * @param hash the seal of that row
 */
record Checkpoint(long seq, String hash) {

    static final String TYPE = "records.changeLog";
    private static final String ACTION = "purge";
    private static final String FIELD = "_purged";
    /** Derby's planner would rather walk over the numbers of the whole log. */
    private static final String HINT = " --DERBY-PROPERTIES index=records_change_record\n";
    private static final Checkpoint NONE = new Checkpoint(0, Seal.START);

    /** The latest sealed one. Its row comes after what it speaks of, so that whoever walks the chain from here walks over it too. */
    static Checkpoint latest(Db db, long head) {
        String hint = db.kind() == DbKind.DERBY ? HINT : "";
        String sql = "SELECT " + ChangeTable.COLUMNS + " FROM records_change" + hint + " WHERE record_type = ? AND record_id = 1 AND action = ? AND seq <= ?"
                + " ORDER BY seq DESC FETCH FIRST 1 ROWS ONLY";
        return db.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setString(1, TYPE);
                select.setString(2, ACTION);
                select.setLong(3, head);
                return ChangeTable.read(select).stream().findFirst().map(Checkpoint::of).orElse(NONE);
            }
        });
    }

    /** One that does not speak of rows before it is none: the check would not come by it. */
    private static Checkpoint of(Numbered row) {
        List<FieldChange> changes = FieldChanges.read(row.row().fields());
        return changes.size() == 1 && changes.get(0).after() instanceof Map<?, ?> to && to.get("seq") instanceof Long seq && to.get("hash") instanceof String hash
                && row.seq() != null && seq < row.seq() ? new Checkpoint(seq, hash) : NONE;
    }

    /** The row that says so. @param before the checkpoint so far */
    ChangeRow row(Checkpoint before, LocalDateTime now) {
        Caller caller = Caller.current();
        FieldChange change = new FieldChange(FIELD, Map.of("seq", before.seq()), Map.of("seq", seq, "hash", hash));
        return new ChangeRow(RecordId.next().value(), TYPE, 1, ACTION, 1, null, null, caller.memberId(), caller.name(), now, FieldChanges.write(List.of(change)));
    }
}
