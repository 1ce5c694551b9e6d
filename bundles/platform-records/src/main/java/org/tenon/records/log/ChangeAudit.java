package org.tenon.records.log;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
     * Walks over all numbered rows, where old ones were purged from the checkpoint on. Finds rows that were changed, emptied without a word ({@link Erased}), removed or put in since they were sealed; whoever can rewrite every later
     * row too is only found out by a seal kept elsewhere.
     *
     * @return the number of the first row that is not as it was sealed; empty if all are
     */
    public Optional<Long> verify() {
        long head = new Numbering(db).head();
        Checkpoint checkpoint = Checkpoint.latest(db, head);
        String before = checkpoint.hash();
        Map<Long, Erased.Sum> emptied = new LinkedHashMap<>();
        for (long seq = checkpoint.seq(); seq < head; seq += STEP) {
            long expected = seq;
            List<Numbered> rows = SequencedFeed.rows(db, seq, Math.min(head, seq + STEP));
            for (Numbered row : rows) {
                expected++;
                if (row.seq() == null || row.seq() != expected || !before.equals(row.before()) || !sealed(before, expected, row, emptied)
                        || !said(row.row(), checkpoint, emptied)) {
                    return Optional.of(expected);
                }
                before = row.hash();
            }
            if (expected < Math.min(head, seq + STEP)) {
                return Optional.of(expected + 1);
            }
        }
        return emptied.entrySet().stream().filter(rows -> !pending(rows.getKey(), head)).map(rows -> rows.getValue().first()).min(Comparator.naturalOrder());
    }

    /** Of a row that was emptied the seal still stands in the chain; it counts as sealed if a later row says that it was emptied. */
    private static boolean sealed(String before, long seq, Numbered row, Map<Long, Erased.Sum> emptied) {
        if (!row.row().type().equals(Erased.TYPE)) {
            return Seal.of(before, seq, row.row()).equals(row.hash());
        }
        if (row.hash() != null) {
            emptied.computeIfAbsent(row.row().target(), says -> new Erased.Sum()).add(seq, row.hash());
        }
        return row.hash() != null;
    }

    /** Whether exactly those rows were emptied of which this one says so; some of them may have been purged since. True for rows that say no such thing. */
    private static boolean said(ChangeRow row, Checkpoint checkpoint, Map<Long, Erased.Sum> emptied) {
        Optional<Erased> says = Erased.read(row);
        if (says.isEmpty()) {
            return true;
        }
        Erased.Sum found = emptied.remove(row.id());
        return says.get().first() <= checkpoint.seq() || found != null && found.total().equals(says.get());
    }

    /** Whether the row that says so has no number yet, or one after those that are looked at. */
    private boolean pending(long id, long head) {
        return db.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT seq FROM records_change WHERE id = ? AND record_type = '" + Checkpoint.TYPE + "'")) {
                select.setLong(1, id);
                try (ResultSet found = select.executeQuery()) {
                    return found.next() && (found.getObject(1) == null || found.getLong(1) > head);
                }
            }
        });
    }
}
