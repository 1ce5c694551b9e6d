package org.tenon.identity;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tenon.identity.organisation.AccessPolicy;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.shell.MenuContribution;
import org.tenon.sdk.shell.MenuItem;

/** The settings group and the organisation in it. */
@Component
public final class IdentityMenu implements MenuContribution {

    private static final String GROUP = "settings";

    @Override
    public String area() {
        return "identity";
    }

    @Override
    public List<MenuItem> items() {
        return List.of(MenuItem.group(GROUP, 900, "settings"),
                MenuItem.of("identity.members", GROUP, 10, "/identity/members", "identity.member:read"),
                MenuItem.of("identity.departments", GROUP, 20, "/identity/departments", "identity.department:read"),
                MenuItem.of("identity.positions", GROUP, 30, "/identity/positions", "identity.position:read"),
                MenuItem.of("identity.roles", GROUP, 40, "/identity/roles", "identity.role:read"),
                MenuItem.of("identity.accessPolicy", GROUP, 45, "/identity/access-policies/" + RecordId.text(AccessPolicy.ID), "identity:manage"),
                MenuItem.of("identity.audit", GROUP, 95, "/audit", "identity:audit"));
    }
}
