package org.tenon.records.numbers;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tenon.persistence.Db;
import org.tenon.persistence.DbException;
import org.tenon.sdk.tx.Tx;

/**
 * Gives automatic numbers. Counts are drawn in a transaction of their own, so that those who create do not wait for each other; numbers of
 * records that are not stored in the end are lost, none is given twice. Safe for all threads and nodes.
 */
public final class Numbers {

    private static final String NEXT = "UPDATE records_number SET latest = latest + ? WHERE rule_name = ? AND period = ?";
    private static final String LATEST = "SELECT latest FROM records_number WHERE rule_name = ? AND period = ?";
    private static final String FIRST = "INSERT INTO records_number (rule_name, period, latest) VALUES (?, ?, 0)";

    private final Db db;
    private final Tx tx;

    public Numbers(Db db, Tx tx) {
        this.db = db;
        this.tx = tx;
    }

    /**
     * Numbers nobody else gets, in order.
     *
     * @param name the rule's name: what counts apart
     * @param day  which the numbers name
     */
    public List<String> next(String name, NumberRule rule, LocalDate day, int count) {
        String period = rule.period(day);
        long last = draw(name, period, count);
        List<String> numbers = new ArrayList<>(count);
        for (long each = last - count + 1; each <= last; each++) {
            numbers.add(rule.number(day, each));
        }
        return numbers;
    }

    private long draw(String name, String period, int count) {
        Long drawn = tx.requiresNew(() -> db.write(connection -> advance(connection, name, period, count)));
        if (drawn >= 0) {
            return drawn;
        }
        try {
            tx.requiresNew(() -> db.write(connection -> {
                try (PreparedStatement first = connection.prepareStatement(FIRST)) {
                    first.setString(1, name);
                    first.setString(2, period);
                    return first.executeUpdate();
                }
            }));
        } catch (DbException e) {
            if (!"23505".equals(e.sqlState())) { // someone else began the period at the same moment
                throw e;
            }
        }
        return tx.requiresNew(() -> db.write(connection -> advance(connection, name, period, count)));
    }

    /** The highest number drawn, -1 if the period has not begun. */
    private static long advance(Connection connection, String name, String period, int count) throws SQLException {
        try (PreparedStatement next = connection.prepareStatement(NEXT)) {
            next.setInt(1, count);
            next.setString(2, name);
            next.setString(3, period);
            if (next.executeUpdate() == 0) {
                return -1;
            }
        }
        try (PreparedStatement latest = connection.prepareStatement(LATEST)) {
            latest.setString(1, name);
            latest.setString(2, period);
            try (ResultSet rows = latest.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
