package org.tenon.plugins;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.tenon.plugins.Plugin.Origin;
import org.tenon.plugins.Plugin.State;
import org.tenon.plugins.container.Checkup;
import org.tenon.plugins.container.Features;
import org.tenon.plugins.container.LogLines;
import org.tenon.plugins.container.Piece;
import org.tenon.plugins.container.Readiness;
import org.tenon.plugins.container.Readiness.Obstacle;
import org.tenon.plugins.store.Entry;
import org.tenon.plugins.store.Store;
import org.tenon.plugins.store.Versions;
import org.tenon.sdk.lint.text.Sentence;
import org.tenon.sdk.text.Labels;

/** Plugins as they stand now. Safe for all threads. */
final class Overview {

    private final Store store;
    private final Features features;
    private final Catalogue catalogue;
    private final Readiness readiness;
    private final Labels labels;
    private final TakeoverJob takeovers;
    private final LogLines log = LogLines.ofSystem();

    Overview(Store store, Features features, Catalogue catalogue, Readiness readiness, Labels labels, TakeoverJob takeovers) {
        this.store = store;
        this.features = features;
        this.catalogue = catalogue;
        this.readiness = readiness;
        this.labels = labels;
        this.takeovers = takeovers;
    }

    /** By name. */
    List<Plugin> all(Locale locale) {
        return catalogue.names().stream().map(name -> one(name, locale)).toList();
    }

    Plugin one(String name, Locale locale) {
        Optional<Entry> entry = store.installed().find(name);
        Optional<Piece> present = catalogue.present(name);
        Optional<Piece> known = present.or(() -> entry.filter(Entry::uploaded).flatMap(one -> catalogue.readable(name, one.version())))
            .or(() -> catalogue.area(name));
        if (known.isEmpty()) {
            return unreadable(entry.orElseThrow(), locale);
        }
        Piece piece = known.get();
        List<Bundle> bundles = present.map(features::bundles).orElse(List.of());
        List<Obstacle> obstacles = present.isPresent() ? readiness.obstacles(bundles) : List.of();
        boolean uploaded = piece.repository() != null;
        State state = present.isPresent() ? obstacles.isEmpty() ? State.ACTIVE : State.FAILED : absent(entry);
        String reason = Readiness.text(obstacles).or(() -> entry.flatMap(Entry::why)).map(why -> why.in(locale)).orElse("");
        return new Plugin(name, labels.find(area(bundles, name), "area.label", locale).orElse(piece.label()), piece.version(), state, reason,
            entry.map(Entry::since).orElse(null), entry.map(Entry::by).orElse(""), uploaded ? Origin.UPLOADED : Origin.DISTRIBUTION,
            versions(name), entry.map(Entry::previous).orElse(null), piece.requires(), requiredBy(name), catalogue.content(piece).orElse(null),
            takesOver(name).map(area -> new Plugin.Area(area, labels.find(area, "area.label", locale).orElse(area))).orElse(null));
    }

    private Plugin unreadable(Entry entry, Locale locale) {
        return new Plugin(entry.name(), entry.name(), entry.version(), absent(Optional.of(entry)), entry.why().map(why -> why.in(locale)).orElse(""), entry.since(), entry.by(), Origin.UPLOADED,
            versions(entry.name()), entry.previous(), List.of(), requiredBy(entry.name()), null, null);
    }

    /** Why it serves or does not. */
    Checkup check(String name, Locale locale) {
        Optional<Piece> present = catalogue.present(name);
        List<Bundle> bundles = present.map(features::bundles).orElse(List.of());
        Sentence absent = store.installed().find(name).flatMap(Entry::why).orElse(Sentence.of("plugins.said.notInstalled", name));
        return Checkup.of(bundles, present.isPresent() ? readiness.obstacles(bundles) : List.of(), present.isPresent() ? Optional.empty() : Optional.of(absent),
            log.about(name, bundles), locale);
    }

    private static String area(List<Bundle> bundles, String name) {
        return bundles.stream().map(bundle -> bundle.getHeaders().get("Tenon-Area")).filter(area -> area != null).findFirst().orElse(name);
    }

    private static State absent(Optional<Entry> entry) {
        return switch (entry.map(Entry::state).orElse(Entry.State.REMOVED)) {
            case STOPPED -> State.STOPPED;
            case FAILED -> State.FAILED;
            case STARTED, REMOVED -> State.AVAILABLE;
        };
    }

    /** True if it is installed and all of it runs. */
    boolean serves(String name) {
        return catalogue.present(name).filter(piece -> readiness.obstacles(features.bundles(piece)).isEmpty()).isPresent();
    }

    /** True if it is there, running or not. */
    boolean installed(String name) {
        return catalogue.present(name).isPresent() || store.installed().find(name).filter(entry -> entry.state() != Entry.State.REMOVED).isPresent();
    }

    /** The area whose place it takes and whose records it can copy. */
    Optional<String> takesOver(String name) {
        return catalogue.present(name).flatMap(piece -> features.header(piece, "Tenon-Replaces")).filter(takeovers::offered);
    }

    /** The versions it can be brought to, newest first. */
    List<String> versions(String name) {
        List<String> versions = new ArrayList<>(store.versions(name));
        catalogue.area(name).map(Piece::version).filter(version -> !versions.contains(version)).ifPresent(versions::add);
        versions.sort(Versions.ORDER.reversed());
        return versions;
    }

    /** Installed plugins that need it. */
    List<String> requiredBy(String name) {
        return catalogue.names().stream().filter(other -> !other.equals(name))
            .filter(other -> catalogue.present(other).filter(piece -> piece.requires().contains(name)).isPresent()).toList();
    }
}
