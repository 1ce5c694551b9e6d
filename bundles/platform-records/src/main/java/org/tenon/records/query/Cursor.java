package org.tenon.records.query;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.RecordId;

/**
 * A place between two records of an ordered list.
 *
 * @param sort    the order it belongs to, as in a query
 * @param back    true to go to what lies before it
 * @param key     the value of the record at the place, null in the segment of empty ones
 * @param id      that record's id
 */
record Cursor(String sort, boolean back, @Nullable Object key, long id) {

    private static final String VERSION = "1";

    /** Opaque to clients; only letters, digits, {@code -} and {@code _}. */
    String text(String type) {
        String keyText = key == null ? "" : key.toString();
        String raw = String.join("\n", VERSION, type, sort, back ? "b" : "f", key == null ? "1" : "0", RecordId.text(id), keyText);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(raw.getBytes(StandardCharsets.UTF_8));
    }

    /** The order a cursor carries. @throws TenonException INVALID for what is no cursor of this type */
    static String sort(String text, String type) {
        return parts(text, type)[2];
    }

    /** @throws TenonException INVALID for what is no cursor of this type and order */
    static Cursor read(String text, String type, Order order) {
        String[] parts = parts(text, type);
        if (!parts[2].equals(order.text())) {
            throw refused("it belongs to a list sorted by " + parts[2]);
        }
        try {
            Object key = parts[4].equals("1") ? null : key(order, parts[6]);
            if (key == null && !order.nullable()) {
                throw refused("it is damaged");
            }
            return new Cursor(parts[2], parts[3].equals("b"), key, RecordId.of(parts[5]).value());
        } catch (DateTimeException | NumberFormatException e) {
            throw refused("it is damaged");
        } catch (TenonException e) {
            throw refused("it is damaged");
        }
    }

    private static String[] parts(String text, String type) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\n", 7);
            if (parts.length == 7 && parts[0].equals(VERSION) && parts[1].equals(type)) {
                return parts;
            }
        } catch (IllegalArgumentException e) {
            throw refused("it is damaged");
        }
        throw refused("it belongs to another list");
    }

    private static Object key(Order order, String text) {
        return switch (order.type()) {
            case NUMBER, REFERENCE, MEMBER, DEPARTMENT -> Long.valueOf(text);
            case DECIMAL, MONEY -> new BigDecimal(text);
            case DATE -> LocalDate.parse(text);
            case TIME -> LocalTime.parse(text);
            case DATE_TIME -> LocalDateTime.parse(text);
            default -> text;
        };
    }

    private static TenonException refused(String reason) {
        return TenonException.invalid("cursor", "cursor", "the cursor cannot be used: " + reason);
    }
}
