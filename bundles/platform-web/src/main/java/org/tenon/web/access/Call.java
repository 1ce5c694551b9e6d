package org.tenon.web.access;

import java.util.Arrays;
import java.util.Set;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
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

    private static final String BEARER = "bearer ";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final String OWN_SESSION = "/api/identity/session";

    static Call of(HttpServletRequest request) {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        return new Call(request.getMethod(), path, session(request.getCookies()), token(request.getHeader("Authorization")),
                request.getHeader(CSRF), request.getHeader("Accept-Language"));
    }

    private static @Nullable String session(Cookie @Nullable [] cookies) {
        if (cookies == null) {
            return null;
        }
        return Arrays.stream(cookies).filter(cookie -> cookie.getName().equals(COOKIE) && !cookie.getValue().isEmpty())
                .map(Cookie::getValue).findFirst().orElse(null);
    }

    private static @Nullable String token(@Nullable String authorization) {
        boolean bearer = authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return bearer ? authorization.substring(BEARER.length()).strip() : null;
    }

    /** True where nothing is changed. */
    boolean safe() {
        return SAFE.contains(method);
    }

    /** True for what a member may do before the password is changed. */
    boolean ownSession() {
        return path.equals(OWN_SESSION) || path.startsWith(OWN_SESSION + "/");
    }
}
