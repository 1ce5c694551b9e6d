package org.tenon.records.query;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
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

    private static Map<String, Object> money(Money money) {
        return Map.of("amount", money.amount().toPlainString(), "currency", money.currency());
    }
}
