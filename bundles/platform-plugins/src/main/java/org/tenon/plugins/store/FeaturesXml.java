package org.tenon.plugins.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.tenon.plugins.refusal.Refusal;
import org.tenon.sdk.TenonException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A Karaf features file: read from a plugin's archive, made for a single bundle, written with places of our own. */
final class FeaturesXml {

    private static final String NAMESPACE = "http://karaf.apache.org/xmlns/features/v1.6.0";

    private final Document document;

    private FeaturesXml(Document document) {
        this.document = document;
    }

    /** @throws TenonException UNREADABLE if it is no features file */
    static FeaturesXml read(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            Document document = factory().newDocumentBuilder().parse(content);
            if (!"features".equals(document.getDocumentElement().getLocalName())) {
                throw Refusal.unreadable("plugins.said.noFeatures", file.getFileName());
            }
            return new FeaturesXml(document);
        } catch (SAXException e) {
            throw Refusal.unreadable("plugins.said.noXml", file.getFileName(), e.getMessage());
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For a plugin that is a bundle and nothing else. */
    static FeaturesXml of(String name, String version, String description, String location) {
        try {
            Document document = factory().newDocumentBuilder().newDocument();
            Element root = document.createElementNS(NAMESPACE, "features");
            Element feature = document.createElementNS(NAMESPACE, "feature");
            Element bundle = document.createElementNS(NAMESPACE, "bundle");
            root.setAttribute("name", name);
            feature.setAttribute("name", name);
            feature.setAttribute("version", version);
            feature.setAttribute("description", description);
            bundle.setTextContent(location);
            document.appendChild(root).appendChild(feature).appendChild(bundle);
            return new FeaturesXml(document);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setNamespaceAware(true);
        return factory;
    }

    /** The one feature that no other of the file asks for. @throws TenonException UNREADABLE if there is none, or more than one */
    Element top() {
        Set<String> asked = new HashSet<>();
        for (Element feature : features()) {
            children(feature, "feature").forEach(dependency -> asked.add(dependency.getTextContent().strip()));
        }
        List<Element> tops = features().stream().filter(feature -> !asked.contains(feature.getAttribute("name"))).toList();
        if (tops.size() != 1) {
            throw Refusal.unreadable("plugins.said.oneFeature", tops.size());
        }
        return tops.get(0);
    }

    /** Features that the plugin's need and do not bring. */
    List<String> needs() {
        Set<String> own = new HashSet<>();
        features().forEach(feature -> own.add(feature.getAttribute("name")));
        return features().stream().flatMap(feature -> children(feature, "feature").stream()).map(dependency -> dependency.getTextContent().strip())
            .filter(name -> !own.contains(name)).distinct().toList();
    }

    /** Says where each bundle lies. */
    void relocate(String repositoryName, UnaryOperator<String> place) {
        document.getDocumentElement().setAttribute("name", repositoryName);
        children(document.getDocumentElement(), "repository").forEach(other -> other.getParentNode().removeChild(other));
        NodeList bundles = document.getElementsByTagNameNS("*", "bundle");
        for (int i = 0; i < bundles.getLength(); i++) {
            Node bundle = bundles.item(i);
            bundle.setTextContent(place.apply(bundle.getTextContent().strip()));
        }
    }

    /** Bundles of all its features, as they are placed. */
    List<String> locations() {
        List<String> locations = new ArrayList<>();
        NodeList bundles = document.getElementsByTagNameNS("*", "bundle");
        for (int i = 0; i < bundles.getLength(); i++) {
            locations.add(bundles.item(i).getTextContent().strip());
        }
        return locations;
    }

    void write(Path file) throws IOException {
        try {
            TransformerFactory.newDefaultInstance().newTransformer().transform(new DOMSource(document), new StreamResult(file.toFile()));
        } catch (TransformerException e) {
            throw new IOException(file + " cannot be written", e);
        }
    }

    private List<Element> features() {
        return children(document.getDocumentElement(), "feature");
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }
}
