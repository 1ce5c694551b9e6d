package org.tenon.identity.session;

import org.jspecify.annotations.Nullable;

/** The cookie a browser keeps while it is signed in. It ends with the browser; no script sees it; other sites' forms do not send it. */
final class SessionCookie {

    static final String NAME = "TENON_SESSION";

    private SessionCookie() {
    }

    /** A {@code Set-Cookie} value. @param token null to remove the cookie */
    static String header(@Nullable String token, boolean https) {
        return NAME + "=" + (token == null ? "" : token) + "; Path=/; HttpOnly; SameSite=Lax" + (https ? "; Secure" : "")
                + (token == null ? "; Max-Age=0" : "");
    }
}
