package org.tenon.identity;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tenon.sdk.identity.PermissionContribution;

/** {@code identity:manage}: giving roles, deciding what roles allow, resetting passwords; {@code identity:audit}: reading the system log. */
@Component
public final class IdentityFunctions implements PermissionContribution {

    @Override
    public String area() {
        return "identity";
    }

    @Override
    public List<String> functions() {
        return List.of("identity:manage", "identity:audit");
    }
}
