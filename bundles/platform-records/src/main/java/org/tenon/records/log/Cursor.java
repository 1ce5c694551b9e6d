package org.tenon.records.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.tenon.persistence.Db;

/** How far a follower has read, kept in the database. For one thread. */
final class Cursor {

    private final Db db;
    private final String name;

    Cursor(Db db, String name) {
        this.db = db;
        this.name = name;
    }

    /** The last number it has read, 0 if none yet. */
    long position() {
        return db.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT seq FROM records_cursor WHERE name = ?")) {
                select.setString(1, name);
                try (ResultSet found = select.executeQuery()) {
                    return found.next() ? found.getLong(1) : 0L;
                }
            }
        });
    }

    void store(long seq) {
        db.write(connection -> update(connection, "UPDATE records_cursor SET seq = ? WHERE name = ?", seq) == 1
                || update(connection, "INSERT INTO records_cursor (seq, name) VALUES (?, ?)", seq) == 1);
    }

    private int update(Connection connection, String sql, long seq) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, seq);
            statement.setString(2, name);
            return statement.executeUpdate();
        }
    }
}
