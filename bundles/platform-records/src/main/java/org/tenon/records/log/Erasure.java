package org.tenon.records.log;

import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.persistence.Db;
import org.tenon.records.log.ChangeTable.Numbered;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.tx.Tx;

/** Empties the history of an area whose data is purged, and leaves a log that can still be checked ({@link Erased}). Safe for all threads. */
@Component(service = Erasure.class)
public final class Erasure {

    /** Rows of one transaction. */
    static final int STEP = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private static final String EMPTY = "UPDATE records_change SET record_type = '" + Erased.TYPE + "', record_id = ?, action = 'erased', version = 0, owner_id = NULL,"
        + " department_id = NULL, member_id = 0, member_name = '', fields = '[]', source = NULL WHERE id = ?";

    private final Db db;
    private final Tx tx;
    private final ChangeLog log;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public Erasure(@Reference Db db, @Reference Tx tx, @Reference ChangeLog log) {
        this.db = db;
        this.tx = tx;
        this.log = log;
    }

    /**
     * Empties all that the log says of the area's records, 500 rows a transaction.
     *
     * @param area small letters and digits
     * @return how many rows
     * @throws TenonException UNAVAILABLE if rows of it are not numbered within 30 s; what was emptied until then stays so
     */
    public long erase(String area) {
        String of = "record_type LIKE '" + area + ".%'";
        awaitNumbers(of);
        long erased = 0;
        for (int some = STEP; some == STEP; erased += some) {
            some = tx.required(() -> step(area, of));
        }
        return erased;
    }

    private int step(String area, String of) {
        List<Numbered> rows = db.read(connection -> {
            String sql = "SELECT " + ChangeTable.COLUMNS + " FROM records_change WHERE seq IS NOT NULL AND " + of + " ORDER BY seq FETCH FIRST " + STEP + " ROWS ONLY";
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                return ChangeTable.read(select);
            }
        });
        if (!rows.isEmpty()) {
            Erased.Sum sum = new Erased.Sum();
            rows.forEach(row -> sum.add(Objects.requireNonNull(row.seq()), Objects.requireNonNull(row.hash())));
            ChangeRow says = sum.total().row(area, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS));
            log.append(List.of(says));
            db.write(connection -> {
                try (PreparedStatement empty = connection.prepareStatement(EMPTY)) {
                    for (Numbered row : rows) {
                        empty.setLong(1, says.id());
                        empty.setLong(2, row.row().id());
                        empty.addBatch();
                    }
                    return empty.executeBatch();
                }
            });
        }
        return rows.size();
    }

    /** Only what has its number and seal can be emptied without a gap. */
    private void awaitNumbers(String of) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (unnumbered(of)) {
            if (System.nanoTime() > end) {
                throw new TenonException(Kind.UNAVAILABLE, "changes are still being numbered; try again");
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    private boolean unnumbered(String of) {
        return db.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT id FROM records_change WHERE seq IS NULL AND " + of + " FETCH FIRST 1 ROWS ONLY");
                 var found = select.executeQuery()) {
                return found.next();
            }
        });
    }
}
