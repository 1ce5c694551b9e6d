package org.tenon.plugins;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.plugins.archive.BundleInArchive;
import org.tenon.plugins.archive.Inspection;
import org.tenon.plugins.archive.Inspector;
import org.tenon.plugins.container.Features;
import org.tenon.plugins.container.Piece;
import org.tenon.plugins.refusal.Refusal;
import org.tenon.plugins.store.Entry;
import org.tenon.plugins.store.Store;
import org.tenon.sdk.TenonException;

/** Which plugins there are, and in which versions: areas of the distribution, and archives that were uploaded. */
final class Catalogue {

    private static final Logger LOG = LoggerFactory.getLogger(Catalogue.class);

    private final Store store;
    private final Features features;
    private final Inspector inspector;
    private final Map<Path, Inspection> known = new ConcurrentHashMap<>();

    Catalogue(Store store, Features features, Inspector inspector) {
        this.store = store;
        this.features = features;
        this.inspector = inspector;
    }

    /** What the piece's archive holds; empty for an area of the distribution that is not one file. Read once. */
    Optional<Inspection> content(Piece piece) {
        Path file = piece.repository() == null ? piece.file() : store.archive(piece.name(), piece.version());
        try {
            return file == null || !Files.exists(file) ? Optional.empty() : Optional.of(known.computeIfAbsent(file, inspector::inspect));
        } catch (TenonException e) {
            LOG.debug("{} cannot be read", file, e);
            return Optional.empty();
        }
    }

    /** The areas whose tables a plugin has. */
    List<String> areas(String name, String version) {
        List<String> areas = content(piece(name, version)).map(Inspection::bundles).orElse(List.of()).stream().map(BundleInArchive::area)
            .filter(area -> !area.isEmpty()).distinct().toList();
        return areas.isEmpty() ? List.of(name.replace("-", "")) : areas;
    }

    /** What was read of the version holds no longer. */
    void forget(String name, String version) {
        known.remove(store.archive(name, version));
    }

    /** Of all that are installed, were, or came with the distribution. */
    SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        features.areas().forEach(area -> names.add(area.name()));
        store.installed().all().forEach(entry -> names.add(entry.name()));
        return names;
    }

    /** The area of the distribution. */
    Optional<Piece> area(String name) {
        return features.areas().stream().filter(area -> area.name().equals(name)).findFirst();
    }

    /** @throws TenonException NOT_FOUND for a version nobody has */
    Piece piece(String name, String version) {
        return area(name).filter(area -> area.version().equals(version)).orElseGet(() -> Features.piece(store.unpacked(name, version)));
    }

    /** Empty for a version nobody has, and for one whose archive is damaged. */
    Optional<Piece> readable(String name, String version) {
        try {
            return Optional.of(piece(name, version));
        } catch (TenonException | UncheckedIOException e) {
            LOG.debug("{} {} cannot be read", name, version, e);
            return Optional.empty();
        }
    }

    /** What the container runs, or tries to. */
    Optional<Piece> present(String name) {
        return features.installed(name).flatMap(version -> readable(name, version).or(() -> features.remembered(name, version)));
    }

    /**
     * What should run; empty for what should not, or is not known.
     *
     * @param entry of the plugin, if it has one
     */
    Optional<Piece> wanted(String name, Optional<Entry> entry) {
        if (entry.isPresent() && entry.get().uploaded()) {
            return entry.filter(one -> one.state() == Entry.State.STARTED || one.state() == Entry.State.FAILED).map(one -> piece(name, one.version()));
        }
        return area(name).filter(area -> entry.isEmpty() || entry.get().state() == Entry.State.STARTED || entry.get().state() == Entry.State.FAILED);
    }

    /** What is installed, running or not. */
    Optional<Offer.Present> installed(String name) {
        Optional<Entry> entry = store.installed().find(name);
        if (entry.filter(one -> one.state() == Entry.State.REMOVED).isPresent()) {
            return Optional.empty();
        }
        return entry.filter(Entry::uploaded).flatMap(one -> readable(name, one.version())).or(() -> area(name))
            .map(piece -> new Offer.Present(piece.version(), content(piece).map(Inspection::compatibleFrom).orElse("")));
    }

    /** @throws TenonException CONFLICT for a part of the platform, NOT_FOUND for a name nobody has */
    void check(String name) {
        if (Features.platform(name)) {
            throw Refusal.conflict("plugins.said.platform", name);
        }
        if (!names().contains(name)) {
            throw Refusal.notFound("plugins.said.unknown", name);
        }
    }
}
