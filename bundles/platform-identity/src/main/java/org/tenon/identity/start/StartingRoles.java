package org.tenon.identity.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tenon.identity.permission.RoleGrants;
import org.tenon.identity.permission.RoleGrants.Grant;
import org.tenon.identity.permission.RoleGrants.Limit;

/** The roles a new home has, to begin with and to change. The types of areas are named as they will be, installed or not. */
final class StartingRoles {

    static final String ADMINISTRATOR = "Administrator";
    static final String ADMINISTRATOR_DESCRIPTION = "May do everything. 可以做任何操作。";

    private static final List<String> CUSTOMERS = List.of("customers.customer", "customers.contact", "customers.contactLog");

    private StartingRoles() {
    }

    /** @param description in English and Chinese */
    record Starting(String name, String description, RoleGrants grants) {
    }

    static List<Starting> all() {
        return List.of(
                new Starting("Sales", "Looks after customers of their own, sees those of the department. 负责自己的客户，可查看本部门客户。",
                        of(grants(Map.of("read", "department", "create", "all", "update", "own", "import", "all")), List.of())),
                new Starting("Sales manager", "Looks after all customers of the department and those below it. 管理本部门及下级部门的全部客户。",
                        of(grants(Map.of("read", "departmentBelow", "create", "all", "update", "departmentBelow",
                                "delete", "departmentBelow", "import", "all", "export", "departmentBelow")), List.of())),
                new Starting("Viewer", "Sees all customers, with telephone numbers and addresses masked. 可查看全部客户，电话与邮箱脱敏。",
                        of(grants(Map.of("read", "all")), List.of(masked("customers.customer", "phones"), masked("customers.customer", "emails"),
                                masked("customers.contact", "phones"), masked("customers.contact", "emails")))));
    }

    /** The organisation is everybody's to see: names stand beside every record. */
    static List<Grant> organisation() {
        return List.of(Grant.of("identity.member", "read", "all"), Grant.of("identity.department", "read", "all"),
                Grant.of("identity.position", "read", "all"));
    }

    private static List<Grant> grants(Map<String, String> scopes) {
        List<Grant> grants = new ArrayList<>(organisation());
        for (String type : CUSTOMERS) {
            scopes.forEach((action, scope) -> grants.add(Grant.of(type, action, scope)));
        }
        return grants;
    }

    private static RoleGrants of(List<Grant> grants, List<Limit> limits) {
        return new RoleGrants(0, grants, limits, List.of());
    }

    private static Limit masked(String type, String field) {
        return new Limit(type, field, "masked");
    }
}
