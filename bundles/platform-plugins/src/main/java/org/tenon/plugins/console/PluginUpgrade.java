package org.tenon.plugins.console;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.tenon.plugins.Plugins;

/** {@code tenon:plugin-upgrade}. */
@Service
@Command(scope = "tenon", name = "plugin-upgrade", description = "Brings a plugin to another version whose archive is kept")
public final class PluginUpgrade implements Action {

    @Reference
    private Plugins plugins;

    @Argument(name = "name", description = "The plugin's name", required = true)
    private String name;

    @Argument(index = 1, name = "version", description = "The version; the newest unless named")
    private @Nullable String version;

    @Override
    public Object execute() {
        return Asked.onConsole(() -> plugins.upgrade(name, version)).told();
    }
}
