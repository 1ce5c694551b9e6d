package org.tenon.plugins.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.tenon.plugins.archive.Inspector;
import org.tenon.plugins.refusal.Refusal;
import org.tenon.sdk.TenonException;

/**
 * The folder {@code TENON_HOME/plugins}. {@code archives/<name>/<version>.kar} as they were received; {@code unpacked/<name>/<version>~<sum>/}, which can
 * be made anew from them at any time and is when the home has moved; {@code installed.json} and {@code pending.json}.
 */
public final class Store {

    private static final String NAME = "[a-z][a-z0-9-]{0,60}";
    private static final String VERSION = "[0-9][0-9A-Za-z._-]{0,58}";
    /** Addresses below {@code /api/plugins} that are no plugin's. */
    private static final Set<String> RESERVED = Set.of("attempts", "repository", "uploads");
    private static final String KAR = ".kar";

    private static final String MARK = "~";
    private static final int SHOWN = 12;

    private record Sum(FileTime changed, long size, String sha256) {
    }

    private final Map<Path, Sum> sums = new ConcurrentHashMap<>();
    /** What was read of folders in {@code unpacked/}, whose contents never change while they are there. */
    private final Map<Path, Unpacked> read = new ConcurrentHashMap<>();
    private final Path folder;
    private final Installed installed;
    private final Journal journal;

    /** Makes the folder if it is not there. */
    public Store(Path folder) {
        try {
            this.folder = Files.createDirectories(folder.toAbsolutePath().normalize());
            Files.createDirectories(folder.resolve("archives"));
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be made", e);
        }
        this.installed = new Installed(this.folder.resolve("installed.json"));
        this.journal = new Journal(this.folder.resolve("pending.json"));
    }

    public Installed installed() {
        return installed;
    }

    public Journal journal() {
        return journal;
    }

    /** @throws TenonException UNREADABLE for a name or a version that nothing can be kept under */
    public static void checkForm(String name, String version) {
        if (!name.matches(NAME)) {
            throw Refusal.unreadable("plugins.said.nameForm", name);
        }
        if (RESERVED.contains(name)) {
            throw Refusal.unreadable("plugins.said.nameReserved", name);
        }
        if (!version.matches(VERSION)) {
            throw Refusal.unreadable("plugins.said.versionForm", version);
        }
    }

    /** Keeps a copy of the archive, for restarts and for the way back. Another one of the same version waits aside until {@link #settle}. */
    public void keep(Path archive, String name, String version) {
        try {
            Path target = archive(name, version);
            Files.createDirectories(target.getParent());
            Path temporary = target.resolveSibling(version + ".new");
            Files.copy(archive, temporary, StandardCopyOption.REPLACE_EXISTING);
            if (Files.exists(target)) {
                SafeFile.replace(target, aside(name, version));
            }
            SafeFile.replace(temporary, target);
        } catch (IOException e) {
            throw new UncheckedIOException("the archive cannot be kept", e);
        }
    }

    /** Ends a change: of two archives of one version the one with this sum stays. */
    public void settle(String name, String version, String sha256) {
        Path aside = aside(name, version);
        try {
            if (Files.exists(aside)) {
                if (sum(aside).equals(sha256)) {
                    SafeFile.replace(aside, archive(name, version));
                } else {
                    SafeFile.delete(aside);
                }
            }
            clearUnpacked(name, version, Files.exists(archive(name, version)) ? unpackedFolder(name, version) : null);
        } catch (IOException e) {
            throw new UncheckedIOException("the archive cannot be kept", e);
        }
    }

    private Path aside(String name, String version) {
        return folder.resolve("archives").resolve(name).resolve(version + ".before");
    }

    /** The versions whose archives are kept, newest first. */
    public List<String> versions(String name) {
        try (Stream<Path> files = Files.list(folder.resolve("archives").resolve(name))) {
            return files.map(file -> file.getFileName().toString()).filter(file -> file.endsWith(KAR))
                .map(file -> file.substring(0, file.length() - KAR.length())).sorted(Versions.ORDER.reversed()).toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the archive of a version is kept. */
    public Path archive(String name, String version) {
        return folder.resolve("archives").resolve(name).resolve(version + KAR);
    }

    /**
     * The version, laid out for the container; unpacked now if that is not done, or was done while the home lay elsewhere.
     *
     * @throws TenonException NOT_FOUND if no archive of it is kept, CONFLICT if that is damaged
     */
    public synchronized Unpacked unpacked(String name, String version) {
        Path archive = archive(name, version);
        if (!Files.exists(archive)) {
            throw Refusal.notFound("plugins.said.noArchive", name, version);
        }
        try {
            Path target = unpackedFolder(name, version);
            Unpacked known = read.get(target);
            if (known == null || !known.isThere()) {
                known = laidOut(archive, target);
                read.put(target, known);
            }
            return known;
        } catch (ZipException e) {
            throw Refusal.conflict("plugins.said.damaged", name, version, e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(name + " " + version + " cannot be unpacked", e);
        }
    }

    private static Unpacked laidOut(Path archive, Path target) throws IOException {
        Optional<Unpacked> there = Unpacker.read(target);
        if (there.isPresent()) {
            return there.get();
        }
        clear(target);
        return Unpacker.unpack(archive, Files.createDirectories(target));
    }

    /** The container remembers what it read from an address: other contents have another. */
    private Path unpackedFolder(String name, String version) throws IOException {
        return folder.resolve("unpacked").resolve(name).resolve(version + MARK + sum(archive(name, version)).substring(0, SHOWN));
    }

    private void clearUnpacked(String name, String version, @Nullable Path but) throws IOException {
        Path parent = folder.resolve("unpacked").resolve(name);
        if (Files.isDirectory(parent)) {
            try (Stream<Path> folders = Files.list(parent)) {
                folders.filter(one -> one.getFileName().toString().startsWith(version + MARK) && !one.equals(but)).toList().forEach(gone -> {
                    read.remove(gone);
                    clear(gone);
                });
            }
        }
    }

    private String sum(Path file) throws IOException {
        Sum known = sums.get(file);
        FileTime changed = Files.getLastModifiedTime(file);
        long size = Files.size(file);
        if (known == null || known.size() != size || !known.changed().equals(changed)) {
            known = new Sum(changed, size, Inspector.sha256(file));
            sums.put(file, known);
        }
        return known.sha256();
    }

    /** Drops the archive of one version. */
    public void forget(String name, String version) {
        try {
            Files.deleteIfExists(archive(name, version));
            clearUnpacked(name, version, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Drops all archives of a plugin. */
    public void forget(String name) {
        versions(name).forEach(version -> forget(name, version));
    }

    /** Room for archives that are looked at and not kept yet; emptied at each start. */
    public Path uploads() {
        return folder.resolve("uploads");
    }

    /** Removes a folder and all in it. */
    public static void clear(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
