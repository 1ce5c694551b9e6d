package org.tenon.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the folder with {@code initdb} and {@code pg_ctl}. */
final class PostgresBinaries {

    private PostgresBinaries() {
    }

    /** The folder named by {@code TENON_PG_BIN}, else the newest of Debian's, else one on the path. */
    static Optional<Path> find() {
        List<Path> places = new ArrayList<>();
        String chosen = System.getenv("TENON_PG_BIN");
        if (chosen != null && !chosen.isBlank()) {
            places.add(Path.of(chosen));
        }
        places.addAll(debian());
        for (String place : Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator)) {
            places.add(Path.of(place));
        }
        return places.stream().filter(place -> Files.isExecutable(place.resolve("initdb")) && Files.isExecutable(place.resolve("pg_ctl"))).findFirst();
    }

    private static List<Path> debian() {
        Path root = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> versions = Files.list(root)) {
            return versions.sorted(Comparator.comparingInt(PostgresBinaries::major).reversed()).map(version -> version.resolve("bin")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int major(Path version) {
        String digits = version.getFileName().toString().replaceAll("\\D.*", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }
}
