package org.tenon.sdk.conditions;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.FieldType;

/** Reads values that depend on who asks and when: {@code {"caller":"member"}}, {@code {"period":"last","unit":"day","count":30}}. */
final class Relative {

    private Relative() {
    }

    /** A {@link Self} or {@link Period} that fits the field; null if the JSON is a plain value. @throws TenonException INVALID for one that does not fit */
    static @Nullable Object read(FieldInfo field, @Nullable Object json) {
        if (json instanceof Map<?, ?> map && map.containsKey("caller")) {
            return self(field, map);
        }
        return json instanceof Map<?, ?> map && map.containsKey("period") ? period(field, map) : null;
    }

    /** As {@link #read}, but no period: for lists. */
    static @Nullable Object readSelf(FieldInfo field, @Nullable Object json) {
        return json instanceof Map<?, ?> map && map.containsKey("caller") ? self(field, map) : null;
    }

    private static Self self(FieldInfo field, Map<?, ?> map) {
        Self self = map.size() == 1 ? word(Self.values(), Self::key, map.get("caller")) : null;
        boolean fits = self == Self.MEMBER ? field.type() == FieldType.MEMBER || of(field, "identity.member")
                : self == Self.DEPARTMENT && (field.type() == FieldType.DEPARTMENT || of(field, "identity.department"));
        if (self == null || !fits) {
            throw TenonException.invalid(field.name(), "type", "a field of type " + field.type().key() + " cannot be compared with " + map);
        }
        return self;
    }

    private static boolean of(FieldInfo field, String type) {
        return type.equals(field.reference()) && (field.type() == FieldType.REFERENCE || field.type() == FieldType.REFERENCES);
    }

    private static Period period(FieldInfo field, Map<?, ?> map) {
        Period.Kind kind = word(Period.Kind.values(), Period.Kind::key, map.get("period"));
        Period.Unit unit = word(Period.Unit.values(), Period.Unit::key, map.get("unit"));
        Object given = map.containsKey("count") ? map.get("count") : Long.valueOf(1);
        long count = given instanceof Long || given instanceof Integer ? ((Number) given).longValue() : 0;
        boolean known = kind != null && unit != null && map.size() == (map.containsKey("count") ? 3 : 2);
        if (!known || count < 1 || count > (kind == Period.Kind.THIS ? 1 : Period.MOST)) {
            throw TenonException.invalid(field.name(), "period", "a period is {\"period\":\"this|previous|following|last|next\",\"unit\":\"day|week|month|quarter|year\","
                    + "\"count\":1-" + Period.MOST + "}, count not with this");
        }
        if (field.type() != FieldType.DATE && field.type() != FieldType.DATE_TIME) {
            throw TenonException.invalid(field.name(), "type", "a field of type " + field.type().key() + " cannot be compared with a period");
        }
        return new Period(kind, unit, (int) count);
    }

    private static <E> @Nullable E word(E[] all, Function<E, String> key, @Nullable Object json) {
        return Arrays.stream(all).filter(each -> key.apply(each).equals(json)).findFirst().orElse(null);
    }
}
