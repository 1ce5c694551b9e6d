package org.tenon.sdk.lint.archive;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.tenon.sdk.lint.bundle.BundleJar;
import org.tenon.sdk.lint.bundle.ClassFacts;
import org.tenon.sdk.lint.bundle.Component;
import org.tenon.sdk.lint.bundle.Texts;

/**
 * What a plugin adds to the system, as far as its bytes tell: what code works out at run time is not seen.
 *
 * @param menu        entries that open a page
 * @param paths       REST bases such as {@code /api/loyalty}
 * @param types       record types, by their full name
 * @param permissions functions it protects and actions of its record types
 * @param timers      components that do something by the clock
 * @param asks        permissions its REST calls ask their callers for; {@code public} among them means calls without signing in
 */
public record Brings(List<Item> menu, List<Item> paths, List<Item> types, List<Item> permissions, List<Item> timers, List<String> asks) {

    private static final String PERMISSION = "org.tenon.sdk.rest.Permission";
    private static final String PUBLIC = "org.tenon.sdk.rest.Public";
    private static final String BASE = "osgi.jaxrs.application.base";

    public Brings {
        menu = List.copyOf(menu);
        paths = List.copyOf(paths);
        types = List.copyOf(types);
        permissions = List.copyOf(permissions);
        timers = List.copyOf(timers);
        asks = List.copyOf(asks);
    }

    /**
     * One thing it brings.
     *
     * @param key   of its text among {@code texts}, empty if it has none
     */
    public record Item(String name, String key, Texts texts) {

        public String label(Locale locale) {
            return texts.find(key, locale, name);
        }
    }

    /** JSON-ready: each list has {@code name} and {@code label} in the language. */
    public Map<String, Object> in(Locale locale) {
        return Map.of("menu", items(menu, locale), "paths", items(paths, locale), "types", items(types, locale),
            "permissions", items(permissions, locale), "timers", items(timers, locale));
    }

    private static List<Map<String, Object>> items(List<Item> items, Locale locale) {
        return items.stream().map(item -> Map.<String, Object>of("name", item.name(), "label", item.label(locale))).toList();
    }

    public static Brings of(List<BundleJar> bundles) {
        List<Item> menu = each(bundles, (bundle, found) -> menu(bundle).forEach(entry -> found.add(item(bundle, entry.id(), "menu." + entry.id()))));
        List<Item> paths = each(bundles, (bundle, found) -> bundle.components().stream().filter(component -> component.properties().containsKey(BASE))
            .forEach(component -> found.add(item(bundle, component.properties().get(BASE), ""))));
        List<Item> types = each(bundles, (bundle, found) -> bundle.recordTypes()
            .forEach(type -> found.add(item(bundle, type.text("area") + "." + type.text("name"), type.text("name") + ".plural"))));
        List<Item> permissions = each(bundles, Brings::permissions);
        List<Item> timers = each(bundles, (bundle, found) -> bundle.components().stream().filter(component -> component.offers("TimerTask"))
            .forEach(component -> found.add(item(bundle, timer(bundle, component), "timer." + shortened(timer(bundle, component))))));
        return new Brings(menu, paths, types, permissions, timers, asks(bundles));
    }

    private static List<Item> each(List<BundleJar> bundles, BiConsumer<BundleJar, List<Item>> collect) {
        List<Item> found = new ArrayList<>();
        bundles.forEach(bundle -> collect.accept(bundle, found));
        return found.stream().distinct().toList();
    }

    private static Item item(BundleJar bundle, String name, String key) {
        return new Item(name, key, bundle.texts());
    }

    private static List<ClassFacts.MenuEntry> menu(BundleJar bundle) {
        return bundle.classes().stream().flatMap(known -> known.menu().stream()).filter(entry -> entry.path() != null).toList();
    }

    /** The functions a contribution names are constants of its class; those of record types follow from their declaration. */
    private static void permissions(BundleJar bundle, List<Item> found) {
        for (Component component : bundle.components()) {
            if (component.offers("PermissionContribution")) {
                bundle.type(component.implementation()).map(ClassFacts::texts).orElse(List.of()).stream().filter(text -> text.matches("[a-z][\\w.-]*:[a-z]\\w*"))
                    .forEach(text -> found.add(item(bundle, text, "permission." + text)));
            }
        }
        for (ClassFacts.Annotation type : bundle.recordTypes()) {
            String name = type.text("area") + "." + type.text("name");
            type.texts("actions").forEach(action -> found.add(item(bundle, name + ":" + action, type.text("name") + ".action." + action)));
        }
    }

    /** A timer's own name is a constant of its class, {@code <area>.<name>}; else the class's name stands for it. */
    private static String timer(BundleJar bundle, Component component) {
        String prefix = bundle.area() + ".";
        return bundle.type(component.implementation()).map(ClassFacts::texts).orElse(List.of()).stream()
            .filter(text -> text.startsWith(prefix) && text.matches("[\\w.-]+")).findFirst().orElse(component.name());
    }

    private static String shortened(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static List<String> asks(List<BundleJar> bundles) {
        Set<String> asked = new LinkedHashSet<>();
        for (BundleJar bundle : bundles) {
            for (ClassFacts known : bundle.classes()) {
                ask(known.annotations(), asked);
                known.methods().forEach(method -> ask(method.annotations(), asked));
            }
        }
        return List.copyOf(asked);
    }

    private static void ask(Map<String, ClassFacts.Annotation> annotations, Set<String> asked) {
        if (annotations.containsKey(PERMISSION)) {
            asked.add(annotations.get(PERMISSION).text("value"));
        }
        if (annotations.containsKey(PUBLIC)) {
            asked.add("public");
        }
    }
}
