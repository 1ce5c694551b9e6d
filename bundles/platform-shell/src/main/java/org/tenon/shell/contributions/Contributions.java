package org.tenon.shell.contributions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Directory;
import org.tenon.sdk.parameter.Parameters;
import org.tenon.sdk.record.RecordDirectory;
import org.tenon.sdk.record.TypeInfo;
import org.tenon.sdk.shell.DashboardWidget;
import org.tenon.sdk.shell.MenuItem;
import org.tenon.sdk.text.Labels;
import org.tenon.shell.contributions.Menu.Owned;
import org.tenon.shell.plugin.PluginUi;
import org.tenon.shell.plugin.PluginUi.Command;
import org.tenon.shell.plugin.PluginUi.Slot;
import org.tenon.shell.plugin.PluginUis;
import org.tenon.shell.plugin.Replacements;

/** All contributions together, in the shape of docs/rest.md. Safe for all threads. */
@Component(service = Contributions.class)
public final class Contributions {

    private final Menu menu;
    private final Dashboard dashboard;
    private final PluginUis plugins;
    private final Replacements replacements;
    private final RecordDirectory records;
    private final Directory directory;
    private final Labels labels;
    private final Parameters parameters;

    @Activate
    public Contributions(@Reference Menu menu, @Reference Dashboard dashboard, @Reference PluginUis plugins, @Reference Replacements replacements, @Reference RecordDirectory records,
                         @Reference Directory directory, @Reference Labels labels, @Reference Parameters parameters) {
        this.menu = menu;
        this.dashboard = dashboard;
        this.plugins = plugins;
        this.replacements = replacements;
        this.records = records;
        this.directory = directory;
        this.labels = labels;
        this.parameters = parameters;
    }

    /** As the caller sees them: entries without permission are left out, labels are in the caller's language. */
    public Map<String, Object> of(Caller caller) {
        Rights rights = new Rights(directory.grants(caller.memberId()));
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("revision", records.revision() + menu.revision() + dashboard.revision() + plugins.revision() + replacements.revision());
        all.put("company", company());
        all.put("menu", menu(rights, caller.locale()));
        all.put("routes", routes());
        all.put("plugins", plugins.all().stream().map(Contributions::plugin).toList());
        all.put("slots", plugins.all().stream().flatMap(ui -> slots(ui, rights, caller.locale())).toList());
        all.put("widgets", widgets(rights, caller.locale()));
        all.put("commands", plugins.all().stream().flatMap(ui -> ui.commands().stream().map(command -> command(ui, command, caller.locale()))).toList());
        return all;
    }

    /** What stands on paper; empty where nobody has named the company, and while the system starts. */
    private String company() {
        try {
            return parameters.text("records.companyName");
        } catch (IllegalArgumentException notYet) {
            return "";
        }
    }

    private List<Map<String, Object>> menu(Rights rights, Locale locale) {
        Set<String> replaced = replacements.byReplaced().keySet();
        List<Owned> shown = menu.items().stream().filter(owned -> !replaced.contains(owned.area())).filter(owned -> rights.allow(owned.item().permission())).toList();
        Set<String> held = shown.stream().map(owned -> owned.item().group()).filter(group -> group != null).collect(Collectors.toSet());
        return shown.stream()
                .filter(owned -> owned.item().path() != null || held.contains(owned.item().id()))
                .map(owned -> entry(owned, locale)).toList();
    }

    private Map<String, Object> entry(Owned owned, Locale locale) {
        MenuItem item = owned.item();
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", item.id());
        entry.put("parent", item.group());
        entry.put("label", labels.text(owned.area(), "menu." + item.id(), locale));
        entry.put("icon", item.icon());
        entry.put("path", item.path());
        entry.put("order", item.order());
        return entry;
    }

    /** Those of types the caller may read; a type that is not there, because its area is not, offers none. */
    private List<Map<String, Object>> widgets(Rights rights, Locale locale) {
        Set<String> types = records.types().stream().map(TypeInfo::name).filter(type -> rights.allow(type + ":read")).collect(Collectors.toSet());
        return dashboard.widgets().stream().filter(owned -> types.contains(owned.widget().type())).map(owned -> widget(owned, locale)).toList();
    }

    private Map<String, Object> widget(Dashboard.Owned owned, Locale locale) {
        DashboardWidget widget = owned.widget();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", widget.id());
        json.put("title", labels.text(owned.area(), "widget." + widget.id(), locale));
        json.put("type", widget.type());
        json.put("shape", widget.shape().name().toLowerCase(Locale.ROOT));
        json.put("filter", widget.filter());
        json.put("sort", widget.sort());
        json.put("fields", widget.fields());
        json.put("size", widget.wide() ? "wide" : "small");
        return json;
    }

    private List<Map<String, Object>> routes() {
        List<Map<String, Object>> routes = new ArrayList<>();
        Map<String, String> replaced = replacements.byReplaced();
        for (TypeInfo type : records.types()) {
            if (!replaced.containsKey(type.area())) {
                routes.add(route(type.route(), type));
            }
            // The addresses people know of the area whose place its own has taken.
            replaced.forEach((area, by) -> {
                if (by.equals(type.area())) {
                    routes.add(route("/" + area + type.route().substring(by.length() + 1), type));
                }
            });
        }
        for (PluginUi ui : plugins.all()) {
            ui.routes().forEach(route -> routes.add(Map.of("path", route.path(), "kind", "page", "plugin", ui.id(), "page", route.page())));
        }
        return routes;
    }

    private static Map<String, Object> route(String path, TypeInfo type) {
        return Map.of("path", path, "kind", "records", "type", type.name());
    }

    private static Map<String, Object> plugin(PluginUi ui) {
        String base = "/ui/" + ui.folder() + "/";
        return Map.of("id", ui.id(), "version", ui.version(), "sdk", ui.sdk(), "entry", base + ui.entry(), "css", ui.css().stream().map(base::concat).toList());
    }

    private Stream<Map<String, Object>> slots(PluginUi ui, Rights rights, Locale locale) {
        return ui.slots().stream().filter(slot -> slot.permission() == null || rights.allow(slot.permission())).map(slot -> slot(ui, slot, locale));
    }

    private Map<String, Object> slot(PluginUi ui, Slot slot, Locale locale) {
        return Map.of("slot", slot.slot(), "plugin", ui.id(), "widget", slot.widget(), "title", labels.text(ui.area(), slot.title(), locale),
                "size", Objects.requireNonNullElse(slot.size(), "small"));
    }

    private Map<String, Object> command(PluginUi ui, Command command, Locale locale) {
        return Map.of("id", command.id(), "label", labels.text(ui.area(), command.label(), locale), "path", command.path(), "plugin", ui.id());
    }
}
