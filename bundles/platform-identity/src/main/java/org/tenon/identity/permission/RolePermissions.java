package org.tenon.identity.permission;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.identity.audit.AuditLog;
import org.tenon.identity.audit.AuditLog.Event;
import org.tenon.identity.directory.Ids;
import org.tenon.identity.directory.MemoryDirectory;
import org.tenon.identity.organisation.Role;
import org.tenon.identity.permission.RoleGrants.Grant;
import org.tenon.identity.permission.RoleGrants.Limit;
import org.tenon.identity.sql.Sql;
import org.tenon.identity.text.Words;
import org.tenon.persistence.Db;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Grants.FieldAccess;
import org.tenon.sdk.record.RecordDirectory;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordStore;
import org.tenon.sdk.record.Records;

/** Reads and replaces what a role allows. A change is an update of the role: it is in its history, and reaches every node. Safe for all threads. */
@Component(service = RolePermissions.class)
public final class RolePermissions {

    private final Sql sql;
    private final RecordStore<Role> roles;
    private final RecordDirectory types;
    private final MemoryDirectory directory;
    private final AuditLog audit;
    private final Words words;

    @Activate
    public RolePermissions(@Reference Db db, @Reference Records records, @Reference RecordDirectory types, @Reference MemoryDirectory directory,
                           @Reference AuditLog audit, @Reference Words words) {
        this.sql = new Sql(db);
        this.roles = records.of(Role.class);
        this.types = types;
        this.directory = directory;
        this.audit = audit;
        this.words = words;
    }

    /** @throws org.tenon.sdk.TenonException NOT_FOUND if the caller may not see the role */
    public RoleGrants get(RecordId role) {
        roles.get(role);
        int version = sql.first(row -> row.getInt(1), "SELECT grants_version FROM identity_role WHERE id = ?", role.value()).orElse(0);
        List<Grant> grants = sql.list(row -> new Grant(row.getString(1), row.getString(2), row.getString(3), Ids.parse(row.getString(4)).stream()
                .map(RecordId::text).toList()), "SELECT record_type, action_name, data_scope, departments FROM identity_role_grant"
                + " WHERE role_id = ? ORDER BY record_type, action_name", role.value());
        Map<FieldAccess, String> words = GrantCheck.ACCESS.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
        List<Limit> fields = sql.list(row -> new Limit(row.getString(1), row.getString(2),
                Objects.requireNonNull(words.get(FieldAccess.valueOf(row.getString(3))))),
                "SELECT record_type, field_name, access_kind FROM identity_role_field WHERE role_id = ? ORDER BY record_type, field_name", role.value());
        List<String> functions = sql.list(row -> row.getString(1), "SELECT function_name FROM identity_role_function WHERE role_id = ?"
                + " ORDER BY function_name", role.value());
        return new RoleGrants(version, grants, fields, functions);
    }

    /**
     * Replaces what the role allows.
     *
     * @throws org.tenon.sdk.TenonException INVALID, STALE if {@code wish.version()} is not the present one, CONFLICT for the administrators' role, FORBIDDEN for
     *                        a role of the caller's own unless they are an administrator
     */
    public RoleGrants put(RecordId role, RoleGrants wish) {
        new GrantCheck(types).check(orNone(wish.grants()), orNone(wish.fields()), orNone(wish.functions()));
        notOnesOwn(Caller.current(), role);
        replace(role, wish);
        return get(role);
    }

    /** {@link #put} for the platform's own wishes: neither the words in it nor the caller are checked. */
    public void replace(RecordId role, RoleGrants wish) {
        List<Grant> grants = orNone(wish.grants());
        List<Limit> fields = orNone(wish.fields());
        List<String> functions = orNone(wish.functions());
        Caller.current().unlimited().run(() -> roles.change(role, "update", changed -> {
            if (changed.administrator()) {
                throw words.refused(Kind.CONFLICT, "grants.administrators");
            }
            if (changed.grantsVersion() != wish.version()) {
                throw words.refused(Kind.STALE, "grants.stale", changed.grantsVersion(), wish.version());
            }
            changed.grantsChanged();
            store(role.value(), grants, fields, functions);
            audit.note(Event.GRANTS_CHANGED, role.value(), "%d grants, %d field limits, %d functions"
                    .formatted(grants.size(), fields.size(), functions.size()));
        }));
    }

    private void notOnesOwn(Caller caller, RecordId role) {
        boolean administrator = caller.system() || directory.grants(caller.memberId()).administrator();
        boolean holds = directory.person(caller.memberId()).map(person -> person.roles().contains(role.value())).orElse(false);
        if (holds && !administrator) {
            throw words.refused(Kind.FORBIDDEN, "grants.own");
        }
    }

    private void store(long role, List<Grant> grants, List<Limit> fields, List<String> functions) {
        for (String table : List.of("identity_role_grant", "identity_role_field", "identity_role_function")) {
            sql.update("DELETE FROM " + table + " WHERE role_id = ?", role);
        }
        for (Grant grant : grants) {
            List<Long> departments = orNone(grant.departments()).stream().map(id -> RecordId.of(id).value()).toList();
            sql.update("INSERT INTO identity_role_grant (role_id, record_type, action_name, data_scope, departments) VALUES (?, ?, ?, ?, ?)",
                    role, grant.type(), grant.action(), grant.scope(), Ids.json(departments));
        }
        for (Limit limit : fields) {
            sql.update("INSERT INTO identity_role_field (role_id, record_type, field_name, access_kind) VALUES (?, ?, ?, ?)",
                    role, limit.type(), limit.field(), GrantCheck.ACCESS.get(limit.access()).name());
        }
        for (String function : functions) {
            sql.update("INSERT INTO identity_role_function (role_id, function_name) VALUES (?, ?)", role, function);
        }
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
