package org.tenon.identity.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tenon.sdk.identity.Grants;
import org.tenon.sdk.identity.Grants.FieldLimit;
import org.tenon.sdk.identity.Grants.RecordGrant;

/** Takes a member's roles together: what one role allows no other takes away. */
final class Union {

    private Union() {
    }

    static Grants of(List<RoleRights> roles, Set<Long> departments, Set<Long> below, Set<Long> line, boolean unowned) {
        boolean administrator = roles.stream().anyMatch(RoleRights::administrator);
        Set<RecordGrant> records = new LinkedHashSet<>();
        Set<String> functions = new LinkedHashSet<>();
        roles.forEach(role -> {
            records.addAll(role.records());
            functions.addAll(role.functions());
        });
        List<FieldLimit> limits = administrator ? List.of() : limits(roles);
        return new Grants(administrator, List.copyOf(records), limits, Set.copyOf(functions), Set.copyOf(departments), Set.copyOf(below),
                Set.copyOf(line), unowned);
    }

    /** A limit holds only if every role that allows reading the type sets one; then the mildest of them. */
    private static List<FieldLimit> limits(List<RoleRights> roles) {
        Map<String, FieldLimit> candidates = new LinkedHashMap<>();
        roles.forEach(role -> role.fields().forEach(limit -> candidates.putIfAbsent(limit.type() + "#" + limit.field(), limit)));
        List<FieldLimit> held = new ArrayList<>();
        for (FieldLimit candidate : candidates.values()) {
            List<RoleRights> readers = roles.stream().filter(role -> role.reads(candidate.type())).toList();
            List<FieldLimit> set = readers.stream().map(role -> limit(role, candidate)).flatMap(Optional::stream).toList();
            if (set.size() == readers.size()) {
                set.stream().min(Comparator.comparing(FieldLimit::access)).ifPresent(held::add);
            }
        }
        return List.copyOf(held);
    }

    private static Optional<FieldLimit> limit(RoleRights role, FieldLimit wanted) {
        return role.fields().stream()
                .filter(limit -> limit.type().equals(wanted.type()) && limit.field().equals(wanted.field())).findFirst();
    }
}
