package org.tenon.plugins.container;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end of the system's log file, for those who ask about one plugin. */
public final class LogLines {

    private static final Logger LOG = LoggerFactory.getLogger(LogLines.class);
    private static final int LAST_BYTES = 512 * 1024;
    private static final int MOST = 50;

    private final Path file;

    public LogLines(Path file) {
        this.file = file;
    }

    /** The file that the distribution writes to. */
    public static LogLines ofSystem() {
        return new LogLines(Path.of(System.getProperty("karaf.log", "data/log"), "tenon.log"));
    }

    /** Warnings and errors that name the plugin or one of its bundles, oldest first; at most 50. */
    public List<String> about(String plugin, List<Bundle> bundles) {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<String> lines = end().lines().filter(line -> line.contains(" WARN ") || line.contains(" ERROR "))
            .filter(line -> names(line.toLowerCase(Locale.ROOT), plugin, bundles)).toList();
        return lines.subList(Math.max(0, lines.size() - MOST), lines.size());
    }

    private static boolean names(String line, String plugin, List<Bundle> bundles) {
        return line.contains("plugin " + plugin + " ") || line.contains("area " + plugin + " ")
            || bundles.stream().anyMatch(bundle -> line.contains(bundle.getSymbolicName().toLowerCase(Locale.ROOT)));
    }

    private String end() {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, log.length() - LAST_BYTES);
            byte[] bytes = new byte[(int) (log.length() - from)];
            log.seek(from);
            log.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            LOG.warn("the log {} cannot be read", file, e);
            return "";
        }
    }
}
