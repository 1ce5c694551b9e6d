package org.tenon.plugins.console;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.tenon.plugins.Plugins;

/** {@code tenon:plugin-remove}. */
@Service
@Command(scope = "tenon", name = "plugin-remove", description = "Takes a plugin out; its data stays")
public final class PluginRemove implements Action {

    @Reference
    private Plugins plugins;

    @Argument(name = "name", description = "The plugin's name", required = true)
    private String name;

    @Override
    public Object execute() {
        return Asked.onConsole(() -> {
            plugins.remove(name);
            return name + " was removed; its data stays";
        });
    }
}
