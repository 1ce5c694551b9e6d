package org.tenon.plugins.container;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.Dependency;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.features.FeaturesService.Option;
import org.apache.karaf.features.Repository;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.tenon.plugins.store.MavenPlace;
import org.tenon.plugins.store.Unpacked;

/** Karaf's features, seen as plugins. For one thread at a time, but for what only reads. */
public final class Features {

    /** Features of the platform itself; they are upgraded with the distribution, never here. */
    private static final String PLATFORM = "tenon-";
    private static final String OURS = "mvn:org.tenon/";
    /** Nothing else may be refreshed, that is restarted, because a plugin comes or goes. */
    private static final EnumSet<Option> QUIETLY = EnumSet.of(Option.Upgrade, Option.NoAutoRefreshBundles);

    private final FeaturesService service;
    private final BundleContext context;

    public Features(FeaturesService service, BundleContext context) {
        this.service = service;
        this.context = context;
    }

    /** True for a part of the platform, which is no plugin. */
    public static boolean platform(String name) {
        return name.startsWith(PLATFORM);
    }

    /** The areas that came with the distribution, by name. */
    public List<Piece> areas() {
        try {
            return Arrays.stream(service.listRepositories()).filter(repository -> platform(String.valueOf(repository.getName())))
                .flatMap(Features::features).filter(feature -> !platform(feature.getName())).map(Features::piece)
                .sorted(Comparator.comparing(Piece::name)).toList();
        } catch (Exception e) { // the interface declares no narrower one
            throw new IllegalStateException("the list of features cannot be read", e);
        }
    }

    private static java.util.stream.Stream<Feature> features(Repository repository) {
        try {
            return Arrays.stream(repository.getFeatures());
        } catch (Exception e) { // the interface declares no narrower one
            throw new IllegalStateException("the features of " + repository.getName() + " cannot be read", e);
        }
    }

    private static Piece piece(Feature feature) {
        Set<String> places = new HashSet<>();
        for (BundleInfo info : feature.getBundles()) {
            places.add(info.getLocation());
        }
        List<String> requires = feature.getDependencies().stream().map(Dependency::getName).filter(name -> !platform(name)).toList();
        String label = feature.getDescription() == null ? feature.getName() : feature.getDescription();
        return new Piece(feature.getName(), feature.getVersion(), label, null, file(places), bundle -> places.contains(bundle.getLocation()), requires);
    }

    private static @Nullable Path file(Set<String> places) {
        Path system = Path.of(System.getProperty("karaf.home", "."), System.getProperty("karaf.default.repository", "system")).toAbsolutePath().normalize();
        return places.size() == 1 ? MavenPlace.in(system, places.iterator().next()) : null;
    }

    /** The piece that an unpacked archive is. */
    public static Piece piece(Unpacked unpacked) {
        return new Piece(unpacked.name(), unpacked.version(), unpacked.label(), unpacked.features(), null,
            bundle -> unpacked.bundles().stream().anyMatch(file -> file.is(bundle)), unpacked.requires());
    }

    /** The version of the plugin that is installed in the container now. */
    public Optional<String> installed(String name) {
        try {
            return Arrays.stream(service.listInstalledFeatures()).filter(feature -> feature.getName().equals(name)).map(Feature::getVersion).findFirst();
        } catch (Exception e) { // the interface declares no narrower one
            throw new IllegalStateException("the list of features cannot be read", e);
        }
    }

    /** Resolves and starts it in one run, in the place of any other version; what is thrown says why not, and may leave the feature half there. */
    public void install(Piece piece) throws Exception {
        install(List.of(piece));
    }

    /** As {@link #install(Piece)}, several in one run; if one of them cannot be resolved, none comes. */
    public void install(List<Piece> pieces) throws Exception {
        for (Piece piece : pieces) {
            if (piece.repository() != null) {
                // Read anew each time: the same version may have been built again.
                service.removeRepository(piece.repository(), false);
                service.addRepository(piece.repository(), false);
            }
        }
        service.installFeatures(pieces.stream().map(Piece::id).collect(Collectors.toSet()), QUIETLY);
    }

    /** Takes it away if it is there; its file of features is forgotten in any case. */
    public void uninstall(Piece piece) throws Exception {
        uninstall(List.of(piece));
    }

    /** Takes away those that are there, in one run; their files of features are forgotten in any case. */
    public void uninstall(List<Piece> pieces) throws Exception {
        Set<String> there = pieces.stream().filter(this::there).map(Piece::id).collect(Collectors.toSet());
        if (!there.isEmpty()) {
            service.uninstallFeatures(there, EnumSet.of(Option.NoAutoRefreshBundles));
        }
        for (Piece piece : pieces) {
            forget(piece);
        }
    }

    private boolean there(Piece piece) {
        String pinned = "feature:" + piece.name() + "/[" + piece.version() + "," + piece.version() + "]";
        return installed(piece.name()).filter(piece.version()::equals).isPresent()
            || service.listRequirements().values().stream().flatMap(Set::stream).anyMatch(requirement -> requirement.equals(pinned));
    }

    /** Its file of features is of no further interest. */
    public void forget(Piece piece) throws Exception {
        URI repository = piece.repository();
        if (repository != null) {
            service.removeRepository(repository, false);
        }
    }

    /** Plugins that the container remembers as installed from archives. */
    public List<Piece> strangers() {
        try {
            return Arrays.stream(service.listRepositories()).filter(repository -> String.valueOf(repository.getName()).startsWith(Unpacked.REPOSITORY))
                .flatMap(repository -> features(repository).map(feature -> {
                    Piece piece = piece(feature);
                    return new Piece(piece.name(), piece.version(), piece.label(), repository.getURI(), null, piece.own(), piece.requires());
                })).toList();
        } catch (Exception e) { // the interface declares no narrower one
            throw new IllegalStateException("the list of repositories cannot be read", e);
        }
    }

    /** A version as the container remembers it, for one whose archive is gone. */
    public Optional<Piece> remembered(String name, String version) {
        return strangers().stream().filter(piece -> piece.name().equals(name) && piece.version().equals(version)).findFirst();
    }

    /** The first value of a manifest header among the piece's bundles in the container. */
    public Optional<String> header(Piece piece, String header) {
        return bundles(piece).stream().map(bundle -> bundle.getHeaders("").get(header)).filter(value -> value != null && !value.isBlank()).map(String::strip).findFirst();
    }

    /** Our own bundles that came with the distribution. */
    public List<Bundle> distribution() {
        return Arrays.stream(context.getBundles()).filter(bundle -> bundle.getLocation().startsWith(OURS)).toList();
    }

    /** The bundles of the piece that are in the container now. */
    public List<Bundle> bundles(Piece piece) {
        return Arrays.stream(context.getBundles()).filter(piece.own()).toList();
    }
}
