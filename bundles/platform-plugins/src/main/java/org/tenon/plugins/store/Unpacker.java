package org.tenon.plugins.store;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.tenon.plugins.archive.Inspector;
import org.tenon.plugins.refusal.Refusal;
import org.tenon.sdk.TenonException;
import org.w3c.dom.Element;

/** Lays a plugin's archive out as files: a KAR with its repository, or a single bundle. */
final class Unpacker {

    private static final String REPOSITORY = "repository";
    private static final String PLATFORM = "tenon-";
    private static final String FILE = "file:";

    private Unpacker() {
    }

    /**
     * Unpacks into an empty folder.
     *
     * @throws TenonException UNREADABLE if the archive is no plugin
     */
    static Unpacked unpack(Path archive, Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            boolean kar = zip.stream().anyMatch(entry -> entry.getName().startsWith(REPOSITORY + "/"));
            if (kar) {
                Inspector.unpack(archive, folder);
                return ofKar(folder);
            }
        }
        return ofBundle(archive, folder);
    }

    private static Unpacked ofKar(Path folder) throws IOException {
        Path repository = folder.resolve(REPOSITORY);
        FeaturesXml xml = FeaturesXml.read(features(repository));
        List<BundleFile> bundles = new ArrayList<>();
        xml.relocate(REPOSITORY, location -> {
            Path file = MavenPlace.in(repository, location);
            return file == null || !Files.isRegularFile(file) ? location : file.toUri().toString();
        });
        for (String location : xml.locations()) {
            if (location.startsWith(FILE)) {
                bundles.add(bundle(Path.of(URI.create(location))));
            }
        }
        return finished(xml, folder, bundles);
    }

    private static Path features(Path repository) throws IOException {
        List<Path> found;
        try (Stream<Path> files = Files.walk(repository)) {
            found = files.filter(file -> file.toString().endsWith(".xml") && !file.getFileName().toString().startsWith("maven-metadata")).toList();
        }
        if (found.size() != 1) {
            throw Refusal.unreadable("plugins.said.oneFeaturesFile", found.size());
        }
        return found.get(0);
    }

    private static Unpacked ofBundle(Path archive, Path folder) throws IOException {
        Path file = folder.resolve("bundle.jar");
        Files.copy(archive, file);
        BundleFile bundle = bundle(file);
        String area = bundle.headers().get("Tenon-Area");
        String name = area == null || area.isBlank() ? bundle.name().substring(bundle.name().lastIndexOf('.') + 1) : area.strip();
        String label = bundle.headers().getOrDefault(Constants.BUNDLE_NAME, name);
        return finished(FeaturesXml.of(name, bundle.version().toString(), label, file.toUri().toString()), folder, List.of(bundle));
    }

    private static Unpacked finished(FeaturesXml xml, Path folder, List<BundleFile> bundles) throws IOException {
        Element top = xml.top();
        String name = top.getAttribute("name");
        String version = top.getAttribute("version");
        xml.relocate(Unpacked.REPOSITORY + name + "-" + version, location -> location);
        // Last, and at once: with it the folder is complete.
        xml.write(folder.resolve(Unpacked.FEATURES + ".new"));
        SafeFile.replace(folder.resolve(Unpacked.FEATURES + ".new"), folder.resolve(Unpacked.FEATURES));
        return described(xml, folder, bundles);
    }

    private static Unpacked described(FeaturesXml xml, Path folder, List<BundleFile> bundles) {
        Element top = xml.top();
        String name = top.getAttribute("name");
        String version = top.getAttribute("version");
        String label = top.getAttribute("description").isBlank() ? name : top.getAttribute("description");
        return new Unpacked(name, version, label, folder, bundles, xml.needs().stream().filter(need -> !need.startsWith(PLATFORM)).toList());
    }

    /** What lies in a folder that was unpacked earlier; empty if that was broken off, or the folder has moved since. */
    static Optional<Unpacked> read(Path folder) throws IOException {
        Path features = folder.resolve(Unpacked.FEATURES);
        if (!Files.exists(features)) {
            return Optional.empty();
        }
        FeaturesXml xml = FeaturesXml.read(features);
        List<Path> files = xml.locations().stream().filter(location -> location.startsWith(FILE)).map(location -> Path.of(URI.create(location))).toList();
        if (!files.stream().allMatch(file -> file.startsWith(folder) && Files.exists(file))) {
            return Optional.empty();
        }
        List<BundleFile> bundles = new ArrayList<>();
        for (Path file : files) {
            bundles.add(bundle(file));
        }
        return Optional.of(described(xml, folder, bundles));
    }

    private static BundleFile bundle(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            Manifest manifest = jar.getManifest();
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            if (manifest != null) {
                manifest.getMainAttributes().forEach((name, value) -> headers.put(name.toString(), value.toString()));
            }
            String name = headers.get(Constants.BUNDLE_SYMBOLICNAME);
            if (name == null || name.isBlank()) {
                throw Refusal.unreadable("plugins.said.noBundleFile", file.getFileName());
            }
            return new BundleFile(file, name.split(";")[0].strip(), Version.parseVersion(headers.getOrDefault(Constants.BUNDLE_VERSION, "0")), headers);
        }
    }
}
