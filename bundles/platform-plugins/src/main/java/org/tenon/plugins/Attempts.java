package org.tenon.plugins;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tenon.persistence.Db;
import org.tenon.plugins.refusal.SentenceJson;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.lint.text.Sentence;
import org.tenon.sdk.record.RecordId;

/** Every installation and removal that was tried, and how it ended. */
final class Attempts {

    private static final int MOST = 200;
    private static final int REASON = 2000;
    private static final int TOLD = 8000;

    /** @param at UTC @param outcome {@code done} or {@code failed} @param reason in the reader's language, empty when done */
    record Attempt(LocalDateTime at, String by, String action, String plugin, String version, String outcome, String reason) {
    }

    private final Db db;
    private final Clock clock;

    Attempts(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** @param reason why it failed; null if it did not */
    void add(Caller caller, String action, String plugin, String version, @Nullable Sentence reason) {
        String english = reason == null ? "" : reason.toString();
        String told = reason == null ? "" : SentenceJson.text(reason);
        db.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO plugins_attempt (id, tried_at, member_id, member_name, action, plugin, version, outcome, reason, told) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                insert.setLong(1, RecordId.next().value());
                insert.setTimestamp(2, Timestamp.valueOf(LocalDateTime.ofInstant(Instant.now(clock), ZoneOffset.UTC)));
                insert.setLong(3, caller.memberId());
                insert.setString(4, caller.name());
                insert.setString(5, action);
                insert.setString(6, plugin);
                insert.setString(7, version);
                insert.setString(8, reason == null ? "done" : "failed");
                insert.setString(9, english.length() > REASON ? english.substring(0, REASON) : english);
                insert.setString(10, told.isEmpty() || told.length() > TOLD ? null : told);
                return insert.executeUpdate();
            }
        });
    }

    /** Newest first, at most 200. */
    List<Attempt> latest(Locale locale) {
        return db.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement("SELECT tried_at, member_name, action, plugin, version, outcome, reason, told"
                + " FROM plugins_attempt ORDER BY id DESC FETCH FIRST " + MOST + " ROWS ONLY"); ResultSet rows = query.executeQuery()) {
                List<Attempt> attempts = new ArrayList<>();
                while (rows.next()) {
                    attempts.add(new Attempt(rows.getTimestamp(1).toLocalDateTime(), rows.getString(2), rows.getString(3), rows.getString(4),
                        rows.getString(5), rows.getString(6), rows.getString(8) == null ? rows.getString(7) : SentenceJson.read(rows.getString(8)).in(locale)));
                }
                return attempts;
            }
        });
    }
}
