package org.tenon.records.policy;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.tenon.sdk.identity.Grants;
import org.tenon.sdk.identity.Grants.FieldAccess;
import org.tenon.sdk.identity.Grants.FieldLimit;
import org.tenon.sdk.identity.Grants.RecordGrant;
import org.tenon.sdk.identity.Scope;
import org.tenon.sdk.record.TypeInfo;

/** Works out {@link TypeAccess} from grants. */
final class Levels {

    private Levels() {
    }

    static TypeAccess everything(TypeInfo type, boolean system) {
        return new TypeAccess(type, true, system, Map.of(), Map.of());
    }

    /** @param below the departments below one, itself included */
    static TypeAccess of(TypeInfo type, long member, Grants grants, LongFunction<Set<Long>> below) {
        return grants.administrator() ? everything(type, false) : work(type, member, grants, below);
    }

    private static TypeAccess work(TypeInfo type, long member, Grants grants, LongFunction<Set<Long>> below) {
        Map<String, Reach> actions = new HashMap<>();
        Set<String> readers = new HashSet<>();
        for (RecordGrant grant : grants.records()) {
            if (grant.type().equals(type.name())) {
                actions.merge(grant.action(), reach(type, member, grants, grant, below), Levels::union);
                if (grant.action().equals("read")) {
                    readers.add(grant.role());
                }
            }
        }
        if (type.owned()) {
            actions.computeIfPresent("read", (action, reach) -> reach.widened(grants.line(), grants.unowned()));
        }
        return new TypeAccess(type, false, false, actions, limits(type, grants, readers));
    }

    static Reach reach(TypeInfo type, long member, Grants grants, RecordGrant grant, LongFunction<Set<Long>> below) {
        if (!type.owned()) {
            return Reach.EVERYTHING;
        }
        Scope scope = grant.scope();
        return switch (scope) {
            case OWN -> new Reach(true, false, member, Set.of());
            case DEPARTMENT -> new Reach(true, false, member, grants.departments());
            case DEPARTMENT_BELOW -> new Reach(true, false, member, grants.below());
            case DEPARTMENTS -> new Reach(true, false, null, grant.departments());
            case DEPARTMENTS_BELOW -> new Reach(true, false, null,
                    grant.departments().stream().flatMap(department -> below.apply(department).stream()).collect(Collectors.toUnmodifiableSet()));
            case ALL -> Reach.EVERYTHING;
        };
    }

    private static Reach union(Reach a, Reach b) {
        if (a.all() || b.all()) {
            return Reach.EVERYTHING;
        }
        Set<Long> departments = new HashSet<>(a.departments());
        departments.addAll(b.departments());
        return new Reach(true, false, a.owner() != null ? a.owner() : b.owner(), departments);
    }

    /** A limit holds only if every role that allows reading the type sets one; of those the mildest. */
    private static Map<String, FieldLevel> limits(TypeInfo type, Grants grants, Set<String> readers) {
        Map<String, Map<String, FieldAccess>> byField = new HashMap<>();
        for (FieldLimit limit : grants.fields()) {
            if (limit.type().equals(type.name()) && readers.contains(limit.role()) && !limit.field().equals("id")) {
                byField.computeIfAbsent(limit.field(), name -> new HashMap<>())
                        .merge(limit.role(), limit.access(), (a, b) -> a.compareTo(b) >= 0 ? a : b);
            }
        }
        Map<String, FieldLevel> limits = new HashMap<>();
        byField.forEach((field, roles) -> {
            if (roles.keySet().containsAll(readers)) {
                limits.put(field, level(Collections.min(roles.values())));
            }
        });
        return limits;
    }

    private static FieldLevel level(FieldAccess access) {
        return switch (access) {
            case READ_ONLY -> FieldLevel.READ;
            case MASKED -> FieldLevel.MASKED;
            case HIDDEN -> FieldLevel.HIDDEN;
        };
    }
}
