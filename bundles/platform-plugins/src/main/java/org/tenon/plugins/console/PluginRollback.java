package org.tenon.plugins.console;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.tenon.plugins.Plugins;

/** {@code tenon:plugin-rollback}. */
@Service
@Command(scope = "tenon", name = "plugin-rollback", description = "Brings a plugin back to the version it had before")
public final class PluginRollback implements Action {

    @Reference
    private Plugins plugins;

    @Argument(name = "name", description = "The plugin's name", required = true)
    private String name;

    @Override
    public Object execute() {
        return Asked.onConsole(() -> plugins.rollback(name)).told();
    }
}
