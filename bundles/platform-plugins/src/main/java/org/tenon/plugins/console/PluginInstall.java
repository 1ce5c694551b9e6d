package org.tenon.plugins.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.tenon.plugins.Plugins;

/** {@code tenon:plugin-install}. */
@Service
@Command(scope = "tenon", name = "plugin-install", description = "Installs a plugin, or another version of it, from a file or by its name")
public final class PluginInstall implements Action {

    @Reference
    private Plugins plugins;

    @Argument(name = "plugin", description = "A KAR or bundle file, or the name of a plugin that is there", required = true)
    private String plugin;

    @Argument(index = 1, name = "version", description = "The version, where a name is given")
    private @Nullable String version;

    @Override
    public Object execute() throws IOException {
        Path file = Path.of(plugin);
        if (!Files.isRegularFile(file)) {
            return Asked.onConsole(() -> plugins.install(plugin, version)).told();
        }
        try (InputStream archive = Files.newInputStream(file)) {
            return Asked.onConsole(() -> plugins.installUpload(plugins.receive(archive).id())).told();
        }
    }
}
