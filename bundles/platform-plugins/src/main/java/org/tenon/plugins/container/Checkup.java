package org.tenon.plugins.container;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.tenon.plugins.container.Readiness.Obstacle;
import org.tenon.sdk.lint.text.Sentence;

/**
 * Why a plugin serves or does not.
 *
 * @param serves    true if nothing keeps it from serving
 * @param bundles   its bundles and the states they are in
 * @param obstacles what keeps it from serving: bundles that do not run, chains of services that are waited for, tables, paths; for people
 * @param paths     bases of the REST calls it has asked for
 * @param log       warnings and errors of the log that name it, oldest first
 */
public record Checkup(boolean serves, List<Part> bundles, List<String> obstacles, List<String> paths, List<String> log) {

    /** A bundle. @param state in one word */
    public record Part(String name, String version, String state) {
    }

    /** @param reason why it is not installed or failed earlier; empty for none */
    public static Checkup of(List<Bundle> bundles, List<Obstacle> obstacles, Optional<Sentence> reason, List<String> log, Locale locale) {
        Stream<Sentence> why = obstacles.isEmpty() ? reason.stream() : obstacles.stream().map(Obstacle::text);
        List<String> told = why.map(sentence -> sentence.in(locale)).distinct().toList();
        List<Part> parts = bundles.stream().map(bundle -> new Part(bundle.getSymbolicName(), bundle.getVersion().toString(), state(bundle))).toList();
        return new Checkup(told.isEmpty(), parts, told, Contributions.paths(bundles), log);
    }

    private static String state(Bundle bundle) {
        return switch (bundle.getState()) {
            case Bundle.ACTIVE -> "active";
            case Bundle.STARTING -> "starting";
            case Bundle.STOPPING -> "stopping";
            case Bundle.RESOLVED -> "stopped";
            case Bundle.INSTALLED -> "unresolved";
            default -> "uninstalled";
        };
    }
}
