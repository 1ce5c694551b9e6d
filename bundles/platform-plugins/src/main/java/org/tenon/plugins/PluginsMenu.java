package org.tenon.plugins;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tenon.sdk.shell.MenuContribution;
import org.tenon.sdk.shell.MenuItem;

/** The plugins page among the settings. */
@Component
public final class PluginsMenu implements MenuContribution {

    @Override
    public String area() {
        return "plugins";
    }

    @Override
    public List<MenuItem> items() {
        return List.of(MenuItem.group("settings", 900, "setting"),
            MenuItem.of("plugins.list", "settings", 90, "/plugins", PluginsPermissions.MANAGE));
    }
}
