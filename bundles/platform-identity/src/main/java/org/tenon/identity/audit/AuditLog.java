package org.tenon.identity.audit;

import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.identity.sql.Sql;
import org.tenon.persistence.Db;
import org.tenon.persistence.PersistenceUnit;
import org.tenon.sdk.audit.Audit;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;

/** Writes down what happened about signing in and permissions, in the present transaction if there is one. Safe for all threads. */
@Component(service = {AuditLog.class, Audit.class})
public final class AuditLog implements Audit {

    private static final int LONGEST = 400;

    private final Sql sql;
    private final Clock clock;

    /** What is written down; the name in lower case, with dots, is stored. */
    public enum Event {
        SIGNED_IN, SIGN_IN_FAILED, SIGN_IN_THROTTLED, SIGNED_OUT, SIGNED_OUT_EVERYWHERE, SESSION_ENDED, PASSWORD_CHANGED, PASSWORD_CHANGE_FAILED,
        PASSWORD_RESET, TOKEN_MADE, TOKEN_REMOVED, GRANTS_CHANGED, ROLE_CHANGED;

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '.');
        }
    }

    @Activate
    public AuditLog(@Reference Db db, @Reference(target = "(tenon.area=identity)") PersistenceUnit unit) {
        this(db, Clock.systemUTC());
    }

    /** By a clock of one's own, for tests. */
    public static AuditLog by(Clock clock, Db db) {
        return new AuditLog(db, clock);
    }

    private AuditLog(Db db, Clock clock) {
        this.sql = new Sql(db);
        this.clock = clock;
    }

    /**
     * By the present caller.
     *
     * @param about  the id of the member or role it is about, 0 for none known
     * @param detail short, without personal data; cut at 400 characters
     */
    public void note(Event event, long about, String detail) {
        note(event, Caller.present().map(Caller::memberId).orElse(0L), about, "", detail);
    }

    @Override
    public void append(String kind, String detail) {
        note(kind, Caller.current().memberId(), 0, "", detail);
    }

    /** @param address where the request came from, empty if not known */
    public void note(Event event, long by, long about, String address, String detail) {
        note(event.key(), by, about, address, detail);
    }

    private void note(String kind, long by, long about, String address, String detail) {
        sql.update("INSERT INTO identity_audit (id, happened_at, event, by_member, about, address, detail) VALUES (?, ?, ?, ?, ?, ?, ?)",
                RecordId.next().value(), clock.instant(), kind, by, about, address, detail.substring(0, Math.min(detail.length(), LONGEST)));
    }
}
