package org.tenon.plugins;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tenon.sdk.identity.PermissionContribution;

/** Who may install and uninstall. */
@Component
public final class PluginsPermissions implements PermissionContribution {

    static final String MANAGE = "plugins:manage";

    @Override
    public String area() {
        return "plugins";
    }

    @Override
    public List<String> functions() {
        return List.of(MANAGE);
    }
}
