package org.tenon.records.formula;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.Money;

/** A formula, read and checked. Immutable. */
public final class Formula {

    private static final BigDecimal BOUND = BigDecimal.TEN.pow(15);

    private final Node root;
    private final Set<String> fields;

    private Formula(Node root, Set<String> fields) {
        this.root = root;
        this.fields = Set.copyOf(fields);
    }

    /**
     * Reads a formula.
     *
     * @param json   parsed JSON
     * @param types  the types of the fields it may read
     * @param result what it must give: TEXT, NUMBER, DECIMAL, DATE, DATE_TIME or BOOLEAN
     * @throws FormulaException if it is none, or gives another type
     */
    public static Formula read(@Nullable Object json, Function<String, Optional<FieldType>> types, FieldType result) {
        FormulaReader reader = new FormulaReader(types);
        Node root = reader.read(json, 1);
        Kind wanted = Kind.of("result", result);
        if (!root.kind().fits(wanted) || root.kind() == Kind.NOTHING) {
            throw new FormulaException("it gives " + root.kind().name().toLowerCase(java.util.Locale.ROOT) + ", not " + result.key());
        }
        return new Formula(root, reader.fields());
    }

    /** The fields it reads. */
    public Set<String> fields() {
        return fields;
    }

    /**
     * The value as an attribute of the type has it; null where the result is empty or has no room in it.
     *
     * @param attributes values of fields as attributes have them
     */
    public @Nullable Object value(Function<String, @Nullable Object> attributes, FieldType result) {
        Object value = root.value(name -> plain(attributes.apply(name)));
        if (value instanceof BigDecimal number) {
            BigDecimal rounded = number.setScale(result == FieldType.NUMBER ? 0 : 4, RoundingMode.HALF_UP);
            return rounded.abs().compareTo(BOUND) >= 0 ? null : result == FieldType.NUMBER ? (Object) rounded.longValueExact() : rounded;
        }
        if (value instanceof String text) {
            String cut = text.strip();
            return cut.isEmpty() ? null : cut.length() > 200 ? cut.substring(0, 200).strip() : cut;
        }
        int year = value instanceof LocalDate day ? day.getYear() : value instanceof LocalDateTime at ? at.getYear() : 1;
        return year < 1 || year > 9999 ? null : value;
    }

    private static @Nullable Object plain(@Nullable Object attribute) {
        return attribute instanceof Money money ? money.amount() : attribute instanceof Long || attribute instanceof Integer
                ? BigDecimal.valueOf(((Number) attribute).longValue()) : attribute;
    }
}
