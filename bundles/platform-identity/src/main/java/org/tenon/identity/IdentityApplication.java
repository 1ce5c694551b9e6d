package org.tenon.identity;

import java.util.Set;
import javax.ws.rs.core.Application;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationBase;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;
import org.tenon.identity.audit.AuditResource;
import org.tenon.identity.organisation.AccessPoliciesResource;
import org.tenon.identity.organisation.DepartmentsResource;
import org.tenon.identity.organisation.MembersResource;
import org.tenon.identity.organisation.PositionsResource;
import org.tenon.identity.permission.PermissionsResource;
import org.tenon.identity.permission.RightsResource;
import org.tenon.identity.permission.RolesResource;
import org.tenon.identity.session.OpenSessionsResource;
import org.tenon.identity.session.SessionResource;
import org.tenon.identity.session.TokensResource;

/** {@code /api/identity}. */
@Component(service = Application.class)
@JaxrsApplicationBase("/api/identity")
@JaxrsName("tenon.identity")
public final class IdentityApplication extends Application {

    private final Set<Object> resources;

    @Activate
    public IdentityApplication(@Reference SessionResource session, @Reference OpenSessionsResource sessions, @Reference TokensResource tokens,
                               @Reference DepartmentsResource departments, @Reference PositionsResource positions,
                               @Reference MembersResource members, @Reference AccessPoliciesResource policies, @Reference RightsResource rights,
                               @Reference RolesResource roles, @Reference PermissionsResource permissions,
                               @Reference AuditResource audit) {
        this.resources = Set.of(session, sessions, tokens, departments, positions, members, policies, rights, roles, permissions, audit);
    }

    @Override
    public Set<Object> getSingletons() {
        return resources;
    }
}
