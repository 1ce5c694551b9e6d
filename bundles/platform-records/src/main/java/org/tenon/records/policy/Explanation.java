package org.tenon.records.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Grants;
import org.tenon.sdk.identity.Grants.RecordGrant;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.TypeInfo;

/** Says why a caller may do what with a record. */
final class Explanation {

    private final Caller caller;
    private final TypeInfo type;
    private final Row row;
    private final Grants grants;
    private final TypeAccess access;
    private final SharedRecords shared;

    Explanation(Caller caller, TypeInfo type, Row row, Grants grants, TypeAccess access, SharedRecords shared) {
        this.caller = caller;
        this.type = type;
        this.row = row;
        this.grants = grants;
        this.access = access;
        this.shared = shared;
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        Stream.concat(Stream.of("read", "update", "delete"), type.actions().stream()).forEach(action -> json.put(action, action(action)));
        json.put("fields", fields());
        return json;
    }

    private Map<String, Object> action(String action) {
        List<String> because = new ArrayList<>();
        if (caller.system()) {
            because.add("system");
        } else if (grants.administrator()) {
            because.add("administrator");
        } else {
            for (RecordGrant grant : grants.records()) {
                if (grant.type().equals(type.name()) && grant.action().equals(action) && Levels.reach(type, caller.memberId(), grants, grant).covers(row)) {
                    because.add("role " + grant.role() + ": " + type.name() + ":" + action + " in scope " + grant.scope().key());
                }
            }
            boolean shareable = access.may(action) && type.owned() && !action.equals("delete");
            if (because.isEmpty() && shareable
                    && shared.reaches(caller.memberId(), grants.departments(), type.name(), row.id(), !action.equals("read"))) {
                because.add("team or share of the record");
            }
        }
        boolean allowed = !because.isEmpty();
        if (!allowed) {
            because.add(access.may(action) ? "the record lies outside the scopes granted" : "no role grants " + type.name() + ":" + action);
        }
        return Map.of("allowed", allowed, "because", because);
    }

    private List<Map<String, Object>> fields() {
        List<Map<String, Object>> fields = new ArrayList<>();
        for (FieldInfo field : type.fields()) {
            FieldLevel level = access.level(field);
            if (level != FieldLevel.WRITE && !(level == FieldLevel.READ && field.readOnly())) {
                TreeSet<String> roles = new TreeSet<>();
                grants.fields().stream().filter(limit -> limit.type().equals(type.name()) && limit.field().equals(field.name()))
                        .forEach(limit -> roles.add("role " + limit.role()));
                fields.add(Map.of("field", field.name(), "access", level.key(), "because", String.join(", ", roles)));
            }
        }
        return fields;
    }
}
