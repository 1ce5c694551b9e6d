package org.tenon.records.log;

import java.util.List;
import java.util.Optional;
import org.tenon.persistence.Db;
import org.tenon.records.log.ChangeTable.Numbered;

/** Checks the seals of the change log. */
public final class ChangeAudit {

    private static final int STEP = 1_000;

    private final Db db;

    public ChangeAudit(Db db) {
        this.db = db;
    }

    /**
     * Walks over all numbered rows. Finds rows that were changed, removed or put in since they were sealed; whoever can rewrite every later
     * row too is only found out by a seal kept elsewhere.
     *
     * @return the number of the first row that is not as it was sealed; empty if all are
     */
    public Optional<Long> verify() {
        long head = new Numbering(db).head();
        String before = Seal.START;
        for (long seq = 0; seq < head; seq += STEP) {
            long expected = seq;
            List<Numbered> rows = SequencedFeed.rows(db, seq, Math.min(head, seq + STEP));
            for (Numbered row : rows) {
                expected++;
                if (row.seq() == null || row.seq() != expected || !before.equals(row.before())
                        || !Seal.of(before, expected, row.row()).equals(row.hash())) {
                    return Optional.of(expected);
                }
                before = row.hash();
            }
            if (expected < Math.min(head, seq + STEP)) {
                return Optional.of(expected + 1);
            }
        }
        return Optional.empty();
    }
}
