package org.tenon.identity.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenon.identity.sql.Sql;
import org.tenon.sdk.identity.Grants.FieldAccess;
import org.tenon.sdk.identity.Grants.FieldLimit;
import org.tenon.sdk.identity.Grants.RecordGrant;
import org.tenon.sdk.identity.Scope;

/** Reads the organisation from the database: seven queries, whatever its size. */
final class OrganisationReader {

    /** The access policy's word for records without owner that every reader of their type reads. */
    private static final String EVERYONE = "everyone";

    private record Held<T>(long role, T value) {
    }

    private final Sql sql;

    OrganisationReader(Sql sql) {
        this.sql = sql;
    }

    Organisation read() {
        Map<Long, String> departments = new HashMap<>();
        Map<Long, List<Long>> children = new HashMap<>();
        sql.list(row -> {
            departments.put(row.getLong(1), row.getString(3));
            children.computeIfAbsent(row.getLong(2), parent -> new ArrayList<>()).add(row.getLong(1));
            return row.getLong(1);
        }, "SELECT id, parent_id, name FROM identity_department WHERE deleted_token = 0");
        return new Organisation(people(departments.keySet()), departments, children, roles(), rules());
    }

    private Map<Long, Person> people(Set<Long> departments) {
        Map<Long, Person> people = new HashMap<>();
        sql.list(row -> {
            List<Long> present = new ArrayList<>(Ids.parse(row.getString(5)));
            present.retainAll(departments);
            return new Person(row.getLong(1), row.getString(2), row.getString(3), "active".equals(row.getString(4)), List.copyOf(present),
                    Ids.parse(row.getString(6)), number(row, 8), row.getString(7), zone(row.getString(9)));
        }, "SELECT id, name, login, status, department_ids, role_ids, locale, manager_id, time_zone FROM identity_member WHERE deleted_token = 0")
                .forEach(person -> people.put(person.id(), person));
        return people;
    }

    private Organisation.Rules rules() {
        return sql.first(row -> new Organisation.Rules(row.getBoolean(1), EVERYONE.equals(row.getString(2))),
                "SELECT superiors_read, unowned FROM identity_access_policy WHERE id = 1").orElse(new Organisation.Rules(false, false));
    }

    /** A zone that this Java no longer knows counts as none. */
    private static @Nullable ZoneId zone(@Nullable String name) {
        try {
            return name == null ? null : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return null;
        }
    }

    private static @Nullable Long number(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    private Map<Long, RoleRights> roles() {
        Map<Long, RoleRights> roles = new HashMap<>();
        sql.list(row -> new Held<>(row.getLong(1), new RoleRights(row.getString(2), row.getBoolean(3), new ArrayList<>(), new ArrayList<>(),
                new HashSet<>())), "SELECT id, name, administrator FROM identity_role WHERE deleted_token = 0")
                .forEach(held -> roles.put(held.role(), held.value()));
        sql.list(row -> {
            RoleRights role = roles.get(row.getLong(1));
            return role != null && role.records().add(new RecordGrant(role.name(), row.getString(2), row.getString(3),
                    Scope.of(row.getString(4)), Set.copyOf(Ids.parse(row.getString(5)))));
        }, "SELECT role_id, record_type, action_name, data_scope, departments FROM identity_role_grant");
        sql.list(row -> {
            RoleRights role = roles.get(row.getLong(1));
            return role != null && role.fields().add(new FieldLimit(role.name(), row.getString(2), row.getString(3),
                    FieldAccess.valueOf(row.getString(4))));
        }, "SELECT role_id, record_type, field_name, access_kind FROM identity_role_field");
        sql.list(row -> {
            RoleRights role = roles.get(row.getLong(1));
            return role != null && role.functions().add(row.getString(2));
        }, "SELECT role_id, function_name FROM identity_role_function");
        return roles;
    }
}
