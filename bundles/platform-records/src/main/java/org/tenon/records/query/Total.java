package org.tenon.records.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.tenon.persistence.DbKind;
import org.tenon.sdk.record.RecordPage;

/** Counts a list's records, but never far beyond {@link #CAP}. */
final class Total {

    static final int CAP = 10_000;

    private Total() {
    }

    static RecordPage.Total count(DbKind kind, Connection connection, String table, List<Branch> branches) throws SQLException {
        return count(kind, connection, table, branches, CAP);
    }

    static RecordPage.Total count(DbKind kind, Connection connection, String table, List<Branch> branches, int cap) throws SQLException {
        if (branches.isEmpty()) {
            return new RecordPage.Total(0, false);
        }
        Sql sql = new Sql().add("SELECT COUNT(*) FROM (");
        String between = "";
        for (Branch branch : branches) {
            sql.add(between).add(branches.size() == 1 ? "" : "SELECT id FROM (").add("SELECT r.id").add(From.of(kind, table, branch));
            if (!branch.where().isEmpty()) {
                sql.add(" WHERE ").add(branch.where());
            }
            sql.add(" FETCH FIRST " + (cap + 1) + " ROWS ONLY");
            if (branches.size() > 1) {
                sql.add(") b");
            }
            between = " UNION ";
        }
        sql.add(") c");
        try (PreparedStatement statement = sql.prepare(connection); ResultSet rows = statement.executeQuery()) {
            rows.next();
            long count = rows.getLong(1);
            return new RecordPage.Total(Math.min(count, cap), count > cap);
        }
    }
}
