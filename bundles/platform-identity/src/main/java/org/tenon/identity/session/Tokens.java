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
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.identity.password.Secrets;
import org.tenon.identity.sql.Sql;
import org.tenon.persistence.Db;
import org.tenon.persistence.PersistenceUnit;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.tx.Tx;

/** API tokens: what programs sign in with, with all rights of the member who made them. Believed for a minute like sessions. Safe for all threads. */
@Component(service = Tokens.class)
public final class Tokens {

    /** What every token begins with, so that scanners recognise one that leaked. */
    public static final String PREFIX = "tnn_";

    static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");
    static final int MOST = 50;
    private static final Duration BELIEVED = Duration.ofMinutes(1);
    private static final int MOST_BELIEVED = 10_000;

    private final Sql sql;
    private final Tx tx;
    private final Clock clock;
    private final Map<String, Believed> believed = new ConcurrentHashMap<>();
    private final AtomicLong endings = new AtomicLong();

    /** @param used the last call, to the minute; null for none yet */
    public record Token(long id, long memberId, String name, Instant created, Instant expires, @Nullable Instant used) {

        boolean everlasting() {
            return !expires.isBefore(NEVER);
        }
    }

    private record Believed(Token token, Instant until) {
    }

    /** @param secret shown once, kept nowhere */
    public record Fresh(long id, String secret) {
    }

    @Activate
    public Tokens(@Reference Db db, @Reference Tx tx, @Reference(target = "(tenon.area=identity)") PersistenceUnit unit) {
        this(db, tx, Clock.systemUTC());
    }

    /** By a clock of one's own, for tests. */
    public static Tokens by(Clock clock, Db db, Tx tx) {
        return new Tokens(db, tx, clock);
    }

    private Tokens(Db db, Tx tx, Clock clock) {
        this.sql = new Sql(db);
        this.tx = tx;
        this.clock = clock;
    }

    /** @param expires null for never @throws TenonException CONFLICT at 50 tokens */
    public Fresh make(long memberId, String name, @Nullable Instant expires) {
        String secret = PREFIX + Secrets.token();
        long id = RecordId.next().value();
        tx.run(() -> {
            if (of(memberId).size() >= MOST) {
                throw TenonException.conflict("there are %d tokens already; remove one first".formatted(MOST));
            }
            sql.update("INSERT INTO identity_token (id, token_hash, member_id, name, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)",
                    id, Secrets.hash(secret), memberId, name, clock.instant(), expires == null ? NEVER : expires);
        });
        return new Fresh(id, secret);
    }

    /** The living token; notes that it was used. */
    public Optional<Token> find(String secret) {
        if (!secret.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String hash = Secrets.hash(secret);
        Instant now = clock.instant();
        Believed known = believed.get(hash);
        if (known != null && known.until().isAfter(now)) {
            return Optional.of(known.token());
        }
        long before = endings.get();
        believed.remove(hash);
        Optional<Token> stored = list("token_hash = ?", hash).stream().findFirst().filter(token -> token.expires().isAfter(now));
        stored.ifPresent(token -> {
            sql.update("UPDATE identity_token SET used_at = ? WHERE id = ?", now, token.id());
            if (believed.size() >= MOST_BELIEVED) {
                believed.values().removeIf(old -> !old.until().isAfter(now));
            }
            Instant until = now.plus(BELIEVED);
            believed.put(hash, new Believed(token, until.isBefore(token.expires()) ? until : token.expires()));
            if (endings.get() != before) {
                believed.remove(hash);
            }
        });
        return stored;
    }

    /** The member's tokens, oldest first, expired ones too. */
    public List<Token> of(long memberId) {
        return list("member_id = ? ORDER BY id", memberId);
    }

    /** @return false if the member has no such token */
    public boolean remove(long memberId, long tokenId) {
        boolean removed = sql.update("DELETE FROM identity_token WHERE id = ? AND member_id = ?", tokenId, memberId) > 0;
        tx.afterCommit(() -> forget(token -> token.id() == tokenId));
        return removed;
    }

    /** Removes all tokens of the member, in the present transaction. */
    public void removeAll(long memberId) {
        sql.update("DELETE FROM identity_token WHERE member_id = ?", memberId);
        tx.afterCommit(() -> forget(token -> token.memberId() == memberId));
    }

    private void forget(Predicate<Token> removed) {
        endings.incrementAndGet();
        believed.values().removeIf(known -> removed.test(known.token()));
    }

    private List<Token> list(String where, Object parameter) {
        return sql.list(Tokens::read, "SELECT id, member_id, name, created_at, expires_at, used_at FROM identity_token WHERE " + where, parameter);
    }

    private static Token read(ResultSet row) throws SQLException {
        return new Token(row.getLong(1), row.getLong(2), row.getString(3), Sql.instant(row, 4), Sql.instant(row, 5),
                Sql.optionalInstant(row, 6).orElse(null));
    }
}
