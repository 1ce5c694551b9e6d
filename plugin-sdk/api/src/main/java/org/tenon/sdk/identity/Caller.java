package org.tenon.sdk.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf the present thread works. The gateway sets it for each request; background work sets it with {@link #run}.
 *
 * @param memberId the member's id, 0 for the system itself
 * @param name     the name to show in histories
 * @param locale   zh-CN, zh-TW or en
 * @param system   true for the platform's own work, which no record policy limits
 * @param session  the id of the browser session or API token the call came with, null for neither
 * @param via      the way it came, null for the platform's own work
 */
public record Caller(long memberId, String name, Locale locale, boolean system, @Nullable String session, @Nullable Via via) {

    private static final ThreadLocal<Caller> CURRENT = new ThreadLocal<>();

    /** A caller of whom it is not known which way they came. */
    public Caller(long memberId, String name, Locale locale, boolean system, @Nullable String session) {
        this(memberId, name, locale, system, session, null);
    }

    /** The platform itself; whatever it does is written down under this name. */
    public static Caller system(String name) {
        return new Caller(0, name, Locale.ENGLISH, true, null);
    }

    /** The present caller; empty where nobody is signed in. */
    public static Optional<Caller> present() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** The present caller. @throws org.tenon.sdk.TenonException UNAUTHENTICATED where nobody is signed in */
    public static Caller current() {
        Caller caller = CURRENT.get();
        if (caller == null) {
            throw new org.tenon.sdk.TenonException(org.tenon.sdk.Kind.UNAUTHENTICATED, "not signed in");
        }
        return caller;
    }

    /**
     * The same person without the limits of record policy: for what an area's rules write beside the caller's own record, such as a date on
     * the customer it belongs to. Histories show the person.
     */
    public Caller unlimited() {
        return new Caller(memberId, name, locale, true, session, Via.RULE);
    }

    /** The same person on another way: an import, a job. */
    public Caller by(Via way) {
        return new Caller(memberId, name, locale, system, session, way);
    }

    /** Does the work on behalf of this caller, then on behalf of the one before again. */
    public <T> T run(Supplier<T> work) {
        Caller before = CURRENT.get();
        CURRENT.set(this);
        try {
            return work.get();
        } finally {
            restore(before);
        }
    }

    /** For the gateway: binds {@code caller} (null for nobody) to the thread and answers the one before. */
    public static @Nullable Caller bind(@Nullable Caller caller) {
        Caller before = CURRENT.get();
        restore(caller);
        return before;
    }

    private static void restore(@Nullable Caller caller) {
        if (caller == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(caller);
        }
    }
}
