package org.tenon.persistence.migrate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * A migration.
 *
 * @param name {@code V<n>__<words>.sql}; runs once, in the order of n
 * @param text SQL in UTF-8, statements ended by semicolons
 */
public record Script(String name, String text) {

    private static final String NAME = "V\\d+(_\\d+)*__\\w+\\.sql";

    public Script {
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException("a migration is named V<n>__<words>.sql, not " + name);
        }
    }

    /** Reads a script. @param source of the text; closed */
    public static Script read(String path, InputStream source) throws IOException {
        try (source) {
            return new Script(path.substring(path.lastIndexOf('/') + 1), new String(source.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** The scripts {@code db/*.sql} of the jar or folder of class files that this class comes from; none if it has no such folder. */
    public static List<Script> beside(Class<?> anchor) {
        try {
            URL place = anchor.getProtectionDomain().getCodeSource().getLocation();
            Path path = Path.of(place.toURI());
            return Files.isDirectory(path) ? inFolder(path.resolve("db")) : inJar(path);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(anchor + " comes from no file", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Script> inFolder(Path folder) throws IOException {
        List<Script> scripts = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(file -> file.toString().endsWith(".sql")).sorted().toList()) {
                    scripts.add(read(file.toString().replace('\\', '/'), Files.newInputStream(file)));
                }
            }
        }
        return scripts;
    }

    private static List<Script> inJar(Path path) throws IOException {
        List<Script> scripts = new ArrayList<>();
        try (JarFile jar = new JarFile(path.toFile())) {
            for (var entry : jar.stream().filter(entry -> entry.getName().matches("db/[^/]+\\.sql")).sorted(Comparator.comparing(e -> e.getName())).toList()) {
                scripts.add(read(entry.getName(), jar.getInputStream(entry)));
            }
        }
        return scripts;
    }

    /** As Flyway computes it: over the lines without their ends. */
    int checksum() {
        CRC32 sum = new CRC32();
        text.replaceFirst("^\uFEFF", "").lines().forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
        return (int) sum.getValue();
    }
}
