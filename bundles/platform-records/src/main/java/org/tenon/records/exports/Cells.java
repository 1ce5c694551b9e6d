package org.tenon.records.exports;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tenon.records.model.FieldModel;
import org.tenon.records.query.RecordTitles;
import org.tenon.sdk.record.Money;
import org.tenon.sdk.record.RecordView;

/** What stands in the cells of a record's row: readable labels and times where the server is, or codes and UTC. */
final class Cells {

    private static final String BETWEEN = "; ";

    private final List<Column> columns;
    private final boolean codes;
    private final ZoneId zone;
    private final String yes;
    private final String no;

    /** @param codes values as REST has them instead of what people read */
    Cells(List<Column> columns, boolean codes, ZoneId zone, String yes, String no) {
        this.columns = columns;
        this.codes = codes;
        this.zone = zone;
        this.yes = yes;
        this.no = no;
    }

    List<@Nullable Object> of(RecordView record) {
        Map<?, ?> labels = record.json().get("_labels") instanceof Map<?, ?> map ? map : Map.of();
        List<?> masked = record.json().get("_masked") instanceof List<?> list ? list : List.of();
        return columns.stream().<@Nullable Object>map(column -> {
            String name = column.field().name();
            Object value = record.json().get(name);
            return value == null ? null : masked.contains(name) ? RecordTitles.UNREADABLE : cell(column.field(), value, codes ? null : labels.get(name));
        }).collect(Collectors.toCollection(java.util.ArrayList::new));
    }

    private @Nullable Object cell(FieldModel field, Object value, @Nullable Object label) {
        if (label != null) {
            return label instanceof List<?> list ? joined(list) : label.toString();
        }
        return switch (field.type()) {
            case NUMBER -> ((Number) value).longValue();
            case DECIMAL -> new BigDecimal((String) value);
            case MONEY -> money((Map<?, ?>) value);
            case BOOLEAN -> codes ? value : (Boolean) value ? yes : no;
            case DATE -> LocalDate.parse((String) value);
            case TIME -> LocalTime.parse((String) value);
            case DATE_TIME -> codes ? value : LocalDateTime.ofInstant(Instant.parse((String) value), zone);
            case RICH_TEXT -> codes ? value : PlainText.of((String) value);
            case LOCATION -> location((Map<?, ?>) value);
            default -> value instanceof List<?> list ? joined(list) : value instanceof Map<?, ?> ref ? ref.get("type") + ":" + ref.get("id") : value.toString();
        };
    }

    /** As imports read it back: latitude, longitude, then the place's name. */
    private static String location(Map<?, ?> value) {
        String text = value.get("text") == null ? "" : (String) value.get("text");
        return value.get("latitude") == null ? text : (degrees(value.get("latitude")) + ", " + degrees(value.get("longitude")) + " " + text).strip();
    }

    private static String degrees(@Nullable Object number) {
        return new BigDecimal(String.valueOf(number)).toPlainString();
    }

    private static Money money(Map<?, ?> value) {
        return new Money(new BigDecimal((String) Objects.requireNonNull(value.get("amount"))), (String) Objects.requireNonNull(value.get("currency")));
    }

    private static String joined(List<?> members) {
        return members.stream().map(member -> String.valueOf(member instanceof Map<?, ?> kinded ? kinded.get("value") : member)).collect(Collectors.joining(BETWEEN));
    }
}
