package org.tenon.sdk.conditions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.conditions.Condition.All;
import org.tenon.sdk.conditions.Condition.Any;
import org.tenon.sdk.conditions.Condition.Compare;
import org.tenon.sdk.conditions.Condition.Empty;
import org.tenon.sdk.conditions.Condition.In;
import org.tenon.sdk.conditions.Condition.Not;
import org.tenon.sdk.conditions.Condition.Through;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.Money;
import org.tenon.sdk.text.Fold;
import org.tenon.sdk.text.PlainText;

/** Evaluates conditions on one record in memory. Safe for all threads. */
public final class Conditions {

    /** Of a tree; where there are more, it is a circle. */
    private static final int MOST_LEVELS = 100;

    private final LongUnaryOperator parentDepartment;
    private final BiFunction<String, Long, Optional<Map<String, ?>>> referred;
    private final BinaryOperator<@Nullable String> parentChoice;

    /** @param parentDepartment the department above a department, 0 at the top; asked only by {@code within} */
    public Conditions(LongUnaryOperator parentDepartment) {
        this(parentDepartment, (type, id) -> Optional.empty());
    }

    /** @param referred the record of a type with this id, if the caller may read it */
    public Conditions(LongUnaryOperator parentDepartment, BiFunction<String, Long, Optional<Map<String, ?>>> referred) {
        this(parentDepartment, referred, (dictionary, value) -> null);
    }

    /** @param parentChoice the value above one of a dictionary, in this order: dictionary, value; null at the top */
    public Conditions(LongUnaryOperator parentDepartment, BiFunction<String, Long, Optional<Map<String, ?>>> referred,
                      BinaryOperator<@Nullable String> parentChoice) {
        this.parentDepartment = parentDepartment;
        this.referred = referred;
        this.parentChoice = parentChoice;
    }

    /**
     * Whether the record is one of those meant.
     *
     * @param condition as {@link Present#resolve} makes it
     * @param values the record by field names: JSON-ready values as in a record's view, or Java values (of fields of several values: a
     *               list); absent, null, an empty text and an empty list are empty
     * @throws org.tenon.sdk.TenonException INVALID if a value is none its field can have
     */
    public boolean test(Condition condition, Map<String, ?> values) {
        if (condition instanceof All all) {
            return all.parts().stream().allMatch(part -> test(part, values));
        }
        if (condition instanceof Any any) {
            return any.parts().stream().anyMatch(part -> test(part, values));
        }
        if (condition instanceof Not not) {
            return !test(not.part(), values);
        }
        if (condition instanceof Empty is) {
            return empty(values.get(is.field().name()));
        }
        if (condition instanceof Through through) {
            Object value = values.get(through.field().name());
            return !empty(value) && referred.apply(through.type().name(), (Long) Values.actual(through.field(), value))
                    .filter(record -> test(through.part(), record)).isPresent();
        }
        if (condition instanceof In in && in.field().type().multiple()) {
            Object value = values.get(in.field().name());
            return !empty(value) && in.values().stream().anyMatch(each -> has(in.field(), each, value));
        }
        if (condition instanceof In in) {
            Object value = values.get(in.field().name());
            return !empty(value) && in.values().stream().anyMatch(each -> compare(in.field(), Operator.EQUAL, Values.actual(in.field(), value), each));
        }
        Compare compare = (Compare) condition;
        Object value = values.get(compare.field().name());
        if (empty(value)) {
            return false;
        }
        if (compare.operator() == Operator.CONTAINS) {
            return contains(compare.field(), (String) compare.value(), value);
        }
        if (compare.operator() == Operator.WITHIN && (compare.field().type() == FieldType.CHOICE || compare.field().type().multiple())) {
            return (value instanceof List<?> members ? members : List.of(value)).stream()
                    .anyMatch(member -> below(compare.field(), (String) Values.member(compare.field(), member), (String) compare.value()));
        }
        return compare.operator() == Operator.HAS ? has(compare.field(), compare.value(), value)
                : compare(compare.field(), compare.operator(), Values.actual(compare.field(), value), compare.value());
    }

    private static boolean empty(@Nullable Object value) {
        return value == null || value.equals("") || value instanceof List<?> list && list.isEmpty()
                || value instanceof Map<?, ?> map && map.containsKey("amount") && map.get("amount") == null;
    }

    private static boolean has(FieldInfo field, Object wanted, Object value) {
        if (!(value instanceof List<?> members)) {
            throw new IllegalArgumentException(field.name() + " holds no list");
        }
        return members.stream().map(member -> member instanceof Map<?, ?> kinded ? kinded.get("value") : member)
                .anyMatch(member -> member != null && wanted.equals(Values.member(field, member)));
    }

    private static boolean contains(FieldInfo field, String part, Object value) {
        return (value instanceof List<?> members ? members : List.of(value)).stream()
                .map(member -> member instanceof Map<?, ?> kinded ? kinded.get("value") : member).filter(String.class::isInstance)
                .map(String.class::cast).anyMatch(text -> switch (field.type()) {
                    case PHONE, PHONES -> Fold.dialled(part) && Fold.digits(text).contains(Fold.digits(part));
                    case RICH_TEXT -> Fold.contains(PlainText.of(text), part);
                    default -> Fold.contains(text, part);
                });
    }

    private boolean compare(FieldInfo field, Operator operator, Object actual, Object wanted) {
        return switch (operator) {
            case EQUAL -> actual instanceof Money && !(wanted instanceof Money) || wanted instanceof java.math.BigDecimal
                    ? order(actual, wanted) == 0 : actual.equals(wanted);
            case STARTS_WITH -> ((String) actual).startsWith((String) wanted);
            case WITHIN -> field.type() == FieldType.REGION ? ((String) actual).startsWith((String) wanted) : below((Long) actual, (Long) wanted);
            case LESS -> comparable(actual, wanted) && order(actual, wanted) < 0;
            case LESS_OR_EQUAL -> comparable(actual, wanted) && order(actual, wanted) <= 0;
            case GREATER -> comparable(actual, wanted) && order(actual, wanted) > 0;
            case GREATER_OR_EQUAL -> comparable(actual, wanted) && order(actual, wanted) >= 0;
            case HAS, CONTAINS -> throw new IllegalArgumentException(operator.key() + " is no comparison of two values");
        };
    }

    private static boolean comparable(Object actual, Object wanted) {
        return !(actual instanceof Money a && wanted instanceof Money b) || a.currency().equals(b.currency());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static int order(Object actual, Object wanted) {
        Object a = actual instanceof Money money ? money.amount() : actual;
        Object b = wanted instanceof Money money ? money.amount() : wanted;
        return ((Comparable) a).compareTo(b);
    }

    private boolean below(FieldInfo field, String value, String top) {
        @Nullable String present = value;
        for (int level = 0; present != null && level < MOST_LEVELS; level++) {
            if (present.equals(top)) {
                return true;
            }
            present = field.dictionary() == null ? null : parentChoice.apply(field.dictionary(), present);
        }
        return false;
    }

    private boolean below(long department, long top) {
        long present = department;
        for (int level = 0; present != 0 && level < MOST_LEVELS; level++) {
            if (present == top) {
                return true;
            }
            present = parentDepartment.applyAsLong(present);
        }
        return false;
    }
}
