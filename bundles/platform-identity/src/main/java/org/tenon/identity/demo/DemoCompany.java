package org.tenon.identity.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.identity.password.Credentials;
import org.tenon.identity.password.Secrets;
import org.tenon.identity.permission.RoleGrants;
import org.tenon.identity.permission.RoleGrants.Grant;
import org.tenon.identity.permission.RoleGrants.Limit;
import org.tenon.identity.permission.RolePermissions;
import org.tenon.identity.sql.Sql;
import org.tenon.identity.start.ConfFolder;
import org.tenon.persistence.Db;
import org.tenon.sdk.record.DemoData;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordStore;
import org.tenon.sdk.record.Records;
import org.tenon.sdk.tx.Tx;

/** 13 departments and 40 members of a trading company in Shanghai with customers all over the world, all with one password. */
@Component
public final class DemoCompany implements DemoData {

    static final String ACCOUNTS_FILE = "demo-accounts.txt";

    private final Sql sql;
    private final Tx tx;
    private final Records records;
    private final RolePermissions permissions;
    private final Credentials credentials;
    private final ConfFolder conf;

    @Activate
    public DemoCompany(@Reference Db db, @Reference Tx tx, @Reference Records records, @Reference RolePermissions permissions,
                       @Reference Credentials credentials) {
        this(db, tx, records, permissions, credentials, ConfFolder.ofHome());
    }

    /** For tests. */
    public DemoCompany(Db db, Tx tx, Records records, RolePermissions permissions, Credentials credentials, ConfFolder conf) {
        this.sql = new Sql(db);
        this.tx = tx;
        this.records = records;
        this.permissions = permissions;
        this.credentials = credentials;
        this.conf = conf;
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public void load() {
        String password = Secrets.password();
        String hash = credentials.hash(password);
        List<List<String>> people = DemoTable.read("members.txt", 11);
        tx.run(() -> {
            Map<String, String> roles = roles();
            Map<String, String> positions = positions();
            Map<String, String> departments = departments();
            Map<String, String> members = members(people, departments, positions, roles);
            heads(departments, members);
            members.values().forEach(id -> credentials.setHash(RecordId.of(id).value(), hash, false));
            conf.write(ACCOUNTS_FILE, accounts(people, password));
        });
    }

    /** The roles there are, and three more. */
    private Map<String, String> roles() {
        role("Marketing", "Sees all customers and those who work there. 可查看全部客户与联系人，可导出。", grants(Map.of("read", "all", "export", "all")));
        role("Service", "Sees all customers, writes down contacts with them. 可查看全部客户，可登记联系记录。", service());
        role("Personnel", "Keeps the organisation. 维护组织、职位与成员信息。", personnel());
        Map<String, String> roles = new HashMap<>();
        sql.list(row -> roles.put(row.getString(1), RecordId.text(row.getLong(2))), "SELECT name, id FROM identity_role WHERE deleted_token = 0");
        return roles;
    }

    private void role(String name, String description, List<Grant> grants) {
        List<Grant> all = new ArrayList<>(grants);
        for (String type : List.of("identity.member", "identity.department", "identity.position")) {
            all.add(Grant.of(type, "read", "all"));
        }
        RecordId id = records.of("identity.role").create(Map.of("name", name, "description", description)).id();
        permissions.replace(id, new RoleGrants(0, all, List.<Limit>of(), List.of()));
    }

    private static List<Grant> grants(Map<String, String> scopes) {
        List<Grant> grants = new ArrayList<>();
        for (String type : List.of("customers.customer", "customers.contact", "customers.contactLog")) {
            scopes.forEach((action, scope) -> grants.add(Grant.of(type, action, scope)));
        }
        return grants;
    }

    private static List<Grant> service() {
        List<Grant> grants = grants(Map.of("read", "all"));
        grants.add(Grant.of("customers.contactLog", "create", "all"));
        grants.add(Grant.of("customers.contactLog", "update", "own"));
        grants.add(Grant.of("customers.contact", "update", "all"));
        return grants;
    }

    private static List<Grant> personnel() {
        List<Grant> grants = new ArrayList<>();
        for (String type : List.of("identity.member", "identity.department", "identity.position")) {
            for (String action : List.of("create", "update", "delete", "import", "export")) {
                grants.add(Grant.of(type, action, "all"));
            }
        }
        grants.add(Grant.of("identity.member", "leave", "all"));
        grants.add(Grant.of("identity.member", "rejoin", "all"));
        return grants;
    }

    private Map<String, String> positions() {
        Map<String, String> ids = new HashMap<>();
        for (List<String> row : DemoTable.read("positions.txt", 2)) {
            ids.put(row.get(0), records.of("identity.position").create(Map.of("name", row.get(0), "level", Long.valueOf(row.get(1)))).id().toString());
        }
        return ids;
    }

    private Map<String, String> departments() {
        Map<String, String> ids = new LinkedHashMap<>();
        for (List<String> row : DemoTable.read("departments.txt", 5)) {
            Map<String, Object> values = new HashMap<>(Map.of("code", row.get(0), "name", row.get(1), "order", Long.valueOf(row.get(3))));
            if (!row.get(2).isEmpty()) {
                values.put("parentId", known(ids, row.get(2)));
            }
            ids.put(row.get(0), records.of("identity.department").create(values).id().toString());
        }
        return ids;
    }

    private Map<String, String> members(List<List<String>> people, Map<String, String> departments, Map<String, String> positions,
                                        Map<String, String> roles) {
        Map<String, String> ids = new LinkedHashMap<>();
        for (List<String> row : people) {
            Map<String, Object> values = new HashMap<>(Map.of("login", row.get(0), "name", row.get(1), "departmentIds", all(departments, row.get(2)),
                    "positionId", known(positions, row.get(3)), "roleIds", all(roles, row.get(4)), "employeeNumber", row.get(6),
                    "mobile", row.get(7), "joinedAt", row.get(8), "locale", row.get(9), "timeZone", row.get(10)));
            values.put("email", row.get(0) + "@tenon.example");
            if (!row.get(5).isEmpty()) {
                values.put("managerId", known(ids, row.get(5)));
            }
            ids.put(row.get(0), records.of("identity.member").create(values).id().toString());
        }
        return ids;
    }

    private void heads(Map<String, String> departments, Map<String, String> members) {
        RecordStore<?> store = records.of("identity.department");
        for (List<String> row : DemoTable.read("departments.txt", 5)) {
            RecordId id = RecordId.of(known(departments, row.get(0)));
            store.update(id, store.get(id).version(), Map.of("headId", known(members, row.get(4))));
        }
    }

    private static String accounts(List<List<String>> people, String password) {
        StringBuilder text = new StringBuilder("Every member of the demo company signs in with the password\n\n    " + password + "\n\n");
        people.forEach(row -> text.append("%-16s %-8s %-22s %s%n".formatted(row.get(0), row.get(2), row.get(4), row.get(1))));
        return text.toString();
    }

    private static List<String> all(Map<String, String> ids, String names) {
        return List.of(names.split(",")).stream().map(name -> known(ids, name)).toList();
    }

    private static String known(Map<String, String> ids, String name) {
        return Objects.requireNonNull(ids.get(name), () -> "demo data names " + name + ", which is not there");
    }
}
