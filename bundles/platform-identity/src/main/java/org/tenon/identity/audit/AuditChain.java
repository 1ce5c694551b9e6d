package org.tenon.identity.audit;

import java.util.List;
import org.tenon.identity.sql.Sql;
import org.tenon.persistence.Db;
import org.tenon.persistence.DbKind;
import org.tenon.sdk.audit.SealedLog;
import org.tenon.sdk.tx.Tx;

/** Seals committed rows of the system log, and checks the seals. Safe for all threads and nodes: the head moves by compare and set. */
final class AuditChain {

    static final int BATCH = 500;
    private static final String HEAD = "audit";
    /** Derby's planner knows nothing of how few rows are unsealed. */
    private static final String HINT = " --DERBY-PROPERTIES constraint=identity_audit_seq\n";

    private final Db db;
    private final Tx tx;
    private final Sql sql;

    private record Head(long seq, String hash) {
    }

    private record Sealed(AuditRow row, long seq, String hash) {
    }

    AuditChain(Db db, Tx tx) {
        this.db = db;
        this.tx = tx;
        this.sql = new Sql(db);
    }

    /** Seals up to {@link #BATCH} rows. @return how many */
    int seal() {
        return tx.required(() -> {
            String hint = db.kind() == DbKind.DERBY ? HINT : "";
            List<AuditRow> rows = sql.list(AuditRow::read, "SELECT " + AuditRow.COLUMNS + " FROM identity_audit a" + hint
                    + " WHERE a.seq IS NULL ORDER BY a.id FETCH FIRST " + BATCH + " ROWS ONLY");
            if (rows.isEmpty()) {
                return 0;
            }
            Head head = head();
            long seq = head.seq();
            String hash = head.hash();
            for (AuditRow row : rows) {
                hash = row.seal(hash, ++seq);
                sql.update("UPDATE identity_audit SET seq = ?, hash = ? WHERE id = ? AND seq IS NULL", seq, hash, row.id());
            }
            if (sql.update("UPDATE identity_audit_head SET seq = ?, hash = ? WHERE name = ? AND seq = ?", seq, hash, HEAD, head.seq()) != 1) {
                throw new IllegalStateException("another node sealed rows of the system log meanwhile");
            }
            return rows.size();
        });
    }

    SealedLog.Finding check() {
        Head head = head();
        String before = "0".repeat(64);
        long expected = 0;
        while (expected < head.seq()) {
            List<Sealed> rows = sql.list(row -> new Sealed(AuditRow.read(row), row.getLong(8), row.getString(9)), "SELECT " + AuditRow.COLUMNS
                    + ", a.seq, a.hash FROM identity_audit a WHERE a.seq > ? AND a.seq <= ? ORDER BY a.seq", expected, Math.min(head.seq(), expected + BATCH));
            long until = Math.min(head.seq(), expected + BATCH);
            for (Sealed sealed : rows) {
                expected++;
                if (sealed.seq() != expected || !sealed.row().seal(before, expected).equals(sealed.hash())) {
                    return new SealedLog.Finding(expected, expected);
                }
                before = sealed.hash();
            }
            if (expected < until) {
                return new SealedLog.Finding(expected, expected + 1);
            }
        }
        return new SealedLog.Finding(expected, before.equals(head.hash()) ? null : expected);
    }

    private Head head() {
        return sql.first(row -> new Head(row.getLong(1), row.getString(2)), "SELECT seq, hash FROM identity_audit_head WHERE name = ?", HEAD).orElseThrow();
    }
}
