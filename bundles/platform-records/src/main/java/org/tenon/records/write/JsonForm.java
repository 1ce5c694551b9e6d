package org.tenon.records.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenon.records.model.FieldModel;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.Money;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordRef;

/** Attributes in the JSON form of docs/rest.md, as REST answers and the change log have them. */
public final class JsonForm {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private JsonForm() {
    }

    /** The JSON form of an attribute's value. */
    public static @Nullable Object of(FieldModel field, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (field.type().multiple()) {
            return list((String) value);
        }
        if (value instanceof Long number) {
            return field.type() == FieldType.NUMBER ? number : RecordId.text(number);
        }
        if (value instanceof Integer number) {
            return number.longValue();
        }
        if (value instanceof BigDecimal number) {
            return decimal(number);
        }
        if (value instanceof Money money) {
            return pair("amount", decimal(money.amount()), "currency", money.currency());
        }
        if (value instanceof RecordRef ref) {
            return pair("type", ref.type(), "id", RecordId.text(ref.target()));
        }
        if (value instanceof LocalDateTime at) {
            return at.toInstant(ZoneOffset.UTC).toString();
        }
        if (value instanceof LocalTime time) {
            return TIME.format(time);
        }
        return value instanceof LocalDate date ? date.toString() : value;
    }

    /** The text a multi-valued attribute holds for these members. */
    public static String text(List<?> members) {
        try {
            return JSON.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("members that are no JSON", e);
        }
    }

    /** The members a multi-valued attribute's text holds. */
    public static List<?> list(String text) {
        try {
            return JSON.readValue(text, List.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a multi-valued attribute holds no JSON array", e);
        }
    }

    private static String decimal(BigDecimal number) {
        return number.setScale(4, RoundingMode.HALF_UP).toPlainString();
    }

    private static Map<String, Object> pair(String first, Object one, String second, Object two) {
        Map<String, Object> pair = new LinkedHashMap<>();
        pair.put(first, one);
        pair.put(second, two);
        return pair;
    }
}
