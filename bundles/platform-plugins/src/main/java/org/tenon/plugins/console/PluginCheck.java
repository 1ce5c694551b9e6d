package org.tenon.plugins.console;

import java.util.Locale;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.tenon.plugins.Plugins;
import org.tenon.plugins.container.Checkup;

/** {@code tenon:plugin-check}. */
@Service
@Command(scope = "tenon", name = "plugin-check", description = "Says why a plugin serves or does not")
public final class PluginCheck implements Action {

    @Reference
    private Plugins plugins;

    @Argument(name = "name", description = "The plugin's name", required = true)
    private String name;

    @Override
    public Object execute() {
        Checkup checkup = Asked.onConsole(() -> plugins.check(name, Locale.ENGLISH));
        checkup.bundles().forEach(bundle -> System.out.println(bundle.name() + " " + bundle.version() + " is " + bundle.state()));
        checkup.paths().forEach(path -> System.out.println("answers at " + path));
        checkup.obstacles().forEach(obstacle -> System.out.println("! " + obstacle));
        checkup.log().forEach(System.out::println);
        return checkup.serves() ? name + " serves" : name + " does not serve";
    }
}
