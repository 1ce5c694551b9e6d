package org.tenon.identity.start;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.identity.organisation.Member;
import org.tenon.identity.organisation.Role;
import org.tenon.identity.password.Credentials;
import org.tenon.identity.password.Secrets;
import org.tenon.identity.permission.RolePermissions;
import org.tenon.identity.sql.Sql;
import org.tenon.persistence.Db;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordStore;
import org.tenon.sdk.record.Records;
import org.tenon.sdk.tx.Tx;

/** Makes the first administrator and the starting roles in an organisation without members. */
@Component(service = Founding.class)
public final class Founding {

    /** File of the conf folder that holds nothing but the first administrator's password. */
    public static final String PASSWORD_FILE = "first-admin-password.txt";

    private final Sql sql;
    private final Tx tx;
    private final RecordStore<Role> roles;
    private final RecordStore<Member> members;
    private final RolePermissions permissions;
    private final Credentials credentials;

    @Activate
    public Founding(@Reference Db db, @Reference Tx tx, @Reference Records records, @Reference RolePermissions permissions,
                    @Reference Credentials credentials) {
        this.sql = new Sql(db);
        this.tx = tx;
        this.roles = records.of(Role.class);
        this.members = records.of(Member.class);
        this.permissions = permissions;
        this.credentials = credentials;
    }

    /**
     * Founds the organisation, unless it has members or roles, living or deleted. The password file is there before the administrator is, so that
     * no crash leaves an administrator without one; two nodes that start together found it once.
     *
     * @return whether it was founded now
     */
    public boolean found(ConfFolder conf) {
        if (founded()) {
            return false;
        }
        String password = Secrets.password();
        String hash = credentials.hash(password);
        return Caller.system("first start").run(() -> tx.required(() -> {
            sql.update("UPDATE identity_lock SET turns = turns + 1 WHERE name = 'administrators'");
            if (founded()) {
                return false;
            }
            conf.write(PASSWORD_FILE, password + System.lineSeparator());
            RecordId administrators = role(StartingRoles.ADMINISTRATOR, StartingRoles.ADMINISTRATOR_DESCRIPTION);
            roles.change(administrators, "update", Role::makeAdministrator);
            StartingRoles.all().forEach(starting ->
                    permissions.replace(role(starting.name(), starting.description()), starting.grants()));
            RecordId admin = members.create(Map.of("name", "Administrator", "login", "admin",
                    "roleIds", List.of(administrators.toString()))).id();
            credentials.setHash(admin.value(), hash, false);
            return true;
        }));
    }

    private RecordId role(String name, String description) {
        return roles.create(Map.of("name", name, "description", description)).id();
    }

    private boolean founded() {
        return sql.first(row -> row.getLong(1), "SELECT (SELECT COUNT(*) FROM identity_member) + (SELECT COUNT(*) FROM identity_role)"
                + " FROM identity_lock WHERE name = 'administrators'").orElse(0L) > 0;
    }
}
