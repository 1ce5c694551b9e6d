package org.tenon.identity.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.tenon.identity.sql.Sql;

/** A row of the system log. @param by 0 for nobody known @param about the member or role it is about, 0 for none */
record AuditRow(long id, Instant at, String kind, long by, long about, String address, String detail) {

    static final String COLUMNS = "a.id, a.happened_at, a.event, a.by_member, a.about, a.address, a.detail";

    static AuditRow read(ResultSet row) throws SQLException {
        return new AuditRow(row.getLong(1), Sql.instant(row, 2), row.getString(3), row.getLong(4), row.getLong(5), row.getString(6), row.getString(7));
    }

    /** SHA-256 over the seal before and everything the row says, each part with its length before it. */
    String seal(String before, long seq) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Object part : List.of(before, seq, id, at, kind, by, about, address, detail)) {
                byte[] bytes = part.toString().getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
