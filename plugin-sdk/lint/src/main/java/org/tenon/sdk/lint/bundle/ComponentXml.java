package org.tenon.sdk.lint.bundle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tenon.sdk.lint.zip.SafeZip;
import org.w3c.dom.Element;

/** Reads the components that a bundle's {@code Service-Component} header names. */
final class ComponentXml {

    private ComponentXml() {
    }

    static List<Component> read(SafeZip jar, String header) throws IOException {
        List<Component> components = new ArrayList<>();
        for (String pattern : header.isBlank() ? new String[0] : header.split("\\s*,\\s*")) {
            for (String name : matching(jar, pattern.strip())) {
                Element root = Xml.parse(name, jar.bytes(name));
                if ("component".equals(root.getLocalName())) {
                    components.add(component(root));
                }
                for (Element component : Xml.children(root, "component")) {
                    components.add(component(component));
                }
            }
        }
        return components;
    }

    /** The last part of the path may hold {@code *}. */
    private static List<String> matching(SafeZip jar, String pattern) {
        String folder = pattern.substring(0, pattern.lastIndexOf('/') + 1);
        String file = pattern.substring(folder.length());
        String regex = "\\Q" + file.replace("*", "\\E[^/]*\\Q") + "\\E";
        return jar.names().stream().filter(name -> name.startsWith(folder) && name.substring(folder.length()).matches(regex)).toList();
    }

    private static Component component(Element element) {
        String implementation = Xml.children(element, "implementation").stream().map(child -> child.getAttribute("class")).findFirst().orElse("");
        List<String> provides = Xml.children(element, "service").stream().flatMap(service -> Xml.children(service, "provide").stream())
            .map(provide -> provide.getAttribute("interface")).toList();
        List<String> requires = Xml.children(element, "reference").stream()
            .filter(reference -> !reference.getAttribute("cardinality").startsWith("0")).map(reference -> reference.getAttribute("interface")).toList();
        String name = element.getAttribute("name");
        return new Component(name.isEmpty() ? implementation : name, implementation, provides, requires, properties(element));
    }

    private static Map<String, String> properties(Element element) {
        Map<String, String> properties = new HashMap<>();
        for (Element property : Xml.children(element, "property")) {
            String value = property.hasAttribute("value") ? property.getAttribute("value") : property.getTextContent().strip();
            properties.put(property.getAttribute("name"), value);
        }
        return properties;
    }
}
