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
            ">=", Operator.GREATER_OR_EQUAL, "startsWith", Operator.STARTS_WITH, "has", Operator.HAS, "within", Operator.WITHIN,
            "contains", Operator.CONTAINS);

    private final Function<String, Optional<FieldInfo>> fields;
    private final Function<String, Optional<TypeInfo>> types;
    private int tests;

    private ConditionParser(Function<String, Optional<FieldInfo>> fields, Function<String, Optional<TypeInfo>> types) {
        this.fields = fields;
        this.types = types;
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
        return parse(json, fields, name -> Optional.empty());
    }

    /** As {@link #parse(Object, Function)}; fields of a record referred to too, as far as its type is found: {@code parentId.industry}. */
    public static Condition parse(@Nullable Object json, Function<String, Optional<FieldInfo>> fields, Function<String, Optional<TypeInfo>> types) {
        return json == null ? Condition.TRUE : new ConditionParser(fields, types).read(json, 1);
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
        if (!(arguments.get(0) instanceof Map<?, ?> map) || map.size() != 1 || !(map.get("var") instanceof String path)) {
            throw malformed("the first argument of a test is {\"var\":\"<field>\"}");
        }
        int dot = path.indexOf('.');
        return dot < 0 ? test(operator, fields.apply(path).orElseThrow(() -> unknown(path)), arguments.get(1))
                : References.test(path, fields.apply(path.substring(0, dot)).orElseThrow(() -> unknown(path)), types,
                        field -> test(operator, field, arguments.get(1)));
    }

    private static Condition test(String operator, FieldInfo field, @Nullable Object value) {
        switch (operator) {
            case "==":
                return equal(field, value);
            case "!=":
                return new Not(equal(field, value));
            case "in":
                return in(field, value);
            case "hasAny":
                return new In(field, members(field, operator, value));
            case "hasAll":
                return new All(members(field, operator, value).stream().<Condition>map(each -> new Compare(field, Operator.HAS, each)).toList());
            default:
                Operator comparison = COMPARISONS.get(operator);
                if (comparison == null) {
                    throw malformed("there is no operator " + operator);
                }
                return compare(field, comparison, value);
        }
    }

    static TenonException unknown(String name) {
        return TenonException.invalid(name, "unknownField", "there is no field " + name);
    }

    private static Condition equal(FieldInfo field, @Nullable Object json) {
        if (json == null || json.equals("")) {
            return new Empty(field);
        }
        if (!Operators.equality(field.type())) {
            throw unfit(field, "==");
        }
        return new Compare(field, Operator.EQUAL, value(field, json));
    }

    private static Object value(FieldInfo field, @Nullable Object json) {
        Object relative = Relative.read(field, json);
        return relative != null ? relative : Values.literal(field, json);
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
            Object self = Relative.readSelf(field, value);
            values.add(self != null ? self : Values.literal(field, value));
        }
        return new In(field, values);
    }

    private static List<Object> members(FieldInfo field, String operator, @Nullable Object json) {
        if (!field.type().multiple()) {
            throw unfit(field, operator);
        }
        if (!(json instanceof List<?> list) || list.isEmpty() || list.size() > MAX_LIST) {
            throw TenonException.invalid(field.name(), "condition", operator + " needs a list of 1 to " + MAX_LIST + " values");
        }
        return list.stream().map(value -> member(field, value)).toList();
    }

    private static Object member(FieldInfo field, @Nullable Object json) {
        Object self = Relative.readSelf(field, json);
        return self != null ? self : Values.member(field, json);
    }

    private static Condition compare(FieldInfo field, Operator operator, @Nullable Object json) {
        if (!Operators.fits(operator, field.type())) {
            throw unfit(field, operator.key());
        }
        if (operator == Operator.HAS || operator == Operator.WITHIN && field.type().multiple()) {
            return new Compare(field, operator, member(field, json));
        }
        if (operator == Operator.CONTAINS) {
            return new Compare(field, operator, Values.part(field, json));
        }
        if (operator == Operator.WITHIN && field.type() == FieldType.REGION && !(json instanceof String code && code.matches("\\d{2}|\\d{4}|\\d{6}"))) {
            throw TenonException.invalid(field.name(), "type", "a region has 2, 4 or 6 digits");
        }
        return new Compare(field, operator, operator == Operator.STARTS_WITH ? Values.prefix(field, json) : value(field, json));
    }

    private static TenonException unfit(FieldInfo field, String operator) {
        return TenonException.invalid(field.name(), "condition", operator + " does not fit a field of type " + field.type().key());
    }

    private static TenonException malformed(String reason) {
        return TenonException.invalid("filter", "condition", reason);
    }
}
