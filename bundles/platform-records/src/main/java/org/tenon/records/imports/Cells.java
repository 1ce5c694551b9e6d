package org.tenon.records.imports;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tenon.records.imports.ImportOptions.Column;
import org.tenon.records.model.FieldModel;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.Problems;

/**
 * Turns what people write into cells into JSON values. What it does not understand stays text, so that the field's own check refuses it with
 * a reason. Times without a zone are the importing member's.
 */
final class Cells {

    private static final Pattern DAY = Pattern.compile("(\\d{4})(?:[-/.]|年)(\\d{1,2})(?:[-/.]|月)(\\d{1,2})日?");
    private static final Pattern WESTERN_DAY = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:：](\\d{2})(?:[:：](\\d{2}))?");
    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}([,，]\\d{3})+(\\.\\d+)?|-?\\d+(\\.\\d+)?");
    private static final Pattern POINTED = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern MONEY = Pattern.compile("(?:([A-Za-z]{3})|[¥￥])?\\s*([-\\d,，.'\\s]*\\d)\\s*(?:([A-Za-z]{3})|元)?");
    private static final Pattern PLACE = Pattern.compile("(?s)(-?\\d{1,3}(?:\\.\\d{1,15})?)\\s*[,，]\\s*(-?\\d{1,3}(?:\\.\\d{1,15})?)(?:\\s+(.+))?");
    private static final Pattern MOBILE = Pattern.compile("(?:\\+?86)?1[3-9]\\d{9}");
    private static final Set<String> YES = Set.of("是", "yes", "y", "true", "1", "有", "真", "√");
    private static final Set<String> NO = Set.of("否", "no", "n", "false", "0", "无", "無", "假", "×");

    private final ChoiceWords choices;
    private final Lookups lookups;
    private final ZoneId zone;

    /** @param zone of times that name none */
    Cells(ChoiceWords choices, Lookups lookups, ZoneId zone) {
        this.choices = choices;
        this.lookups = lookups;
        this.zone = zone;
    }

    /**
     * @param cell  not blank
     * @param typed whether it was a number or a date, not text
     */
    Object json(FieldModel field, Column how, String cell, boolean typed, Problems problems) {
        String text = cell.strip();
        boolean comma = "comma".equals(how.format()) && !typed;
        return switch (field.type()) {
            case NUMBER -> number(bare(text, typed), comma);
            case DECIMAL -> decimal(bare(text, typed), comma);
            case MONEY -> money(text, comma);
            case BOOLEAN -> YES.contains(Words.fold(text)) ? Boolean.TRUE : NO.contains(Words.fold(text)) ? (Object) Boolean.FALSE : text;
            case DATE -> day(text.replaceFirst("[ T]00:00(:00)?$", ""), how.format(), typed);
            case TIME -> time(text);
            case DATE_TIME -> moment(text, how.format(), typed);
            case CHOICE, REGION -> choices.value(field, text);
            case MULTI_CHOICE -> split(text, how, "[;；、,，\\n]").stream().map(word -> choices.value(field, word)).toList();
            case TAGS -> split(text, how, "[;；、,，\\n]");
            case PHONES -> split(text, how, "[;；、/\\n]").stream().map(value -> contact(field.type(), value)).toList();
            case EMAILS -> split(text, how, "[;；、/,，\\s]").stream().map(value -> contact(field.type(), value)).toList();
            case LOCATION -> location(text);
            case REFERENCE, MEMBER, DEPARTMENT -> lookups.id(field, how.by(), text, problems);
            case REFERENCES -> names(field, how, cell).stream().map(name -> lookups.id(field, how.by(), name, problems)).toList();
            default -> cell;
        };
    }

    /** The texts of a cell that name records. */
    static List<String> names(FieldModel field, Column how, String cell) {
        return field.type() == FieldType.REFERENCES ? split(cell, how, "[;；、\\n]") : List.of(cell.strip());
    }

    /** A spreadsheet's number without the currency of its format. */
    private static String bare(String text, boolean typed) {
        return typed ? text.replaceFirst(" [A-Z]{3}$", "") : text;
    }

    /** Latitude and longitude, then the place's name; either may be missing. */
    private static Object location(String text) {
        Matcher parts = PLACE.matcher(text);
        if (!parts.matches()) {
            return Map.of("text", text);
        }
        Map<String, Object> location = new LinkedHashMap<>(Map.of("latitude", parts.group(1), "longitude", parts.group(2)));
        if (parts.group(3) != null) {
            location.put("text", parts.group(3));
        }
        return location;
    }

    private static Object number(String text, boolean comma) {
        Object decimal = decimal(text, comma);
        try {
            return new BigDecimal((String) decimal).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            return text;
        }
    }

    private static Object decimal(String text, boolean comma) {
        String plain = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC);
        String pointed = comma ? plain.replaceAll("[.\\s']", "").replace(',', '.') : plain;
        return (comma ? POINTED : GROUPED).matcher(pointed).matches() ? pointed.replace(",", "") : text;
    }

    private static Object money(String text, boolean comma) {
        Matcher parts = MONEY.matcher(text);
        if (!parts.matches() || parts.group(1) != null && parts.group(3) != null) {
            return text;
        }
        String currency = parts.group(1) != null ? parts.group(1) : parts.group(3) != null ? parts.group(3) : "CNY";
        Map<String, Object> money = new LinkedHashMap<>();
        money.put("amount", decimal(parts.group(2), comma));
        money.put("currency", currency.toUpperCase(Locale.ROOT));
        return money;
    }

    private static Object day(String text, @Nullable String format, boolean typed) {
        Matcher parts = DAY.matcher(text);
        if (parts.matches()) {
            return "%s-%s-%s".formatted(parts.group(1), two(parts.group(2)), two(parts.group(3)));
        }
        Matcher western = typed || format == null || format.equals("ymd") ? null : WESTERN_DAY.matcher(text);
        if (western == null || !western.matches()) {
            return text;
        }
        boolean dayFirst = format.equals("dmy");
        return "%s-%s-%s".formatted(western.group(3), two(western.group(dayFirst ? 2 : 1)), two(western.group(dayFirst ? 1 : 2)));
    }

    private static Object time(String text) {
        Matcher parts = TIME.matcher(text);
        return parts.matches() ? "%s:%s:%s".formatted(two(parts.group(1)), parts.group(2), parts.group(3) == null ? "00" : parts.group(3)) : text;
    }

    private Object moment(String text, @Nullable String format, boolean typed) {
        String[] parts = text.split("[\\sT]+", 2);
        Object day = day(parts[0], format, typed);
        Object time = parts.length == 1 ? "00:00:00" : time(parts[1]);
        try {
            LocalDateTime at = LocalDateTime.of(java.time.LocalDate.parse((String) day), LocalTime.parse((String) time));
            return DateTimeFormatter.ISO_INSTANT.format(at.atZone(zone));
        } catch (DateTimeException e) {
            return text;
        }
    }

    private static Map<String, Object> contact(FieldType type, String value) {
        Map<String, Object> contact = new LinkedHashMap<>();
        boolean mobile = MOBILE.matcher(value.replaceAll("[\\s\\-]", "")).matches();
        contact.put("kind", type == FieldType.EMAILS ? "work" : mobile ? "mobile" : "office");
        contact.put("value", value);
        return contact;
    }

    private static List<String> split(String text, Column how, String usual) {
        List<String> parts = new ArrayList<>();
        String separators = how.separator() == null || how.separator().isEmpty() ? usual : Pattern.quote(how.separator());
        for (String part : text.split(separators)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }

    private static String two(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }
}
