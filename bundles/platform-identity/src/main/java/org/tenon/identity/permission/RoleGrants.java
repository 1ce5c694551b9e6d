package org.tenon.identity.permission;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one role allows, in the shape of {@code /api/identity/roles/{id}/grants}. @param version of the present state, 0 before the first change */
public record RoleGrants(int version, @Nullable List<Grant> grants, @Nullable List<Limit> fields, @Nullable List<String> functions) {

    /** @param scope {@code own department departmentBelow departments all} @param departments ids, for the scope of that name only */
    public record Grant(String type, String action, String scope, @Nullable List<String> departments) {

        public static Grant of(String type, String action, String scope) {
            return new Grant(type, action, scope, List.of());
        }
    }

    /** @param access {@code readOnly masked hidden} */
    public record Limit(String type, String field, String access) {
    }
}
