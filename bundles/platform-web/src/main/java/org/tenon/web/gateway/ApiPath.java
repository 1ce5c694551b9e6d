package org.tenon.web.gateway;

import javax.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.TenonException;

/**
 * Where a request goes.
 *
 * @param base the area's address, such as {@code /api/customers}
 * @param rest what follows, decoded, beginning with a slash; null for nothing
 * @param uri  the whole path, as sent
 */
record ApiPath(String base, @Nullable String rest, String uri) {

    private static final String ALIAS = "/api/openapi.json";
    private static final String DOCUMENT = "/api/web/openapi.json";

    /** @throws TenonException NOT_FOUND if the path names no area, UNREADABLE if it or the query holds a NUL */
    static ApiPath of(HttpServletRequest request) {
        String query = request.getQueryString();
        String info = request.getPathInfo() == null ? "" : request.getPathInfo();
        if (info.indexOf('\0') >= 0 || (query != null && query.contains("%00"))) {
            throw TenonException.unreadable("an address cannot hold NUL characters");
        }
        String path = request.getServletPath() + info;
        return ALIAS.equals(path) ? of(DOCUMENT, DOCUMENT) : of(path, request.getRequestURI());
    }

    private static ApiPath of(String path, String uri) {
        int area = path.indexOf('/', 1) + 1;
        if (area == 0 || area == path.length()) {
            throw TenonException.notFound("nothing answers at " + path);
        }
        int end = path.indexOf('/', area);
        return end < 0 ? new ApiPath(path, null, uri) : new ApiPath(path.substring(0, end), path.substring(end), uri);
    }
}
