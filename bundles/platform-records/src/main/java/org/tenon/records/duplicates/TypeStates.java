package org.tenon.records.duplicates;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tenon.persistence.Db;
import org.tenon.records.matching.Profile;
import org.tenon.records.model.RecordModel;

/** How each type's keys were made, and when it was searched last. Safe for all threads. */
final class TypeStates {

    /** Rises whenever keys are made in another way. */
    private static final String WAY = "1";
    private static final int LENGTH = 32;

    /** @param madeBy the fingerprint its keys were made with @param scannedAt UTC, null for never @param jobId the latest scan, null for none */
    record State(String madeBy, @Nullable LocalDateTime scannedAt, @Nullable Long jobId) {
    }

    private final Db db;

    TypeStates(Db db) {
        this.db = db;
    }

    /** Differs for declarations that lead to different keys. */
    static String fingerprint(RecordModel model) {
        StringBuilder text = new StringBuilder(WAY);
        Profile.compared(model.info()).forEach(field -> text.append(' ').append(field.name()).append(':').append(field.match()));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Optional<State> find(String type) {
        return db.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT made_by, scanned_at, job_id FROM records_match_type WHERE record_type = ?")) {
                select.setString(1, type);
                try (ResultSet row = select.executeQuery()) {
                    if (!row.next()) {
                        return Optional.empty();
                    }
                    Timestamp at = row.getTimestamp(2);
                    long job = row.getLong(3);
                    return Optional.of(new State(row.getString(1), at == null ? null : at.toLocalDateTime(), row.wasNull() ? null : job));
                }
            }
        });
    }

    /** The type's keys are all there, and its pairs are those of now. */
    void scanned(RecordModel model) {
        write(model.name(), "made_by = ?, scanned_at = ?", fingerprint(model), Timestamp.valueOf(LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS)));
    }

    /** The type has no records yet: whatever comes brings its keys. */
    void empty(RecordModel model) {
        write(model.name(), "made_by = ?, job_id = ?", fingerprint(model), null);
    }

    /** A job is on its way; until it is done the keys count as missing. */
    void submitted(String type, long job) {
        write(type, "job_id = ?", job, null);
    }

    /** @param second null for a statement of one parameter, or for an empty second one */
    private void write(String type, String what, Object first, @Nullable Object second) {
        int parameters = what.split("\\?", -1).length - 1;
        db.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE records_match_type SET " + what + " WHERE record_type = ?")) {
                update.setObject(1, first);
                if (parameters == 2) {
                    update.setObject(2, second, second == null ? java.sql.Types.BIGINT : java.sql.Types.TIMESTAMP);
                }
                update.setString(parameters + 1, type);
                return update.executeUpdate();
            }
        });
    }

    /** Makes sure that the type has a row. @return true if it had none */
    boolean open(String type) {
        return find(type).isEmpty() && db.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO records_match_type (record_type, made_by) VALUES (?, '-')")) {
                insert.setString(1, type);
                return insert.executeUpdate() == 1;
            }
        });
    }
}
