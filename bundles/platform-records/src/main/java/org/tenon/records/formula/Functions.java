package org.tenon.records.formula;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** What the operators of formulas do. All operands are of the kinds the reader demanded. */
final class Functions {

    private static final MathContext EXACT = new MathContext(34, RoundingMode.HALF_UP);
    private static final int LONGEST_TEXT = 2_000;

    /** Computations on numbers; any number of operands, from the left. */
    static final Map<String, BinaryOperator<BigDecimal>> ARITHMETIC = Map.of(
            "+", (a, b) -> a.add(b, EXACT), "-", (a, b) -> a.subtract(b, EXACT), "*", (a, b) -> a.multiply(b, EXACT), "min", BigDecimal::min, "max", BigDecimal::max);

    private Functions() {
    }

    /** Null if an operand is empty. */
    static @Nullable Object reduce(List<@Nullable Object> operands, BinaryOperator<BigDecimal> step) {
        return operands.contains(null) ? null : operands.stream().map(BigDecimal.class::cast).reduce(step).orElse(null);
    }

    static @Nullable Object divide(List<@Nullable Object> operands) {
        Object a = operands.get(0);
        Object b = operands.get(1);
        return a == null || b == null || ((BigDecimal) b).signum() == 0 ? null : ((BigDecimal) a).divide((BigDecimal) b, EXACT);
    }

    static @Nullable Object round(@Nullable Object value, @Nullable Object digits) {
        return value == null || digits == null ? null
                : ((BigDecimal) value).setScale(Math.max(0, Math.min(4, ((BigDecimal) digits).intValue())), RoundingMode.HALF_UP);
    }

    static String concat(List<@Nullable Object> operands) {
        StringBuilder text = new StringBuilder();
        for (Object operand : operands) {
            if (operand != null && text.length() < LONGEST_TEXT) {
                text.append(operand instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : operand.toString());
            }
        }
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text.toString();
    }

    static @Nullable Object days(@Nullable Object to, @Nullable Object from) {
        return to == null || from == null ? null : BigDecimal.valueOf(ChronoUnit.DAYS.between(day(from), day(to)));
    }

    static @Nullable Object addDays(@Nullable Object date, @Nullable Object days) {
        if (date == null || days == null || ((BigDecimal) days).abs().compareTo(BigDecimal.valueOf(4_000_000)) > 0) {
            return null;
        }
        long count = ((BigDecimal) days).setScale(0, RoundingMode.DOWN).longValue();
        return ((Temporal) date).plus(count, ChronoUnit.DAYS);
    }

    private static LocalDate day(Object date) {
        return date instanceof LocalDateTime at ? at.toLocalDate() : (LocalDate) date;
    }

    static @Nullable Object year(@Nullable Object date, boolean month) {
        return date == null ? null : BigDecimal.valueOf(month ? day(date).getMonthValue() : day(date).getYear());
    }

    static @Nullable Object letters(@Nullable Object text, boolean upper) {
        return text == null ? null : upper ? ((String) text).toUpperCase(Locale.ROOT) : ((String) text).toLowerCase(Locale.ROOT);
    }

    static Boolean same(@Nullable Object a, @Nullable Object b) {
        return a instanceof BigDecimal x && b instanceof BigDecimal y ? x.compareTo(y) == 0 : Objects.equals(a, b);
    }

    @SuppressWarnings("unchecked") // both are of the same kind
    static Boolean ordered(String operator, @Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return false;
        }
        int order = ((Comparable<Object>) a).compareTo(b);
        return switch (operator) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }
}
