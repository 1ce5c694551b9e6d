package org.tenon.plugins.store;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tenon.plugins.refusal.SentenceJson;

/**
 * The file {@code installed.json}: what is to run, whatever the container remembers. Each change of it is whole or not at all, also when the
 * process is killed. Safe for all threads.
 */
public final class Installed {

    private static final ObjectMapper JSON = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).enable(SerializationFeature.INDENT_OUTPUT);

    /** An entry as it is written; times as ISO-8601, the reason as {@link SentenceJson} has it, a plain text in files of earlier versions, empty for none. */
    private record Line(String name, String version, String state, String since, String by, String previous, String sha256, JsonNode reason) {

        static Line of(Entry entry) {
            return new Line(entry.name(), entry.version(), entry.state().name(), entry.since().toString(), entry.by(),
                entry.previous() == null ? "" : entry.previous(), entry.sha256(),
                entry.why().map(SentenceJson::node).orElse(TextNode.valueOf("")));
        }

        Entry entry() {
            return new Entry(name, version, Entry.State.valueOf(state), Instant.parse(since), by, previous.isEmpty() ? null : previous, sha256,
                reason.isTextual() && reason.asText().isEmpty() ? null : SentenceJson.read(reason));
        }
    }

    private final Path file;
    private volatile SortedMap<String, Entry> entries;

    /** Reads the file; nothing is installed where there is none. */
    public Installed(Path file) {
        this.file = file;
        this.entries = read(file);
    }

    private static SortedMap<String, Entry> read(Path file) {
        SortedMap<String, Entry> read = new TreeMap<>();
        if (Files.exists(file)) {
            try {
                JSON.readValue(file.toFile(), new TypeReference<List<Line>>() { }).forEach(line -> read.put(line.name(), line.entry()));
            } catch (IOException e) {
                throw new UncheckedIOException(file + " cannot be read", e);
            }
        }
        return read;
    }

    /** By name. */
    public Collection<Entry> all() {
        return List.copyOf(entries.values());
    }

    public Optional<Entry> find(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    /** From now on, also after a crash, this is the case. */
    public synchronized void put(Entry entry) {
        SortedMap<String, Entry> next = new TreeMap<>(entries);
        next.put(entry.name(), entry);
        write(next);
    }

    /** From now on, also after a crash, nothing is known of it. */
    public synchronized void remove(String name) {
        SortedMap<String, Entry> next = new TreeMap<>(entries);
        if (next.remove(name) != null) {
            write(next);
        }
    }

    private void write(SortedMap<String, Entry> next) {
        try {
            SafeFile.write(file, JSON.writeValueAsBytes(next.values().stream().map(Line::of).toList()));
            entries = next;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }
}
