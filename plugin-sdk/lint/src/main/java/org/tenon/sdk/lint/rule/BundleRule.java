package org.tenon.sdk.lint.rule;

import java.util.ArrayList;
import java.util.List;
import org.tenon.sdk.lint.archive.PluginArchive;
import org.tenon.sdk.lint.bundle.BundleJar;
import org.tenon.sdk.lint.text.Sentence;

/** A bundle stands on its own: a symbolic name that is not ours, a version, no fragment, no native code, no other bundle required by name. */
final class BundleRule implements Rule {

    private static final String NAME = "bundle";

    @Override
    public List<Finding> check(PluginArchive archive) {
        List<Finding> findings = new ArrayList<>();
        for (BundleJar bundle : archive.bundles()) {
            check(bundle, findings);
        }
        return findings;
    }

    private static void check(BundleJar bundle, List<Finding> findings) {
        String symbolic = bundle.symbolicName();
        if (symbolic.equals("org.tenon.sdk") || symbolic.startsWith("org.tenon.platform.") || symbolic.startsWith("org.apache.karaf.")) {
            findings.add(Finding.refuse(NAME, Sentence.of("lint.bundle.platform", bundle.shown(), symbolic)));
        }
        if (!bundle.version().matches("\\d+(\\.\\d+(\\.\\d+(\\.[\\w-]+)?)?)?")) {
            findings.add(Finding.refuse(NAME, Sentence.of("lint.bundle.version", bundle.shown(), bundle.version())));
        }
        refuse(bundle, "Fragment-Host", "lint.bundle.fragment", findings);
        refuse(bundle, "Require-Bundle", "lint.bundle.requires", findings);
        refuse(bundle, "Bundle-NativeCode", "lint.bundle.native", findings);
        extender(bundle, findings);
        if (!bundle.headers().get("Bundle-Activator").isEmpty()) {
            findings.add(Finding.warn(NAME, Sentence.of("lint.bundle.activator", bundle.shown())));
        }
    }

    private static void refuse(BundleJar bundle, String header, String key, List<Finding> findings) {
        if (!bundle.headers().get(header).isEmpty()) {
            findings.add(Finding.refuse(NAME, Sentence.of(key, bundle.shown(), bundle.headers().get(header))));
        }
    }

    private static void extender(BundleJar bundle, List<Finding> findings) {
        if (bundle.headers().clauses("Provide-Capability").stream().anyMatch(clause -> clause.getName().equals("osgi.extender"))) {
            findings.add(Finding.refuse(NAME, Sentence.of("lint.bundle.extender", bundle.shown())));
        }
    }
}
