package org.tenon.identity.permission;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tenon.identity.catalogue.Catalogue;
import org.tenon.identity.permission.RoleGrants.Grant;
import org.tenon.identity.permission.RoleGrants.Limit;
import org.tenon.sdk.FieldError;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Grants.FieldAccess;
import org.tenon.sdk.identity.Scope;
import org.tenon.sdk.record.RecordDirectory;
import org.tenon.sdk.record.TypeInfo;

/**
 * Refuses grants that mean nothing. Types and functions of areas that are not installed are let through: an area may be away for a while, and
 * its grants are to be there when it returns.
 */
final class GrantCheck {

    static final Map<String, FieldAccess> ACCESS = Map.of("readOnly", FieldAccess.READ_ONLY, "masked", FieldAccess.MASKED,
            "hidden", FieldAccess.HIDDEN);

    private static final Pattern TYPE = Pattern.compile("(?=.{3,63}$)[a-zA-Z0-9]+\\.[a-zA-Z0-9]+");
    private static final Pattern WORD = Pattern.compile("[a-zA-Z][a-zA-Z0-9]{0,62}");
    private static final Pattern FUNCTION = Pattern.compile("(?=.{3,127}$)[a-zA-Z][a-zA-Z0-9.]*:[a-zA-Z0-9]+");

    private final RecordDirectory types;
    private final List<FieldError> errors = new ArrayList<>();

    GrantCheck(RecordDirectory types) {
        this.types = types;
    }

    /** @throws TenonException INVALID naming every entry that is wrong */
    void check(List<Grant> grants, List<Limit> limits, List<String> functions) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < grants.size(); i++) {
            String at = "grants[" + i + "]";
            Grant grant = grants.get(i);
            refuseIf(!seen.add(grant.type() + ":" + grant.action()), at, "twice", "the action is granted twice");
            check(at, grant);
        }
        for (int i = 0; i < limits.size(); i++) {
            String at = "fields[" + i + "]";
            Limit limit = limits.get(i);
            refuseIf(!seen.add(limit.type() + "#" + limit.field()), at, "twice", "the field is limited twice");
            check(at, limit);
        }
        for (int i = 0; i < functions.size(); i++) {
            String function = functions.get(i);
            refuseIf(!matches(FUNCTION, function) || !seen.add(function), "functions[" + i + "]", "function", "is no function, or is there twice");
        }
        if (!errors.isEmpty()) {
            throw TenonException.invalid(errors);
        }
    }

    private void check(String at, Grant grant) {
        refuseIf(!matches(TYPE, grant.type()), at + ".type", "type", "is no record type");
        refuseIf(!matches(WORD, grant.action()), at + ".action", "action", "is no action");
        boolean named = scope(grant.scope()).filter(Scope::named).isPresent();
        boolean none = grant.departments() == null || grant.departments().isEmpty();
        refuseIf(scope(grant.scope()).isEmpty(), at + ".scope", "scope", "is no scope");
        refuseIf(named == none, at + ".departments", "departments", named ? "names no department" : "only the scopes departments and departmentsBelow name some");
        Optional<TypeInfo> type = types.type(String.valueOf(grant.type()));
        if (type.isPresent()) {
            boolean known = Catalogue.ACTIONS.contains(grant.action()) || type.get().actions().contains(grant.action());
            refuseIf(!known, at + ".action", "action", "the type has no such action");
            refuseIf(!type.get().owned() && !Scope.ALL.key().equals(grant.scope()), at + ".scope", "scope",
                    "records of this type belong to nobody: only the scope all reaches them");
        }
    }

    private void check(String at, Limit limit) {
        refuseIf(!matches(TYPE, limit.type()), at + ".type", "type", "is no record type");
        refuseIf(limit.access() == null || !ACCESS.containsKey(limit.access()), at + ".access", "access", "is none of readOnly, masked, hidden");
        boolean known = types.type(String.valueOf(limit.type())).map(type -> type.field(String.valueOf(limit.field())).isPresent()).orElse(true);
        refuseIf(!matches(WORD, limit.field()) || !known, at + ".field", "field", "is no field of the type");
    }

    private void refuseIf(boolean wrong, String field, String code, String message) {
        if (wrong) {
            errors.add(new FieldError(field, code, message));
        }
    }

    private static Optional<Scope> scope(@Nullable String key) {
        return java.util.Arrays.stream(Scope.values()).filter(scope -> scope.key().equals(key)).findFirst();
    }

    private static boolean matches(Pattern pattern, @Nullable String word) {
        return word != null && pattern.matcher(word).matches();
    }
}
