package org.tenon.sdk.lint.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tenon.sdk.lint.archive.PluginArchive.Requirement;
import org.tenon.sdk.lint.bundle.Xml;
import org.tenon.sdk.lint.text.Sentence;
import org.tenon.sdk.lint.zip.ArchiveException;
import org.w3c.dom.Element;

/** A KAR's features file: one feature, its bundles, what it depends on. */
record FeatureFile(String name, String version, List<Location> bundles, List<Requirement> requires, List<Sentence> notes) {

    private static final Set<String> PLAIN = Set.of("details", "feature", "bundle");

    /** @param path in the KAR @param startLevel 0 where none is given */
    record Location(String path, int startLevel) {
    }

    /** @throws ArchiveException if it holds none or several features, or names a bundle in a way that does not lead into the KAR */
    static FeatureFile read(String file, byte[] xml) throws IOException {
        Element root = Xml.parse(file, xml);
        List<Element> features = Xml.children(root, "feature");
        if (features.size() != 1) {
            throw new ArchiveException(Sentence.of("lint.archive.oneFeature", features.size()));
        }
        Element feature = features.get(0);
        List<Sentence> notes = new ArrayList<>();
        if (!Xml.children(root, "repository").isEmpty()) {
            notes.add(Sentence.of("lint.feature.repository"));
        }
        for (Element part : Xml.children(feature)) {
            if (!PLAIN.contains(part.getLocalName())) {
                notes.add(Sentence.of("lint.feature.part", part.getLocalName()));
            }
        }
        List<Location> bundles = new ArrayList<>();
        for (Element bundle : Xml.children(feature, "bundle")) {
            String level = bundle.getAttribute("start-level");
            bundles.add(new Location(path(bundle.getTextContent().strip()), level.matches("\\d{1,3}") ? Integer.parseInt(level) : 0));
        }
        List<Requirement> requires = Xml.children(feature, "feature").stream()
            .map(other -> new Requirement(other.getTextContent().strip(), other.getAttribute("version"))).toList();
        return new FeatureFile(feature.getAttribute("name"), feature.getAttribute("version"), bundles, requires, notes);
    }

    /** Where {@code mvn:group/artifact/version[/type[/classifier]]} lies in a KAR. */
    private static String path(String url) throws ArchiveException {
        String[] parts = url.startsWith("mvn:") ? url.substring(4).split("/") : new String[0];
        if (parts.length < 3 || parts.length > 5) {
            throw new ArchiveException(Sentence.of("lint.archive.bundleElsewhere", url));
        }
        String type = parts.length > 3 && !parts[3].isEmpty() ? parts[3] : "jar";
        String classifier = parts.length > 4 ? "-" + parts[4] : "";
        return "repository/" + parts[0].replace('.', '/') + "/" + parts[1] + "/" + parts[2] + "/" + parts[1] + "-" + parts[2] + classifier + "." + type;
    }
}
