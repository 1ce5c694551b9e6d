package org.tenon.plugins;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Folders of {@code TENON_HOME} that plugins use. */
final class Homes {

    private Homes() {
    }

    static Path plugins() {
        return home().resolve("plugins");
    }

    /** What {@code conf/tenon.properties} says; nothing if it is not there. */
    static Properties settings() {
        Properties settings = new Properties();
        Path file = home().resolve("conf/tenon.properties");
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                settings.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(file + " cannot be read", e);
            }
        }
        return settings;
    }

    static Path home() {
        String chosen = System.getProperty("tenon.home", "");
        return (chosen.isBlank() ? Path.of(System.getProperty("user.home"), ".tenon") : Path.of(chosen)).toAbsolutePath().normalize();
    }
}
