package org.tenon.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.FieldError;

/**
 * A problem document (RFC 9457).
 *
 * @param status     HTTP status, 400–599
 * @param detail     for people; never a class name or stack
 * @param errors     the refused fields, may be empty
 * @param members    further members, JSON-ready
 * @param retryAfter seconds to wait before trying again, null where that is no help
 */
public record Problem(int status, String detail, List<FieldError> errors, Map<String, Object> members, @Nullable Integer retryAfter) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final ObjectMapper JSON = new ObjectMapper();

    public static Problem of(int status, String detail) {
        return new Problem(status, detail, List.of(), Map.of(), null);
    }

    /** UTF-8. */
    public byte[] json() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "about:blank");
        document.put("title", Titles.of(status));
        document.put("status", status);
        document.put("detail", detail);
        if (!errors.isEmpty()) {
            document.put("errors", errors);
        }
        members.forEach(document::putIfAbsent);
        try {
            return JSON.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            String plain = "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d}".formatted(Titles.of(status), status);
            return plain.getBytes(StandardCharsets.UTF_8);
        }
    }
}
