package org.tenon.records.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.tenon.records.model.FieldModel;
import org.tenon.sdk.record.Money;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordRef;

/** Values in the JSON form of their field's type (docs/rest.md). */
public final class JsonForm {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private JsonForm() {
    }

    /** @param value a Java value of the field, of fields of several values the list; not null */
    public static Object of(FieldModel field, Object value) {
        return switch (field.type()) {
            case REFERENCE -> value instanceof RecordRef ref ? Map.of("type", ref.type(), "id", RecordId.text(ref.target())) : RecordId.text((Long) value);
            case MEMBER, DEPARTMENT -> RecordId.text((Long) value);
            case DECIMAL -> ((BigDecimal) value).toPlainString();
            case MONEY -> money((Money) value);
            case TIME -> TIME.format((LocalTime) value);
            case DATE -> value.toString();
            case DATE_TIME -> ((LocalDateTime) value).toInstant(ZoneOffset.UTC).toString();
            default -> value;
        };
    }

    /** The Java value behind a stored JSON form, the way back of {@link #of}, also of a form the field had before it changed its kind. @throws RuntimeException for what this class never wrote */
    public static Object read(FieldModel field, Object json) {
        return switch (field.type()) {
            case NUMBER -> ((Number) json).longValue();
            case DECIMAL -> new BigDecimal(json.toString());
            case MONEY -> {
                Map<?, ?> money = (Map<?, ?>) json;
                yield new Money(new BigDecimal((String) money.get("amount")), (String) money.get("currency"));
            }
            case DATE -> LocalDate.parse((String) json);
            case TIME -> LocalTime.parse((String) json);
            case DATE_TIME -> LocalDateTime.ofInstant(Instant.parse((String) json), ZoneOffset.UTC);
            case REFERENCE, MEMBER, DEPARTMENT -> json instanceof Map<?, ?> ref
                    ? new RecordRef((String) ref.get("type"), RecordId.of((String) ref.get("id")).value()) : (Object) RecordId.of((String) json).value();
            case MULTI_CHOICE -> json instanceof List<?> ? json : List.of(json);
            default -> json;
        };
    }

    private static Map<String, Object> money(Money money) {
        return Map.of("amount", money.amount().toPlainString(), "currency", money.currency());
    }
}
