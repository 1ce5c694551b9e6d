package org.tenon.records.write;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenon.records.dictionary.Dictionaries;
import org.tenon.records.model.FieldModel;
import org.tenon.sdk.record.CustomField;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.Money;
import org.tenon.sdk.record.Problems;

/**
 * Turns JSON values into attributes, strictly: what has another type than the field, or is out of its bounds, is refused, never bent. Takes
 * the Java types of attributes too, for callers in Java. Safe for all threads.
 */
final class Coercion {

    /** Stands for a value that was refused. */
    static final Object REFUSED = new Object();

    private static final BigDecimal BOUND = BigDecimal.TEN.pow(15);

    private final TextForms texts;
    private final ListForms lists;
    private final ReferenceForms references;

    Coercion(Dictionaries dictionaries, References references) {
        this.texts = new TextForms(dictionaries);
        this.references = new ReferenceForms(references);
        this.lists = new ListForms(dictionaries, this.references);
    }

    /** The attribute's value, null for an empty one; {@link #REFUSED} if {@code problems} was told what is wrong. */
    @Nullable Object attribute(FieldModel field, @Nullable Object json, Problems problems) {
        if (json == null) {
            return null;
        }
        CustomField custom = field.info().custom();
        Object value = form(field, json, problems);
        return custom == null || value == REFUSED ? value : CustomForms.within(field.info(), custom, value, problems);
    }

    private @Nullable Object form(FieldModel field, Object json, Problems problems) {
        FieldInfo info = field.info();
        return switch (info.type()) {
            case TEXT, LONG_TEXT, RICH_TEXT, PHONE, EMAIL, URL, CHOICE, REGION -> texts.attribute(info, json, problems);
            case MULTI_CHOICE, REFERENCES, PHONES, EMAILS, TAGS, FILES -> lists.attribute(info, json, problems);
            case REFERENCE, MEMBER, DEPARTMENT -> references.attribute(field, json, problems);
            case NUMBER -> number(field, json, problems);
            case DECIMAL -> decimal(info, json, problems);
            case MONEY -> money(info, json, problems);
            case BOOLEAN -> json instanceof Boolean ? json : refuse(problems, info, "boolean");
            case DATE, TIME, DATE_TIME -> moment(info, json, problems);
            case LOCATION -> LocationForms.attribute(info, json, problems);
            case AUTO -> throw new IllegalStateException(info.name() + " has no type");
        };
    }

    static Object refuse(Problems problems, FieldInfo field, String code, Object... args) {
        problems.refuse(field.name(), code, args);
        return REFUSED;
    }

    private static Object number(FieldModel field, Object json, Problems problems) {
        FieldInfo info = field.info();
        BigInteger whole = json instanceof Integer || json instanceof Long ? BigInteger.valueOf(((Number) json).longValue())
                : json instanceof BigInteger big ? big : null;
        if (whole == null) {
            return refuse(problems, info, "number");
        }
        long least = field.javaType() == Integer.class ? Integer.MIN_VALUE : Long.MIN_VALUE;
        long most = field.javaType() == Integer.class ? Integer.MAX_VALUE : Long.MAX_VALUE;
        least = Math.max(least, info.min());
        most = info.max() == 0 ? most : Math.min(most, info.max());
        if (whole.compareTo(BigInteger.valueOf(least)) < 0) {
            return refuse(problems, info, "tooSmall", least);
        }
        if (whole.compareTo(BigInteger.valueOf(most)) > 0) {
            return refuse(problems, info, "tooLarge", most);
        }
        return field.javaType() == Integer.class ? (Object) whole.intValueExact() : whole.longValueExact();
    }

    private static Object decimal(FieldInfo field, Object json, Problems problems) {
        BigDecimal number = parse(json);
        if (number == null) {
            return refuse(problems, field, "decimal");
        }
        if (number.stripTrailingZeros().scale() > 4) {
            return refuse(problems, field, "scale");
        }
        if (field.min() != Long.MIN_VALUE && number.compareTo(BigDecimal.valueOf(field.min())) < 0) {
            return refuse(problems, field, "tooSmall", field.min());
        }
        if (field.max() != 0 && number.compareTo(BigDecimal.valueOf(field.max())) > 0) {
            return refuse(problems, field, "tooLarge", field.max());
        }
        return number.abs().compareTo(BOUND) < 0 ? number.setScale(4) : refuse(problems, field, "tooManyDigits");
    }

    private static Object money(FieldInfo field, Object json, Problems problems) {
        if (json instanceof Money money) {
            return money(field, money.amount(), money.currency(), problems);
        }
        if (json instanceof Map<?, ?> map && map.size() == 2 && map.containsKey("amount") && map.get("currency") instanceof String currency) {
            return money(field, map.get("amount"), currency, problems);
        }
        return refuse(problems, field, "money");
    }

    private static Object money(FieldInfo field, @Nullable Object json, String currency, Problems problems) {
        Object amount = json == null ? refuse(problems, field, "money") : decimal(field, json, problems);
        if (amount == REFUSED) {
            return REFUSED;
        }
        return Currencies.known(currency) ? new Money((BigDecimal) amount, currency) : refuse(problems, field, "currency", currency);
    }

    /** A decimal from text or an exact number; null for anything else, numbers of floating point too: they lost digits before they came. */
    private static @Nullable BigDecimal parse(Object json) {
        if (json instanceof BigDecimal number) {
            return number;
        }
        if (json instanceof Long || json instanceof Integer) {
            return BigDecimal.valueOf(((Number) json).longValue());
        }
        return json instanceof String text && text.length() <= 40 && text.matches("-?[0-9]+(\\.[0-9]+)?") ? new BigDecimal(text) : null;
    }

    private static Object moment(FieldInfo field, Object json, Problems problems) {
        try {
            return switch (field.type()) {
                case DATE -> inRange(field, json instanceof LocalDate day ? day : LocalDate.parse((String) json), problems);
                case TIME -> (json instanceof LocalTime time ? time : LocalTime.parse((String) json)).truncatedTo(ChronoUnit.SECONDS);
                default -> {
                    LocalDateTime at = instant(json).truncatedTo(ChronoUnit.MICROS);
                    yield inRange(field, at.toLocalDate(), problems) == REFUSED ? REFUSED : at;
                }
            };
        } catch (DateTimeParseException | ClassCastException e) {
            return refuse(problems, field, field.type().key());
        }
    }

    private static LocalDateTime instant(Object json) {
        if (json instanceof LocalDateTime at) {
            return at;
        }
        return json instanceof Instant instant ? LocalDateTime.ofInstant(instant, ZoneOffset.UTC)
                : OffsetDateTime.parse((String) json).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
    }

    /** Both databases know the years 1 to 9999. */
    private static Object inRange(FieldInfo field, LocalDate day, Problems problems) {
        return day.getYear() >= 1 && day.getYear() <= 9999 ? day : refuse(problems, field, field.type() == FieldType.DATE ? "date" : "dateTime");
    }
}
