package org.tenon.identity.password;

import java.time.Clock;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.identity.sql.Sql;
import org.tenon.persistence.Db;
import org.tenon.persistence.PersistenceUnit;
import org.tenon.sdk.tx.Tx;

/** The members' passwords. Each method joins the present transaction or makes one. Safe for all threads. */
@Component(service = Credentials.class)
public final class Credentials {

    private final Sql sql;
    private final Tx tx;
    private final PasswordHash hashing;
    private final Clock clock;

    private record Stored(String hash, boolean mustChange) {
    }

    @Activate
    public Credentials(@Reference Db db, @Reference Tx tx, @Reference(target = "(tenon.area=identity)") PersistenceUnit unit) {
        this(db, tx, new PasswordHash(PasswordHash.ROUNDS), Clock.systemUTC());
    }

    /** For tests. */
    public Credentials(Db db, Tx tx, PasswordHash hashing, Clock clock) {
        this.sql = new Sql(db);
        this.tx = tx;
        this.hashing = hashing;
        this.clock = clock;
    }

    /**
     * Whether this is the member's password. Takes as long whatever the answer. A hash of an older kind is renewed.
     *
     * @param memberId 0 for nobody: never right
     */
    public boolean matches(long memberId, String password) {
        Optional<Stored> stored = stored(memberId);
        if (stored.isEmpty()) {
            hashing.pretend(password);
            return false;
        }
        boolean right = hashing.matches(password, stored.get().hash());
        if (right && hashing.outdated(stored.get().hash())) {
            sql.update("UPDATE identity_credential SET hash = ? WHERE member_id = ? AND hash = ?",
                    hashing.of(password), memberId, stored.get().hash());
        }
        return right;
    }

    public boolean mustChange(long memberId) {
        return stored(memberId).map(Stored::mustChange).orElse(false);
    }

    /** @param mustChange at the next log-in */
    public void set(long memberId, String password, boolean mustChange) {
        setHash(memberId, hash(password), mustChange);
    }

    /** The hash to keep; takes some tenths of a second of work. */
    public String hash(String password) {
        return hashing.of(password);
    }

    /** As {@link #set}, with a hash made before. */
    public void setHash(long memberId, String hash, boolean mustChange) {
        tx.run(() -> {
            sql.update("DELETE FROM identity_credential WHERE member_id = ?", memberId);
            sql.update("INSERT INTO identity_credential (member_id, hash, changed_at, must_change) VALUES (?, ?, ?, ?)",
                    memberId, hash, clock.instant(), mustChange);
        });
    }

    private Optional<Stored> stored(long memberId) {
        return sql.first(row -> new Stored(row.getString(1), row.getBoolean(2)),
                "SELECT hash, must_change FROM identity_credential WHERE member_id = ?", memberId);
    }
}
