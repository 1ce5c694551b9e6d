package org.tenon.sdk.conditions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.conditions.Condition.All;
import org.tenon.sdk.conditions.Condition.Any;
import org.tenon.sdk.conditions.Condition.Compare;
import org.tenon.sdk.conditions.Condition.Empty;
import org.tenon.sdk.conditions.Condition.In;
import org.tenon.sdk.conditions.Condition.Not;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.TypeInfo;

/** Reads conditions from parsed JSON (maps, lists, strings, booleans, null, Long or Integer, BigDecimal) and checks them against a type. */
public final class ConditionParser {

    /** Levels of {@code and or !} and tests. */
    public static final int MAX_DEPTH = 10;
    /** Tests in one condition. */
    public static final int MAX_TESTS = 100;
    /** Values of one {@code in}. */
    public static final int MAX_LIST = 500;

    private static final Map<String, Operator> COMPARISONS = Map.of("<", Operator.LESS, "<=", Operator.LESS_OR_EQUAL, ">", Operator.GREATER,
            ">=", Operator.GREATER_OR_EQUAL, "startsWith", Operator.STARTS_WITH, "has", Operator.HAS, "within", Operator.WITHIN);

    private final Function<String, Optional<FieldInfo>> fields;
    private int tests;

    private ConditionParser(Function<String, Optional<FieldInfo>> fields) {
        this.fields = fields;
    }

    /**
     * Reads a condition.
     *
     * @param json null for no condition
     * @throws TenonException INVALID, naming the field, for an unknown one, a test its type has not, or a value of the wrong type;
     *                        naming {@code filter} if it is no condition at all or too large
     */
    public static Condition parse(@Nullable Object json, TypeInfo type) {
        return parse(json, type::field);
    }

    /** As {@link #parse(Object, TypeInfo)}, with a look-up of fields by name. */
    public static Condition parse(@Nullable Object json, Function<String, Optional<FieldInfo>> fields) {
        return json == null ? Condition.TRUE : new ConditionParser(fields).read(json, 1);
    }

    private Condition read(@Nullable Object json, int depth) {
        if (depth > MAX_DEPTH) {
            throw malformed("it is nested deeper than " + MAX_DEPTH + " levels");
        }
        if (!(json instanceof Map<?, ?> map) || map.size() != 1) {
            throw malformed("a condition is an object with one member, the operator");
        }
        Map.Entry<?, ?> entry = map.entrySet().iterator().next();
        String operator = String.valueOf(entry.getKey());
        return switch (operator) {
            case "and" -> new All(parts(operator, entry.getValue(), depth));
            case "or" -> new Any(parts(operator, entry.getValue(), depth));
            case "!" -> new Not(read(entry.getValue() instanceof List<?> list && list.size() == 1 ? list.get(0) : entry.getValue(), depth + 1));
            default -> test(operator, entry.getValue());
        };
    }

    private List<Condition> parts(String operator, @Nullable Object json, int depth) {
        if (!(json instanceof List<?> list)) {
            throw malformed(operator + " needs a list of conditions");
        }
        List<Condition> parts = new ArrayList<>(list.size());
        for (Object part : list) {
            parts.add(read(part, depth + 1));
        }
        return parts;
    }

    private Condition test(String operator, @Nullable Object json) {
        if (++tests > MAX_TESTS) {
            throw malformed("it has more than " + MAX_TESTS + " tests");
        }
        if (!(json instanceof List<?> arguments) || arguments.size() != 2) {
            throw malformed(operator + " needs a field and a value");
        }
        FieldInfo field = field(arguments.get(0));
        Object value = arguments.get(1);
        switch (operator) {
            case "==":
                return equal(field, value);
            case "!=":
                return new Not(equal(field, value));
            case "in":
                return in(field, value);
            default:
                Operator comparison = COMPARISONS.get(operator);
                if (comparison == null) {
                    throw malformed("there is no operator " + operator);
                }
                return compare(field, comparison, value);
        }
    }

    private FieldInfo field(@Nullable Object json) {
        if (!(json instanceof Map<?, ?> map) || map.size() != 1 || !(map.get("var") instanceof String name)) {
            throw malformed("the first argument of a test is {\"var\":\"<field>\"}");
        }
        return fields.apply(name).orElseThrow(() -> TenonException.invalid(name, "unknownField", "there is no field " + name));
    }

    private static Condition equal(FieldInfo field, @Nullable Object json) {
        if (json == null || json.equals("")) {
            return new Empty(field);
        }
        if (!Operators.equality(field.type())) {
            throw unfit(field, "==");
        }
        return new Compare(field, Operator.EQUAL, Values.literal(field, json));
    }

    private static Condition in(FieldInfo field, @Nullable Object json) {
        if (!Operators.equality(field.type()) || field.type() == FieldType.BOOLEAN) {
            throw unfit(field, "in");
        }
        if (!(json instanceof List<?> list) || list.size() > MAX_LIST) {
            throw TenonException.invalid(field.name(), "condition", "in needs a list of at most " + MAX_LIST + " values");
        }
        List<Object> values = new ArrayList<>(list.size());
        for (Object value : list) {
            values.add(Values.literal(field, value));
        }
        return new In(field, values);
    }

    private static Condition compare(FieldInfo field, Operator operator, @Nullable Object json) {
        if (!Operators.fits(operator, field.type())) {
            throw unfit(field, operator.key());
        }
        if (operator == Operator.HAS) {
            return new Compare(field, operator, Values.member(field, json));
        }
        if (operator == Operator.WITHIN && field.type() == FieldType.REGION && !(json instanceof String code && code.matches("\\d{2}|\\d{4}|\\d{6}"))) {
            throw TenonException.invalid(field.name(), "type", "a region has 2, 4 or 6 digits");
        }
        return new Compare(field, operator, operator == Operator.STARTS_WITH ? Values.prefix(field, json) : Values.literal(field, json));
    }

    private static TenonException unfit(FieldInfo field, String operator) {
        return TenonException.invalid(field.name(), "condition", operator + " does not fit a field of type " + field.type().key());
    }

    private static TenonException malformed(String reason) {
        return TenonException.invalid("filter", "condition", reason);
    }
}
