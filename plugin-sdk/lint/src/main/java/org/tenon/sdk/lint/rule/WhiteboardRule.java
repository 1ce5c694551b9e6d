package org.tenon.sdk.lint.rule;

import java.util.ArrayList;
import java.util.List;
import org.tenon.sdk.lint.archive.PluginArchive;
import org.tenon.sdk.lint.bundle.BundleJar;
import org.tenon.sdk.lint.bundle.Component;

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
                    findings.add(Finding.refuse(NAME, component.name() + " is a servlet or filter beside the gateway; offer a JAX-RS application"));
                }
                if (component.provides().stream().anyMatch(service -> service.startsWith("org.osgi.framework.hooks."))) {
                    findings.add(Finding.refuse(NAME, component.name() + " hooks into the container"));
                }
            }
        }
        return findings;
    }

    private static void check(Component component, String property, List<Finding> findings) {
        switch (property) {
            case "osgi.jaxrs.extension" -> findings.add(Finding.refuse(NAME,
                component.name() + " extends JAX-RS applications (JaxrsExtension), which tears them down when it comes or goes; register it as a singleton of your own application"));
            case "osgi.jaxrs.application.select" -> findings.add(Finding.refuse(NAME,
                component.name() + " selects applications (JaxrsApplicationSelect); make its classes singletons of your own application"));
            case "osgi.jaxrs.resource" -> findings.add(Finding.refuse(NAME,
                component.name() + " is a JAX-RS resource of its own (JaxrsResource), outside of the gateway; make it a singleton of your application"));
            default -> {
                if (property.startsWith("osgi.http.whiteboard.")) {
                    findings.add(Finding.refuse(NAME, component.name() + " registers with the HTTP whiteboard (" + property + "), beside the gateway"));
                }
            }
        }
    }
}
