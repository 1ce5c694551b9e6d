package org.tenon.plugins;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.features.FeaturesService.Option;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.tenon.sdk.TenonException;

/** Karaf's features, seen as plugins: those of our repository that are no part of the platform. */
final class Features {

    /** Features of the platform itself; they are upgraded with the distribution, never here. */
    private static final String PLATFORM = "tenon-";
    /** Nothing else may be refreshed, that is restarted, because a plugin comes or goes. */
    private static final EnumSet<Option> QUIETLY = EnumSet.of(Option.Upgrade, Option.NoAutoRefreshBundles);

    private final FeaturesService service;
    private final BundleContext context;

    Features(FeaturesService service, BundleContext context) {
        this.service = service;
        this.context = context;
    }

    /** The newest version of each plugin, and whichever version is installed, by name. */
    List<Feature> plugins() {
        try {
            List<Feature> plugins = new ArrayList<>();
            for (var repository : service.listRepositories()) {
                if (repository.getName().startsWith(PLATFORM)) {
                    Arrays.stream(repository.getFeatures()).filter(feature -> !platform(feature.getName())).forEach(plugins::add);
                }
            }
            plugins.sort(java.util.Comparator.comparing(Feature::getName));
            return plugins;
        } catch (Exception e) { // the interface declares no narrower one
            throw new IllegalStateException("the list of features cannot be read", e);
        }
    }

    /** @throws TenonException CONFLICT for a part of the platform, NOT_FOUND for an unknown name */
    Feature plugin(String name) {
        if (platform(name)) {
            throw TenonException.conflict(name + " is a part of the platform");
        }
        return plugins().stream().filter(feature -> feature.getName().equals(name)).findFirst()
            .orElseThrow(() -> TenonException.notFound("no repository has a plugin called " + name));
    }

    boolean installed(Feature feature) {
        return service.isInstalled(feature);
    }

    /** Resolves and starts it in one run; what is thrown says why not, and may leave the feature half there. */
    void install(Feature feature) throws Exception {
        service.installFeatures(Set.of(feature.getName() + "/" + feature.getVersion()), QUIETLY);
    }

    void uninstall(Feature feature) throws Exception {
        service.uninstallFeatures(Set.of(feature.getName() + "/" + feature.getVersion()), EnumSet.of(Option.NoAutoRefreshBundles));
    }

    /** The bundles of the feature that are in the container now. */
    List<Bundle> bundles(Feature feature) {
        Set<String> places = new java.util.HashSet<>();
        for (BundleInfo info : feature.getBundles()) {
            places.add(info.getLocation());
        }
        return Arrays.stream(context.getBundles()).filter(bundle -> places.contains(bundle.getLocation())).toList();
    }

    private static boolean platform(String name) {
        return name.startsWith(PLATFORM);
    }
}
