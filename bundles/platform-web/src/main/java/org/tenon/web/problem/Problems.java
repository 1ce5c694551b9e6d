package org.tenon.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.ws.rs.WebApplicationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.sdk.FieldError;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.web.exchange.ConnectionLost;

/** Turns whatever was thrown into a problem document; what is nobody's refusal is a defect and logged once, with the request's number. */
public final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final int RETRY_SECONDS = 2;
    private static final int DEPTH = 8;

    private Problems() {
    }

    /** @param request the request's number, which a defect's document quotes */
    public static Problem of(Throwable thrown, String request) {
        TenonException refusal = find(thrown, TenonException.class);
        if (refusal != null) {
            return refused(refusal);
        }
        if (clientGone(thrown)) {
            LOG.debug("request {}: the client went away", request, thrown);
            return Problem.of(Kind.UNREADABLE.status(), "the connection broke");
        }
        JsonProcessingException json = find(thrown, JsonProcessingException.class);
        if (json != null) {
            return unreadable(json);
        }
        if (find(thrown, CharacterCodingException.class) != null) {
            return Problem.of(Kind.UNREADABLE.status(), "the body is not UTF-8");
        }
        WebApplicationException web = find(thrown, WebApplicationException.class);
        if (web != null && web.getResponse().getStatus() < 500) {
            return refused(web);
        }
        return defect(thrown, request);
    }

    /** True if the client went away in the middle, which is nobody's defect. */
    public static boolean clientGone(Throwable thrown) {
        return find(thrown, ConnectionLost.class) != null;
    }

    private static Problem refused(TenonException refusal) {
        Object wait = refusal.details().get("retryAfter");
        boolean again = refusal.kind() == Kind.UNAVAILABLE || refusal.kind() == Kind.THROTTLED;
        Integer seconds = wait instanceof Number number ? Integer.valueOf(number.intValue()) : again ? RETRY_SECONDS : null;
        String detail = refusal.getMessage() == null ? "" : refusal.getMessage();
        return new Problem(refusal.kind().status(), detail, refusal.errors(), refusal.details(), seconds);
    }

    private static Problem refused(WebApplicationException web) {
        int status = web.getResponse().getStatus();
        return switch (status) {
            case 404 -> web.getCause() instanceof IllegalArgumentException
                    ? Problem.of(Kind.UNREADABLE.status(), "a parameter of the call cannot be read")
                    : Problem.of(status, "nothing answers at this address");
            case 405 -> Problem.of(status, "the address does not know this method");
            case 406 -> Problem.of(status, "there is no answer in the media types asked for");
            case 415 -> Problem.of(status, "the body's media type is not understood here");
            default -> Problem.of(status, "the call was refused");
        };
    }

    private static Problem unreadable(JsonProcessingException json) {
        String said = plain(json);
        if (json instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            String field = mapping.getPath().stream()
                    .map(step -> step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName())
                    .collect(Collectors.joining("."));
            return new Problem(Kind.UNREADABLE.status(), field + ": " + said, List.of(new FieldError(field, "unreadable", said)),
                    Map.of(), null);
        }
        String place = json.getLocation() == null ? "" : " (line " + json.getLocation().getLineNr() + ", column "
                + json.getLocation().getColumnNr() + ")";
        return Problem.of(Kind.UNREADABLE.status(), said + place);
    }

    /** The parser's own message names classes where types do not fit; then this says it more plainly. */
    private static String plain(JsonProcessingException json) {
        if (json instanceof JsonMappingException) {
            return JsonRefusal.of(json);
        }
        return "the body is not valid JSON";
    }

    private static Problem defect(Throwable thrown, String request) {
        LOG.error("request {} failed", request, thrown);
        return new Problem(500, "Something went wrong. Please quote the number " + request + ".", List.of(), Map.of("reference", request),
                null);
    }

    private static <T extends Throwable> @Nullable T find(Throwable thrown, Class<T> type) {
        Throwable at = thrown;
        for (int i = 0; at != null && i < DEPTH; i++, at = at.getCause()) {
            if (type.isInstance(at)) {
                return type.cast(at);
            }
        }
        return null;
    }
}
