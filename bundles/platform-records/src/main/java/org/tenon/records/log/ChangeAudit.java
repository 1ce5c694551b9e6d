package org.tenon.records.log;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.persistence.Db;
import org.tenon.records.log.ChangeTable.Numbered;
import org.tenon.sdk.audit.SealedLog;

/** Checks the seals of the change log. */
@Component(service = SealedLog.class)
public final class ChangeAudit implements SealedLog {

    private static final int STEP = 1_000;

    private final Db db;

    @Activate
    public ChangeAudit(@Reference Db db) {
        this.db = db;
    }

    @Override
    public String name() {
        return "changes";
    }

    @Override
    public Finding check() {
        long head = new Numbering(db).head();
        Long broken = verify().orElse(null);
        return new Finding((broken == null ? head : broken) - Checkpoint.latest(db, head).seq(), broken);
    }

    /**
     * Walks over all numbered rows, where old ones were purged from the checkpoint on. Finds rows that were changed, removed or put in since they were sealed; whoever can rewrite every later
     * row too is only found out by a seal kept elsewhere.
     *
     * @return the number of the first row that is not as it was sealed; empty if all are
     */
    public Optional<Long> verify() {
        long head = new Numbering(db).head();
        Checkpoint checkpoint = Checkpoint.latest(db, head);
        String before = checkpoint.hash();
        for (long seq = checkpoint.seq(); seq < head; seq += STEP) {
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
