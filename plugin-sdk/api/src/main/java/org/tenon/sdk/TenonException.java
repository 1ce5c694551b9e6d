package org.tenon.sdk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A refusal that the caller can understand; anything else that is thrown is a defect. The edge turns it into problem JSON. */
public final class TenonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final transient List<FieldError> errors;
    private final transient Map<String, Object> details;

    public TenonException(Kind kind, String message) {
        this(kind, message, List.of(), Map.of(), null);
    }

    /**
     * @param errors  the refused fields, may be empty
     * @param details further members of the problem document, JSON-ready; may be empty
     * @param cause   what led here, for the log only
     */
    public TenonException(Kind kind, String message, List<FieldError> errors, Map<String, Object> details, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.errors = List.copyOf(errors);
        this.details = Map.copyOf(details);
    }

    public static TenonException notFound(String message) {
        return new TenonException(Kind.NOT_FOUND, message);
    }

    public static TenonException conflict(String message) {
        return new TenonException(Kind.CONFLICT, message);
    }

    public static TenonException forbidden(String message) {
        return new TenonException(Kind.FORBIDDEN, message);
    }

    public static TenonException unreadable(String message) {
        return new TenonException(Kind.UNREADABLE, message);
    }

    public static TenonException invalid(List<FieldError> errors) {
        String first = errors.isEmpty() ? "invalid" : errors.get(0).field() + ": " + errors.get(0).message();
        return new TenonException(Kind.INVALID, first, errors, Map.of(), null);
    }

    public static TenonException invalid(String field, String code, String message) {
        return invalid(List.of(new FieldError(field, code, message)));
    }

    public Kind kind() {
        return kind;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public Map<String, Object> details() {
        return details;
    }
}
