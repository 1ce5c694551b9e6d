package org.tenon.records.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.tenon.persistence.Db;

/**
 * A piece of work that one node does at a time: whoever holds the lease. It ends by itself when its holder is gone. One holder's object is
 * for one thread.
 */
final class Lease {

    private final Db db;
    private final Clock clock;
    private final String name;
    private final String holder;
    private final Duration length;
    private LocalDateTime renewAfter = LocalDateTime.MIN;

    /**
     * @param holder who asks, unique among all nodes and starts; at most 63 characters
     * @param length how long the lease outlives its holder
     */
    Lease(Db db, Clock clock, String name, String holder, Duration length) {
        this.db = db;
        this.clock = clock;
        this.name = name;
        this.holder = holder;
        this.length = length;
    }

    /** Takes or renews the lease; renews it no earlier than a third of its length before. False while someone else holds it. */
    boolean hold() {
        LocalDateTime now = now();
        if (now.isBefore(renewAfter)) {
            return true;
        }
        LocalDateTime until = now.plus(length);
        boolean held = db.write(connection -> take(connection, now, until));
        renewAfter = held ? now.plus(length.dividedBy(3)) : LocalDateTime.MIN;
        return held;
    }

    /** Lets the next one have it at once. */
    void release() {
        renewAfter = LocalDateTime.MIN;
        db.write(connection -> {
            try (PreparedStatement end = connection.prepareStatement("UPDATE records_lease SET expires_at = ? WHERE name = ? AND holder = ?")) {
                end.setTimestamp(1, Timestamp.valueOf(now().minusSeconds(1)));
                end.setString(2, name);
                end.setString(3, holder);
                return end.executeUpdate();
            }
        });
    }

    private boolean take(Connection connection, LocalDateTime now, LocalDateTime until) throws SQLException {
        try (PreparedStatement take = connection.prepareStatement(
                "UPDATE records_lease SET holder = ?, expires_at = ? WHERE name = ? AND (holder = ? OR expires_at < ?)")) {
            take.setString(1, holder);
            take.setTimestamp(2, Timestamp.valueOf(until));
            take.setString(3, name);
            take.setString(4, holder);
            take.setTimestamp(5, Timestamp.valueOf(now));
            return take.executeUpdate() == 1;
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
