package org.tenon.web.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of its sender.
 *
 * @param method   the HTTP method
 * @param path     the whole path
 * @param session  the session cookie's value, null without
 * @param token    the API token, null without; counts before the cookie
 * @param csrf     the header that cookie sessions repeat, null without
 * @param language {@code Accept-Language}, null without
 */
record Call(String method, String path, @Nullable String session, @Nullable String token, @Nullable String csrf,
            @Nullable String language) {

    static final String COOKIE = "TENON_SESSION";
    static final String CSRF = "X-Tenon-Csrf";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final String OWN_SESSION = "/api/identity/session";

    /** True where nothing is changed. */
    boolean safe() {
        return SAFE.contains(method);
    }

    /** True for what a member may do before the password is changed. */
    boolean ownSession() {
        return path.equals(OWN_SESSION) || path.startsWith(OWN_SESSION + "/");
    }
}
