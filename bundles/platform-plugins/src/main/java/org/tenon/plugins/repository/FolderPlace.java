package org.tenon.plugins.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.plugins.archive.Inspector;
import org.tenon.sdk.lint.archive.ArchiveReader;
import org.tenon.sdk.lint.archive.PluginArchive;
import org.tenon.sdk.lint.zip.ArchiveException;

/** A folder with KARs and bundles. Each file is looked into once, and again when it has changed; files that are no plugins are passed over. */
final class FolderPlace implements Place {

    private static final Logger LOG = LoggerFactory.getLogger(FolderPlace.class);

    private record Seen(FileTime changed, long size, List<Offered> offered) {
    }

    private final Path folder;
    private final String name;
    private final Map<Path, Seen> seen = new ConcurrentHashMap<>();

    FolderPlace(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Offered> list() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new PlaceException("plugins.said.noFolder");
        }
        List<Offered> offered = new ArrayList<>();
        for (Path file : files()) {
            offered.addAll(look(file));
        }
        return offered;
    }

    @Override
    public void fetch(Offered offered, Path target) throws IOException {
        for (Path file : files()) {
            if (id(file).equals(offered.id())) {
                Files.copy(file, target);
                return;
            }
        }
        throw new PlaceException("plugins.said.fileGone");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(kar|jar)")).filter(Files::isRegularFile).sorted().toList();
        }
    }

    private List<Offered> look(Path file) throws IOException {
        FileTime changed = Files.getLastModifiedTime(file);
        Seen known = seen.get(file);
        if (known == null || !known.changed().equals(changed) || known.size() != Files.size(file)) {
            known = new Seen(changed, Files.size(file), read(file));
            seen.put(file, known);
        }
        return known.offered();
    }

    private List<Offered> read(Path file) throws IOException {
        try {
            PluginArchive archive = ArchiveReader.read(file);
            String label = archive.main().map(bundle -> bundle.texts().find("area.label", Locale.ENGLISH, archive.name())).orElse(archive.name());
            return List.of(new Offered(id(file), archive.name(), archive.version(), label, Inspector.sha256(file), Files.size(file), name));
        } catch (ArchiveException e) {
            LOG.info("{} is offered by nobody: {}", file, e.getMessage());
            return List.of();
        }
    }

    private String id(Path file) {
        return Index.id(name, file.getFileName().toString());
    }
}
