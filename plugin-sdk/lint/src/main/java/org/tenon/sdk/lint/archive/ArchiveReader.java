package org.tenon.sdk.lint.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.felix.utils.version.VersionTable;
import org.tenon.sdk.lint.bundle.BundleJar;
import org.tenon.sdk.lint.bundle.BundleReader;
import org.tenon.sdk.lint.text.Sentence;
import org.tenon.sdk.lint.zip.ArchiveException;
import org.tenon.sdk.lint.zip.Budget;
import org.tenon.sdk.lint.zip.SafeZip;

/** Reads an archive without loading or running anything of it. Needs room beside it in the system's folder for temporary files. Safe for all threads. */
public final class ArchiveReader {

    private static final String REPOSITORY = "repository/";
    private static final String NAME = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
    private static final int LONGEST = 40;

    private ArchiveReader() {
    }

    /** @throws ArchiveException in plain words, if this is no plugin at all or not safe to open */
    public static PluginArchive read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new ArchiveException(Sentence.of("lint.archive.noFile"));
        }
        Path work = Files.createTempDirectory("tenon-lint");
        try {
            Budget budget = Budget.usual();
            try (SafeZip zip = SafeZip.open(file, budget)) {
                PluginArchive archive = zip.names().stream().anyMatch(name -> name.startsWith(REPOSITORY))
                    ? kar(zip, work, budget) : bundle(file, work, budget);
                return checked(archive);
            }
        } finally {
            delete(work);
        }
    }

    private static PluginArchive bundle(Path file, Path work, Budget budget) throws IOException {
        BundleJar bundle = new BundleReader(work, budget).read(file, "", 0);
        String symbolic = bundle.symbolicName();
        String name = bundle.area().isEmpty() ? symbolic.substring(symbolic.lastIndexOf('.') + 1) : bundle.area();
        return new PluginArchive(name, bundle.version(), false, List.of(bundle), List.of(), List.of());
    }

    private static PluginArchive kar(SafeZip zip, Path work, Budget budget) throws IOException {
        zip.readAll();
        FeatureFile feature = feature(zip);
        List<BundleJar> bundles = new ArrayList<>();
        for (FeatureFile.Location location : feature.bundles()) {
            if (!zip.has(location.path())) {
                throw new ArchiveException(Sentence.of("lint.archive.bundleElsewhere", location.path()));
            }
            Path copy = Files.createTempFile(work, "bundle", ".jar");
            zip.copy(location.path(), copy);
            try {
                bundles.add(new BundleReader(work, budget).read(copy, location.path(), location.startLevel()));
            } catch (ArchiveException e) {
                throw new ArchiveException(Sentence.of("lint.archive.within", location.path(), e.sentence()), e);
            }
            Files.delete(copy);
        }
        List<Sentence> notes = new ArrayList<>(feature.notes());
        zip.names().stream().filter(name -> unexpected(name, feature)).map(name -> Sentence.of("lint.feature.stray", name)).forEach(notes::add);
        return new PluginArchive(feature.name(), feature.version(), true, bundles, feature.requires(), notes);
    }

    private static FeatureFile feature(SafeZip zip) throws IOException {
        List<String> files = zip.names().stream().filter(name -> name.startsWith(REPOSITORY) && name.endsWith(".xml"))
            .filter(name -> !name.substring(name.lastIndexOf('/')).startsWith("/maven-metadata")).toList();
        if (files.size() != 1) {
            throw new ArchiveException(Sentence.of("lint.archive.oneFeaturesFile", files.size()));
        }
        return FeatureFile.read(files.get(0), zip.bytes(files.get(0)));
    }

    /** Anything but bundles, the features file, what Maven writes beside them, and the archive's own description. */
    private static boolean unexpected(String name, FeatureFile feature) {
        return !name.startsWith("META-INF/") && !name.endsWith(".xml") && !name.endsWith(".properties") && !name.endsWith(".info")
            && feature.bundles().stream().noneMatch(location -> location.path().equals(name));
    }

    private static PluginArchive checked(PluginArchive archive) throws ArchiveException {
        if (!archive.name().matches(NAME) || archive.name().length() > LONGEST) {
            throw new ArchiveException(Sentence.of("lint.archive.name", LONGEST, archive.name()));
        }
        if (archive.bundles().isEmpty()) {
            throw new ArchiveException(Sentence.of("lint.archive.empty"));
        }
        try {
            if (archive.version().isEmpty() || !archive.version().matches("\\d[\\w.-]{0,30}")) {
                throw new ArchiveException(Sentence.of("lint.archive.version", archive.version()));
            }
            VersionTable.getVersion(archive.version());
            return archive;
        } catch (IllegalArgumentException e) {
            throw new ArchiveException(Sentence.of("lint.archive.version", archive.version()), e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
