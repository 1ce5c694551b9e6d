package org.tenon.sdk.conditions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.tenon.sdk.conditions.Condition.All;
import org.tenon.sdk.conditions.Condition.Compare;
import org.tenon.sdk.conditions.Condition.In;
import org.tenon.sdk.record.FieldType;

/**
 * Who asks a condition, and when: one clock for all of it. Immutable.
 *
 * @param zone        where days begin
 * @param memberId    0 for the system, who is nobody's owner
 * @param departments those the member belongs to
 * @param below       those and all below them
 */
public record Present(Instant now, ZoneId zone, long memberId, Set<Long> departments, Set<Long> below) {

    public Present {
        departments = Set.copyOf(departments);
        below = Set.copyOf(below);
    }

    /** The condition with plain values only: periods as ranges, the caller by id. */
    public Condition resolve(Condition condition) {
        return condition.eachTest(this::plain);
    }

    private Condition plain(Condition condition) {
        if (condition instanceof In in && in.values().stream().anyMatch(Self.class::isInstance)) {
            List<Object> values = new ArrayList<>();
            in.values().forEach(value -> values.addAll(value instanceof Self self ? ids(self, false) : List.of(value)));
            return new In(in.field(), values);
        }
        if (condition instanceof Compare compare && compare.value() instanceof Self self) {
            return new In(compare.field(), List.copyOf(ids(self, compare.operator() == Operator.WITHIN)));
        }
        return condition instanceof Compare compare && compare.value() instanceof Period period ? range(compare, period) : condition;
    }

    private Collection<Long> ids(Self self, boolean andBelow) {
        return self == Self.DEPARTMENT ? andBelow ? below : departments : memberId == 0 ? Set.of() : Set.of(memberId);
    }

    private Condition range(Compare compare, Period period) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        Condition begun = new Compare(compare.field(), Operator.GREATER_OR_EQUAL, bound(compare, period.from(today)));
        Condition notEnded = new Compare(compare.field(), Operator.LESS, bound(compare, period.until(today)));
        return switch (compare.operator()) {
            case LESS -> new Compare(compare.field(), Operator.LESS, bound(compare, period.from(today)));
            case LESS_OR_EQUAL -> notEnded;
            case GREATER -> new Compare(compare.field(), Operator.GREATER_OR_EQUAL, bound(compare, period.until(today)));
            case GREATER_OR_EQUAL -> begun;
            default -> new All(List.of(begun, notEnded));
        };
    }

    private Object bound(Compare compare, LocalDate day) {
        return compare.field().type() == FieldType.DATE ? day : LocalDateTime.ofInstant(day.atStartOfDay(zone).toInstant(), ZoneOffset.UTC);
    }
}
