package org.tenon.sdk.lint.rule;

import java.util.ArrayList;
import java.util.List;
import org.tenon.sdk.lint.archive.PluginArchive;
import org.tenon.sdk.lint.bundle.BundleJar;
import org.tenon.sdk.lint.bundle.Component;
import org.tenon.sdk.lint.text.Sentence;

/** Whatever the web reaches goes through the gateway to the plugin's own JAX-RS application: nothing hooks into other applications or beside the gateway. */
final class WhiteboardRule implements Rule {

    private static final String NAME = "whiteboard";

    @Override
    public List<Finding> check(PluginArchive archive) {
        List<Finding> findings = new ArrayList<>();
        for (BundleJar bundle : archive.bundles()) {
            for (Component component : bundle.components()) {
                component.properties().keySet().stream().sorted().forEach(property -> check(component, property, findings));
                if (component.provides().stream().anyMatch(service -> service.startsWith("javax.servlet.") || service.equals("org.osgi.service.http.context.ServletContextHelper"))) {
                    findings.add(Finding.refuse(NAME, Sentence.of("lint.whiteboard.servlet", component.name())));
                }
                if (component.provides().stream().anyMatch(service -> service.startsWith("org.osgi.framework.hooks."))) {
                    findings.add(Finding.refuse(NAME, Sentence.of("lint.whiteboard.hook", component.name())));
                }
            }
        }
        return findings;
    }

    private static void check(Component component, String property, List<Finding> findings) {
        switch (property) {
            case "osgi.jaxrs.extension" -> findings.add(Finding.refuse(NAME,
                Sentence.of("lint.whiteboard.extension", component.name())));
            case "osgi.jaxrs.application.select" -> findings.add(Finding.refuse(NAME,
                Sentence.of("lint.whiteboard.select", component.name())));
            case "osgi.jaxrs.resource" -> findings.add(Finding.refuse(NAME,
                Sentence.of("lint.whiteboard.resource", component.name())));
            default -> {
                if (property.startsWith("osgi.http.whiteboard.")) {
                    findings.add(Finding.refuse(NAME, Sentence.of("lint.whiteboard.http", component.name(), property)));
                }
            }
        }
    }
}
