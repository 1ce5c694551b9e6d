package org.tenon.plugins.console;

import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.tenon.plugins.Plugin;
import org.tenon.plugins.Plugins;

/** {@code tenon:plugin-list}. */
@Service
@Command(scope = "tenon", name = "plugin-list", description = "Lists plugins")
public final class PluginList implements Action {

    @Reference
    private Plugins plugins;

    @Override
    public Object execute() {
        return Asked.onConsole(() -> {
            ShellTable table = new ShellTable();
            List.of("Name", "Version", "State", "Since", "By", "Reason").forEach(table::column);
            for (Plugin plugin : plugins.list(Locale.ENGLISH)) {
                table.addRow().addContent(plugin.name(), plugin.version(), plugin.state(), plugin.since() == null ? "" : plugin.since(), plugin.by(), plugin.reason());
            }
            table.print(System.out);
            return null;
        });
    }
}
