package org.tenon.web.gateway;

import java.util.Locale;
import javax.servlet.http.HttpServletRequest;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;

/**
 * How many bytes a body may have.
 *
 * @param text what is read as a whole: JSON, plain text, form fields
 * @param file everything else
 */
record BodyLimits(long text, long file) {

    /** The limit for the body's media type. */
    long of(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null) {
            return text;
        }
        String bare = type.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        boolean whole = bare.endsWith("/json") || bare.endsWith("+json") || bare.equals("text/plain") || bare.isEmpty()
                || bare.equals("application/x-www-form-urlencoded");
        return whole ? text : file;
    }

    /** Refuses at once what says itself that it is too large. @throws TenonException TOO_LARGE */
    void admit(HttpServletRequest request) {
        long limit = of(request);
        if (request.getContentLengthLong() > limit) {
            throw tooLarge(limit);
        }
    }

    static TenonException tooLarge(long limit) {
        String size = limit < 1024 * 1024 ? limit / 1024 + " kB" : limit / (1024 * 1024) + " MB";
        return new TenonException(Kind.TOO_LARGE, "the body is larger than " + size);
    }
}
