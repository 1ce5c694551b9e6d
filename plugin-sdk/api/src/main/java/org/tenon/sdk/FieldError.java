package org.tenon.sdk;

/**
 * One refused field.
 *
 * @param field   the field's name, such as {@code email}; empty when the whole record is meant
 * @param code    a stable word for programs, such as {@code required}
 * @param message for people, in the caller's language
 */
public record FieldError(String field, String code, String message) {
}
