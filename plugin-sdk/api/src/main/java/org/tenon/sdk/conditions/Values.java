package org.tenon.sdk.conditions;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.Money;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordRef;
import org.tenon.sdk.text.Fold;

/**
 * Values as conditions compare them, by type of field: String for texts, choices and regions; Long for numbers, references, members and
 * departments; BigDecimal; {@link Money}, or BigDecimal for an amount of any currency; Boolean; LocalDate; LocalTime; LocalDateTime in UTC;
 * {@link RecordRef} for references of any type.
 */
public final class Values {

    private static final int MAX_TEXT = 1_000;
    private static final int MAX_PART = 200;

    private Values() {
    }

    /**
     * Reads a value of a field of one value from its JSON form.
     *
     * @throws TenonException INVALID, naming the field, if it is of another type or null
     */
    public static Object literal(FieldInfo field, @Nullable Object json) {
        if (json instanceof Long && field.type() != FieldType.NUMBER && field.type() != FieldType.DECIMAL && field.type() != FieldType.MONEY) {
            throw wrong(field, json, null);
        }
        return actual(field, json);
    }

    /** As {@link #literal}; takes the attribute's Java form too. */
    static Object actual(FieldInfo field, @Nullable Object json) {
        try {
            Object value = read(field, json);
            if (value != null) {
                return value;
            }
        } catch (DateTimeException | ArithmeticException | NumberFormatException | TenonException e) {
            throw wrong(field, json, e);
        }
        throw wrong(field, json, null);
    }

    /** The value of a member of a field of several values: a String, or a Long for references. */
    static Object member(FieldInfo field, @Nullable Object json) {
        if (field.type() == FieldType.REFERENCES) {
            try {
                return id(json);
            } catch (TenonException e) {
                throw wrong(field, json, e);
            }
        }
        return prefix(field, json).strip();
    }

    /** A part of a text: something that is left when it is folded. */
    static String part(FieldInfo field, @Nullable Object json) {
        String text = prefix(field, json);
        if (Fold.of(text).isEmpty() || text.length() > MAX_PART) {
            throw wrong(field, json, null);
        }
        return text;
    }

    /** A text as it stands. */
    static String prefix(FieldInfo field, @Nullable Object json) {
        if (json instanceof String text && !text.isBlank() && text.length() <= MAX_TEXT && text.indexOf('\0') < 0) {
            return text;
        }
        throw wrong(field, json, null);
    }

    private static @Nullable Object read(FieldInfo field, @Nullable Object json) {
        return switch (field.type()) {
            case NUMBER -> json instanceof Long || json instanceof Integer ? (Object) ((Number) json).longValue()
                    : json instanceof BigDecimal number ? (Object) number.longValueExact() : null;
            case DECIMAL -> decimal(json);
            case MONEY -> money(json);
            case BOOLEAN -> json instanceof Boolean ? json : null;
            case DATE -> json instanceof String text ? LocalDate.parse(text) : json instanceof LocalDate ? json : null;
            case TIME -> json instanceof String text ? LocalTime.parse(text) : json instanceof LocalTime ? json : null;
            case DATE_TIME -> json instanceof String text ? instant(text) : json instanceof LocalDateTime ? json : null;
            case REFERENCE -> "*".equals(field.reference()) ? ref(json) : (Object) id(json);
            case MEMBER, DEPARTMENT -> id(json);
            default -> prefix(field, json).strip();
        };
    }

    private static LocalDateTime instant(String text) {
        return LocalDateTime.ofInstant(Instant.parse(text), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }

    private static @Nullable BigDecimal decimal(@Nullable Object json) {
        BigDecimal value = json instanceof String text ? new BigDecimal(text) : json instanceof BigDecimal number ? number
                : json instanceof Long || json instanceof Integer ? BigDecimal.valueOf(((Number) json).longValue()) : null;
        if (value != null && (value.precision() - value.scale() > 15 || value.stripTrailingZeros().scale() > 4)) {
            throw new ArithmeticException("more than 15 digits before or 4 after the point");
        }
        return value;
    }

    private static @Nullable Object money(@Nullable Object json) {
        if (json instanceof Map<?, ?> map) {
            BigDecimal amount = decimal(map.get("amount"));
            return amount != null && map.get("currency") instanceof String currency && currency.matches("[A-Z]{3}") ? new Money(amount, currency) : null;
        }
        return json instanceof Money ? json : decimal(json);
    }

    private static @Nullable Object ref(@Nullable Object json) {
        if (json instanceof Map<?, ?> map) {
            return map.get("type") instanceof String type && !type.isBlank() ? new RecordRef(type, id(map.get("id"))) : null;
        }
        return json instanceof RecordRef ? json : null;
    }

    private static Long id(@Nullable Object json) {
        if (json instanceof Long value) {
            return value;
        }
        if (json instanceof String text) {
            return RecordId.of(text).value();
        }
        throw TenonException.notFound("an id is a string of 13 characters");
    }

    private static TenonException wrong(FieldInfo field, @Nullable Object json, @Nullable Exception cause) {
        String shown = String.valueOf(json);
        String brief = shown.length() > 60 ? shown.substring(0, 60) + "…" : shown;
        String message = "a field of type " + field.type().key() + " cannot be compared with " + brief;
        return new TenonException(org.tenon.sdk.Kind.INVALID, field.name() + ": " + message,
                java.util.List.of(new org.tenon.sdk.FieldError(field.name(), "type", message)), Map.of(), cause);
    }
}
