package org.tenon.shell.plugin;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;

/**
 * The browser's part of an area: {@code ui/ui.json} of its bundle, as {@code tenonPlugin} writes it.
 *
 * @param area     whose texts hold titles and labels
 * @param hash     changes with the content, so that browsers may keep files for ever
 * @param entry    the ES module, below {@code ui/}
 * @param css      its style sheets, below {@code ui/}
 * @param routes   paths of the shell its pages answer
 * @param slots    places of the shell its widgets stand in
 * @param commands what the palette offers; labels are text keys
 */
public record PluginUi(String id, String area, String version, int sdk, String entry, String hash, List<String> css, List<Route> routes, List<Slot> slots,
                List<Command> commands) {

    public record Route(String path, String page) {
    }

    /**
     * @param title      a text key
     * @param size       how much room it takes on the start page: {@code small} (one column) or {@code wide} (two); null means small
     * @param permission who sees it: {@code <type>:<action>} or a function; null means everyone
     */
    public record Slot(String slot, String widget, String title, @Nullable String size, @Nullable String permission) {
    }

    public record Command(String id, String label, String path) {
    }

    private static final String AREA = "Tenon-Area";
    private static final String FILE = "ui/ui.json";
    private static final ObjectMapper JSON = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    public PluginUi {
        area = Objects.requireNonNullElse(area, id);
        css = Objects.requireNonNullElse(css, List.of());
        routes = Objects.requireNonNullElse(routes, List.of());
        slots = Objects.requireNonNullElse(slots, List.of());
        commands = Objects.requireNonNullElse(commands, List.of());
    }

    /** Null if the bundle has no part for the browser. @throws IOException if it has one that cannot be read */
    static @Nullable PluginUi of(Bundle bundle) throws IOException {
        URL file = bundle.getEntry(FILE);
        if (file == null) {
            return null;
        }
        try (InputStream in = file.openStream()) {
            PluginUi ui = JSON.readValue(in, PluginUi.class);
            String area = bundle.getHeaders("").get(AREA);
            return area == null ? ui : ui.in(area);
        }
    }

    /** {@code ui.json} of a folder, with a hash of its present content. @throws IOException if it cannot be read */
    static PluginUi of(Path folder, String hash) throws IOException {
        PluginUi ui = JSON.readValue(folder.resolve("ui.json").toFile(), PluginUi.class);
        return new PluginUi(ui.id, ui.area, ui.version, ui.sdk, ui.entry, hash, ui.css, ui.routes, ui.slots, ui.commands);
    }

    /** The same with texts of this area. */
    PluginUi in(String other) {
        return new PluginUi(id, other, version, sdk, entry, hash, css, routes, slots, commands);
    }

    /** Its folder below {@code /ui/}, another one for every content. */
    public String folder() {
        return id + "/" + version + "-" + hash;
    }
}
