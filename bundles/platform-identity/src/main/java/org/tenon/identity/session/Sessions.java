package org.tenon.identity.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.identity.password.Secrets;
import org.tenon.identity.sql.Sql;
import org.tenon.persistence.Db;
import org.tenon.persistence.PersistenceUnit;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.tx.Tx;

/**
 * Browser sessions. They lie in the database; what is there is believed for a minute, except for what this node itself ends, which ends at
 * once. Safe for all threads.
 */
@Component(service = Sessions.class, configurationPid = "org.tenon.identity.session")
public final class Sessions {

    private static final Duration BELIEVED = Duration.ofMinutes(1);
    private static final int MOST_BELIEVED = 10_000;
    private static final int AGENT = 255;
    private static final String SELECT = "SELECT s.id, s.member_id, s.created_at, s.seen_at, s.expires_at, s.address, s.agent, c.must_change"
            + " FROM identity_session s LEFT JOIN identity_credential c ON c.member_id = s.member_id WHERE ";

    private final Sql sql;
    private final Tx tx;
    private final Clock clock;
    private final Duration idle;
    private final Duration longest;
    private final Map<String, Believed> believed = new ConcurrentHashMap<>();
    private final AtomicLong endings = new AtomicLong();

    private record Believed(SessionInfo session, Instant until) {
    }

    @Activate
    public Sessions(@Reference Db db, @Reference Tx tx, @Reference(target = "(tenon.area=identity)") PersistenceUnit unit, SessionConfig config) {
        this(db, tx, Clock.systemUTC(), Duration.ofMinutes(config.idleMinutes()), Duration.ofHours(config.longestHours()));
    }

    /** For tests. */
    public Sessions(Db db, Tx tx, Clock clock, Duration idle, Duration longest) {
        this.sql = new Sql(db);
        this.tx = tx;
        this.clock = clock;
        this.idle = idle;
        this.longest = longest;
    }

    /** Opens a session and answers its token, which is kept nowhere. Sessions long over are swept away on the way. */
    public String open(long memberId, String address, String agent) {
        String token = Secrets.token();
        Instant now = clock.instant();
        tx.run(() -> {
            sql.update("DELETE FROM identity_session WHERE expires_at <= ? OR seen_at <= ?", now, now.minus(idle));
            sql.update("INSERT INTO identity_session (id, token_hash, member_id, created_at, seen_at, expires_at, address, agent)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)", RecordId.next().value(), Secrets.hash(token), memberId, now, now, now.plus(longest),
                    address, agent.substring(0, Math.min(agent.length(), AGENT)));
        });
        return token;
    }

    /** The living session of a token; notes that it was used. */
    public Optional<SessionInfo> find(String token) {
        String hash = Secrets.hash(token);
        Instant now = clock.instant();
        Believed known = believed.get(hash);
        if (known != null && known.until().isAfter(now)) {
            return Optional.of(known.session());
        }
        long before = endings.get();
        Optional<SessionInfo> stored = sql.first(Sessions::read, SELECT + "s.token_hash = ?", hash)
                .filter(session -> session.expires().isAfter(now) && session.seen().plus(idle).isAfter(now));
        believed.remove(hash);
        stored.ifPresent(session -> {
            sql.update("UPDATE identity_session SET seen_at = ? WHERE id = ?", now, session.id());
            believe(hash, new Believed(session, earliest(now.plus(BELIEVED), session.expires())), before, now);
        });
        return stored;
    }

    /** The member's open sessions, newest first. */
    public List<SessionInfo> of(long memberId) {
        Instant now = clock.instant();
        return sql.list(Sessions::read, SELECT + "s.member_id = ? AND s.expires_at > ? AND s.seen_at > ? ORDER BY s.id DESC", memberId, now, now.minus(idle));
    }

    /**
     * The caller, if they came with a browser session rather than an API token.
     *
     * @throws TenonException FORBIDDEN otherwise
     */
    public Caller browser(Caller caller) {
        String session = caller.session();
        if (session == null || of(caller.memberId()).stream().noneMatch(open -> RecordId.text(open.id()).equals(session))) {
            throw TenonException.forbidden("sign in with a browser for this; an API token will not do");
        }
        return caller;
    }

    /** Ends one session of the member. @return false if there is none */
    public boolean end(long memberId, long sessionId) {
        boolean ended = sql.update("DELETE FROM identity_session WHERE id = ? AND member_id = ?", sessionId, memberId) > 0;
        tx.afterCommit(() -> forget(session -> session.id() == sessionId));
        return ended;
    }

    /** Ends all sessions of the member, in the present transaction. */
    public void endAll(long memberId) {
        sql.update("DELETE FROM identity_session WHERE member_id = ?", memberId);
        tx.afterCommit(() -> forget(session -> session.memberId() == memberId));
    }

    private void believe(String hash, Believed seen, long endingsBefore, Instant now) {
        if (believed.size() >= MOST_BELIEVED) {
            believed.values().removeIf(old -> !old.until().isAfter(now));
        }
        believed.put(hash, seen);
        if (endings.get() != endingsBefore) {
            // Some session ended between the reading and here: it may have been this one.
            believed.remove(hash);
        }
    }

    private void forget(Predicate<SessionInfo> ended) {
        endings.incrementAndGet();
        believed.values().removeIf(known -> ended.test(known.session()));
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static SessionInfo read(ResultSet row) throws SQLException {
        return new SessionInfo(row.getLong(1), row.getLong(2), Sql.instant(row, 3), Sql.instant(row, 4), Sql.instant(row, 5), row.getString(6),
                row.getString(7), row.getBoolean(8));
    }
}
