package org.tenon.records.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.persistence.Db;
import org.tenon.sdk.tx.Tx;

/**
 * Purges the change log of what is older than the organisation keeps. First a {@link Checkpoint} is written; once it is sealed, the rows before it
 * go, so that no crash leaves a chain that cannot be checked. What was said and hung on records stays: it is theirs, not the log's. Safe for all
 * threads.
 */
@Component(service = Retention.class)
public final class Retention {

    /** Rows of one transaction. */
    static final int STEP = 500;

    private final Db db;
    private final Tx tx;
    private final ChangeLog log;
    private final Numbering numbering;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public Retention(@Reference Db db, @Reference Tx tx, @Reference ChangeLog log) {
        this.db = db;
        this.tx = tx;
        this.log = log;
        this.numbering = new Numbering(db);
    }

    /** Writes down that everything numbered before the first change at or after this time is to go. @return false if there is nothing new to purge */
    public boolean mark(LocalDateTime keptFrom) {
        long head = numbering.head();
        Checkpoint before = Checkpoint.latest(db, head);
        long last = lastBefore(keptFrom, before.seq(), head);
        if (last <= before.seq()) {
            return false;
        }
        Checkpoint next = new Checkpoint(last, db.read(connection -> text(connection, "SELECT hash FROM records_change WHERE seq = ?", last)));
        tx.run(() -> log.append(List.of(next.row(before, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS)))));
        return true;
    }

    /** Removes up to {@link #STEP} changes before the latest sealed checkpoint, in a transaction. @return how many; 0 when all are gone */
    public int sweep() {
        Checkpoint checkpoint = Checkpoint.latest(db, numbering.head());
        if (checkpoint.seq() == 0) {
            return 0;
        }
        return db.write(connection -> {
            List<Long> ids = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("SELECT id FROM records_change WHERE seq <= ? AND action NOT IN (" + EntryKind.notes()
                    + ") ORDER BY seq FETCH FIRST " + STEP + " ROWS ONLY")) {
                select.setLong(1, checkpoint.seq());
                try (ResultSet found = select.executeQuery()) {
                    while (found.next()) {
                        ids.add(found.getLong(1));
                    }
                }
            }
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM records_change WHERE id = ?")) {
                for (long id : ids) {
                    delete.setLong(1, id);
                    delete.addBatch();
                }
                delete.executeBatch();
            }
            return ids.size();
        });
    }

    /** The highest number whose change is older; numbers follow commits, which follow the times of changes closely enough. The newest row stays. */
    private long lastBefore(LocalDateTime keptFrom, long from, long head) {
        long old = from;
        long kept = head;
        while (kept - old > 1) {
            long middle = old + (kept - old) / 2;
            if (older(middle, keptFrom)) {
                old = middle;
            } else {
                kept = middle;
            }
        }
        return old;
    }

    private boolean older(long seq, LocalDateTime keptFrom) {
        return db.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT changed_at FROM records_change WHERE seq = ?")) {
                select.setLong(1, seq);
                try (ResultSet found = select.executeQuery()) {
                    return found.next() && found.getTimestamp(1).before(Timestamp.valueOf(keptFrom));
                }
            }
        });
    }

    private static String text(Connection connection, String sql, long seq) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, seq);
            try (ResultSet found = select.executeQuery()) {
                found.next();
                return found.getString(1);
            }
        }
    }
}
